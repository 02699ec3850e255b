import { type Box, union } from '../page/box.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';
import type { Segment } from './column-bands.js';
import { columnLines, type Gap } from './column-lines.js';
import { formCells } from './form-cells.js';
import { formRows, isSpanning, type Placed } from './form-rows.js';
import type { AlignedTable } from './table-draft.js';
import type { TextLine } from './text-lines.js';

/** Cells of a form are short, most stand in one column, and some hold figures. */
const LONGEST_MEAN = 16;
const MOST_SPANNING = 0.4;
const FIGURES = 0.15;
/** Every line of the columns has to be shown by so many rows. */
const LEAST_GAPS = 2;
const LEAST_ROWS = 4;
/** A row that shows columns has so many texts: a label, a name, a value. */
const LEAST_TEXTS = 3;
const LEAST_COLUMNS = 3;
/** Width (in font heights) of a strip without text that parts columns. */
const CORRIDOR = 0.6;
/** 单位：甲　金额单位：万元 stands above or below a table. */
const CAPTION = /[^：:]+[：:][^：:]*$/;

/** A line cut at its wide gaps. */
export interface SegmentedLine {
  line: TextLine;
  segments: Segment[];
}

/**
 * Reads lines that follow each other as a form drawn without rulings: columns are where no row has text running through,
 * labels of several rows stand between or beside these. Null where the lines show no such columns.
 */
export function readFormTable(
  glyphs: MeasuredGlyphs,
  all: readonly SegmentedLine[],
  page: number,
): AlignedTable | null {
  const lines = withoutCaptions(all);
  const xs = columnsOf(lines);
  if (!xs) return null;
  const placed = lines.map(({ line, segments }) => segments.map((segment) => place(segment, line, xs)));
  if (!looksLikeForm(glyphs, placed.flat())) return null;
  const rows = formRows(placed, xs.length - 1);
  if (!rows) return null;
  const cells = formCells(glyphs, rows, xs, page);
  const box = lines.map(({ line }): Box => line).reduce(union);
  return {
    lines: lines.map(({ line }) => line),
    box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
    table: {
      certainty: 'aligned',
      xs,
      rows: rows.heights.length,
      cells,
      bottom: cells.filter((cell) => cell.rowEnd === rows.heights.length),
      parts: [{ page, box, table: 0 }],
      headerRows: 0,
    },
  };
}

/** Leaves out lines of captions, and single texts, at both ends. */
function withoutCaptions(all: readonly SegmentedLine[]): readonly SegmentedLine[] {
  const isCaption = ({ segments, line }: SegmentedLine): boolean =>
    segments.length < 2 || line.text.split(' ').every((part) => CAPTION.test(part));
  let from = 0;
  let to = all.length;
  while (from < to && all[from] && isCaption(all[from] as SegmentedLine)) from++;
  while (to > from && all[to - 1] && isCaption(all[to - 1] as SegmentedLine)) to--;
  return all.slice(from, to);
}

/** The edges of the columns; null where there are too few. */
function columnsOf(lines: readonly SegmentedLine[]): number[] | null {
  const rows = lines.filter(({ segments }) => segments.length > 1);
  const full = rows.filter(({ segments }) => segments.length >= LEAST_TEXTS);
  if (full.length < LEAST_ROWS) return null;
  const gaps = rows.flatMap(({ segments }) =>
    segments.slice(1).map(({ left }, i) => ({ left: segments[i]?.right ?? left, right: left })),
  );
  const all = lines.flatMap(({ segments }) => segments);
  const size = Math.max(...lines.map(({ line }) => line.size));
  const free = corridors(
    full.flatMap(({ segments }) => segments),
    CORRIDOR * size,
  );
  const inner = columnLines([...gaps, ...free]).filter(
    ({ at, gaps: shown }) => shown >= LEAST_GAPS || free.some(({ left, right }) => at >= left && at <= right),
  );
  if (inner.length + 1 < LEAST_COLUMNS) return null;
  return [
    Math.min(...all.map(({ left }) => left)),
    ...inner.map(({ at }) => at),
    Math.max(...all.map(({ right }) => right)),
  ];
}

/** Strips no text of a full row reaches into: labels of several rows never stand on a line with each other. */
function corridors(all: readonly Segment[], width: number): Gap[] {
  const free: Gap[] = [];
  let reached = Infinity;
  for (const { left, right } of [...all].sort((a, b) => a.left - b.left)) {
    if (left - reached > width) free.push({ left: reached, right: left });
    reached = reached === Infinity ? right : Math.max(reached, right);
  }
  return free;
}

function place(segment: Segment, line: TextLine, xs: readonly number[]): Placed {
  const inner = xs.slice(1, -1);
  const column = inner.filter((x) => x <= segment.left + 1).length;
  const columnEnd = Math.max(column, inner.filter((x) => x < segment.right - 1).length) + 1;
  return { ...segment, column, columnEnd, y: (line.top + line.bottom) / 2, size: line.size };
}

function looksLikeForm({ code }: MeasuredGlyphs, texts: readonly Placed[]): boolean {
  const isDigit = (i: number): boolean => (code[i] ?? 0) >= 0x30 && (code[i] ?? 0) <= 0x39;
  const letters = texts.reduce((sum, text) => sum + text.glyphs.length, 0);
  const figures = texts.filter((text) => text.glyphs.some(isDigit)).length;
  return (
    letters <= LONGEST_MEAN * texts.length &&
    figures >= FIGURES * texts.length &&
    texts.filter(isSpanning).length <= MOST_SPANNING * texts.length
  );
}
