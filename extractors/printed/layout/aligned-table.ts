import { type Box, union } from '../page/box.js';
import type { MeasuredGlyphs } from '../page/measured-page.js';
import { type Band, columnBands, columnsOf, type Segment } from './column-bands.js';
import { readFormTable, type SegmentedLine } from './form-table.js';
import type { AlignedTable, DraftCell } from './table-draft.js';
import { readLines, type TextLine } from './text-lines.js';
import { joinWrappedLines } from './wrapped-text.js';

/** Gap (in font heights) that parts two columns. */
const COLUMN_GAP = 1.2;
/** Lines further apart than this (in font heights) are not of one table. */
const LINE_GAP = 2.5;
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
/** Cells of a table are short, and some of them hold figures; text set in columns is neither. */
const LONGEST_MEAN = 16;
const FIGURES = 0.2;
const FILLED = 0.5;
const LEADERS = /[.．·•…]{4,}/;

/**
 * Finds tables without rulings in lines that follow each other: at least three lines whose texts stand in the same three or
 * more columns, short, some of them figures; or a form whose labels are for several rows. Anything less sure stays text.
 */
export function findAlignedTables(
  glyphs: MeasuredGlyphs,
  lines: readonly TextLine[],
  page: number,
): AlignedTable[] {
  return blocksOf(glyphs, lines).flatMap((block) => {
    const tables = regularTables(glyphs, block, page);
    const read = tables.reduce((sum, table) => sum + table.lines.length, 0);
    if (read === block.filter(({ segments }) => segments.length > 1).length) return tables;
    const form = readFormTable(glyphs, block, page);
    return form ? [form] : tables;
  });
}

/** Lines that stand near to each other, cut at their wide gaps. */
function blocksOf(glyphs: MeasuredGlyphs, lines: readonly TextLine[]): SegmentedLine[][] {
  const blocks: SegmentedLine[][] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const isLeader = LEADERS.test(line.text);
    if (!last || isLeader || line.top - last.bottom > LINE_GAP * line.size) blocks.push([]);
    if (!isLeader) blocks.at(-1)?.push({ line, segments: segmentsOf(glyphs, line) });
    last = isLeader ? undefined : line;
  }
  return blocks;
}

/** The runs of lines of several texts that are tables. */
function regularTables(
  glyphs: MeasuredGlyphs,
  block: readonly SegmentedLine[],
  page: number,
): AlignedTable[] {
  const tables: AlignedTable[] = [];
  let run: SegmentedLine[] = [];
  for (const line of [...block, null]) {
    if (line && line.segments.length > 1) run.push(line);
    else {
      const table = tableOf(glyphs, run, page);
      if (table) tables.push(table);
      run = [];
    }
  }
  return tables;
}

/** Cuts a line at wide gaps. */
function segmentsOf(glyphs: MeasuredGlyphs, line: TextLine): Segment[] {
  const segments: Segment[] = [];
  for (const i of line.glyphs) {
    const left = glyphs.left[i] ?? 0;
    const right = glyphs.right[i] ?? 0;
    const last = segments.at(-1);
    if (last && left - last.right < COLUMN_GAP * line.size) {
      last.right = Math.max(last.right, right);
      last.glyphs.push(i);
    } else segments.push({ left, right, glyphs: [i] });
  }
  return segments;
}

function tableOf(glyphs: MeasuredGlyphs, rows: readonly SegmentedLine[], page: number): AlignedTable | null {
  if (rows.length < LEAST_ROWS) return null;
  const size = Math.max(...rows.map(({ line }) => line.size));
  const bands = columnBands(
    rows.map(({ segments }) => segments),
    size,
  );
  if (!bands || bands.length < LEAST_COLUMNS) return null;
  const cells = rows.flatMap(({ line, segments }, row) =>
    rowCells(glyphs, segments, bands, { row, line, page }),
  );
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '');
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const figures = texts.filter((text) => /\d/.test(text)).length / texts.length;
  if (length > LONGEST_MEAN || figures < FIGURES || texts.length < FILLED * rows.length * bands.length)
    return null;
  const lines = rows.map(({ line }) => line);
  const box = lines.map((line): Box => line).reduce(union);
  return {
    lines,
    box: { left: box.left, top: box.top, right: box.right, bottom: box.bottom },
    table: {
      certainty: 'aligned',
      xs: [...bands.map((band) => band.left), bands.at(-1)?.right ?? 0],
      rows: rows.length,
      cells,
      bottom: cells.filter((cell) => cell.rowEnd === rows.length),
      parts: [{ page, box, table: 0 }],
      headerRows: 0,
    },
  };
}

/** The cells of one line: its segments in their columns, blank cells between them. */
function rowCells(
  glyphs: MeasuredGlyphs,
  segments: readonly Segment[],
  bands: readonly Band[],
  at: { row: number; line: TextLine; page: number },
): DraftCell[] {
  const cells: DraftCell[] = [];
  const add = (column: number, columnEnd: number, own: readonly Segment[]): void => {
    const left = own[0]?.left ?? bands[column]?.left ?? 0;
    const right = own.at(-1)?.right ?? bands[columnEnd - 1]?.right ?? 0;
    const lines = readLines(
      glyphs,
      own.flatMap((segment) => segment.glyphs),
    );
    cells.push({
      row: at.row,
      rowEnd: at.row + 1,
      column,
      columnEnd,
      text: joinWrappedLines(lines, left, right),
      lines,
      unseen: '',
      flags: [],
      boxes: [{ page: at.page, box: [left, at.line.top, right, at.line.bottom] }],
      openTop: false,
      openBottom: false,
    });
  };
  let next = 0;
  for (let s = 0; s < segments.length; ) {
    const first = segments[s];
    if (!first) break;
    const { column, columnEnd } = columnsOf(first, bands);
    const own = [first];
    for (s++; s < segments.length; s++) {
      const other = segments[s];
      if (!other || columnsOf(other, bands).column >= columnEnd) break;
      own.push(other);
    }
    const start = Math.max(next, column);
    for (; next < start; next++) add(next, next + 1, []);
    if (columnEnd > start) add(start, columnEnd, own);
    next = Math.max(next, columnEnd);
  }
  for (; next < bands.length; next++) add(next, next + 1, []);
  return cells;
}
