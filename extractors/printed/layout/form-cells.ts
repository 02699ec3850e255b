import type { MeasuredGlyphs } from '../page/measured-page.js';
import { type FormRows, isSpanning, type Placed } from './form-rows.js';
import { labelSpans } from './label-spans.js';
import type { DraftCell } from './table-draft.js';
import { readLines } from './text-lines.js';
import { joinWrappedLines } from './wrapped-text.js';

/** Lines of one label stand nearer than this (in font heights) to each other. */
const ONE_LABEL = 1.6;
/** and nearer than this (in distances of rows), or they are labels of two rows. */
const ONE_ROW = 0.8;

/** A cell being filled; rows and columns end exclusive. */
interface Filling {
  row: number;
  rowEnd: number;
  column: number;
  columnEnd: number;
  glyphs: number[];
}

/** The cells of a form: labels over the rows they are for, all other texts in their rows, blank cells between. */
export function formCells(
  glyphs: MeasuredGlyphs,
  rows: FormRows,
  xs: readonly number[],
  page: number,
): DraftCell[] {
  const columns = xs.length - 1;
  const slots: (Filling | undefined)[][] = rows.heights.map(() => new Array(columns).fill(undefined));
  const put = (cell: Filling): void => {
    for (let r = cell.row; r < cell.rowEnd; r++) slots[r]?.fill(cell, cell.column, cell.columnEnd);
  };
  const labels: Placed[] = [];
  rows.own.forEach((texts, row) => {
    for (const text of spread(texts, columns)) {
      const held = slots[row]?.[text.column];
      if (text.columnEnd <= rows.dense && !isSpanning(text)) labels.push(text);
      else if (held) held.glyphs.push(...text.glyphs);
      else
        put({
          row,
          rowEnd: row + 1,
          column: text.column,
          columnEnd: text.columnEnd,
          glyphs: [...text.glyphs],
        });
    }
  });
  for (const text of rows.between) {
    const row = nearest(rows.heights, text.y);
    const held = slots[row]?.[text.column];
    if (held && (text.column >= rows.dense || isSpanning(text))) held.glyphs.push(...text.glyphs);
    else labels.push(text);
  }
  for (let column = 0; column < columns; column++) {
    const { cells, left } = labelCells(
      labels.filter((label) => label.column === column),
      slots,
      rows,
      column,
    );
    for (const cell of cells) put(cell);
    for (const label of left) slots[nearest(rows.heights, label.y)]?.[column]?.glyphs.push(...label.glyphs);
  }
  return finish(glyphs, slots, rows, xs, page);
}

/** A text that runs over a column line has all the columns up to its neighbours; so has the value of a lone label. */
function spread(texts: readonly Placed[], columns: number): Placed[] {
  const ordered = [...texts].sort((a, b) => a.column - b.column);
  const isLabelled = ordered.length === 2 && ordered[0]?.column === 0;
  return ordered.map((text, i) => {
    const before = ordered[i - 1];
    if (!isSpanning(text) && !(isLabelled && before)) return text;
    const next = ordered[i + 1]?.column ?? columns;
    return {
      ...text,
      column: before ? Math.min(text.column, before.columnEnd) : text.column,
      columnEnd: Math.max(text.columnEnd, next),
    };
  });
}

function nearest(heights: readonly number[], y: number): number {
  const after = heights.findIndex((height) => height >= y);
  if (after <= 0) return after === 0 ? 0 : heights.length - 1;
  return (heights[after] ?? 0) - y < y - (heights[after - 1] ?? 0) ? after : after - 1;
}

/** The labels of one column, each over its rows, wherever nothing else has the column; and those it has no room for. */
function labelCells(
  labels: readonly Placed[],
  slots: readonly (Filling | undefined)[][],
  { heights, pitch }: FormRows,
  column: number,
): { cells: Filling[]; left: Placed[] } {
  const own = joinLabels(labels, pitch);
  const cells: Filling[] = [];
  for (let from = 0; from < heights.length; ) {
    let to = from;
    while (to < heights.length && !slots[to]?.[column]) to++;
    const start = from;
    const inRange = own.filter(({ y }) => nearest(heights, y) >= start && nearest(heights, y) < to);
    if (inRange.length > 0) {
      const rows = heights.slice(start, to);
      const ys = inRange.map(({ y }) => y);
      const spans =
        labelSpans(ys, rows, pitch) ?? ys.map((y) => ({ from: nearest(rows, y), to: nearest(rows, y) + 1 }));
      inRange.forEach((label, i) => {
        const span = spans[i];
        if (!span) return;
        const held = cells.find((cell) => cell.row === start + span.from);
        if (held) held.glyphs.push(...label.glyphs);
        else {
          const place = { row: start + span.from, rowEnd: start + span.to, column, columnEnd: column + 1 };
          cells.push({ ...place, glyphs: [...label.glyphs] });
        }
      });
    }
    from = to + 1;
  }
  return { cells, left: own.filter(({ y }) => slots[nearest(heights, y)]?.[column]) };
}

/** Lines of one label are one, in their middle. */
function joinLabels(labels: readonly Placed[], pitch: number): Placed[] {
  const joined: (Placed & { first: number; last: number })[] = [];
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    const before = joined.at(-1);
    if (before && label.y - before.last < Math.min(ONE_LABEL * label.size, ONE_ROW * pitch)) {
      before.glyphs = [...before.glyphs, ...label.glyphs];
      before.last = label.y;
      before.y = (before.first + before.last) / 2;
    } else joined.push({ ...label, first: label.y, last: label.y });
  }
  return joined;
}

/** The cells in reading order, blank ones in what is left. */
function finish(
  glyphs: MeasuredGlyphs,
  slots: readonly (Filling | undefined)[][],
  { heights, pitch }: FormRows,
  xs: readonly number[],
  page: number,
): DraftCell[] {
  const edge = (row: number): number => {
    const above = heights[row - 1];
    const below = heights[row];
    if (above === undefined) return (below ?? 0) - pitch / 2;
    return below === undefined ? above + pitch / 2 : (above + below) / 2;
  };
  return slots.flatMap((row, r) =>
    row.flatMap((held, column): DraftCell[] => {
      const cell = held ?? { row: r, rowEnd: r + 1, column, columnEnd: column + 1, glyphs: [] };
      if (cell.row !== r || cell.column !== column) return [];
      const left = xs[column] ?? 0;
      const right = xs[cell.columnEnd] ?? 0;
      const lines = readLines(glyphs, cell.glyphs);
      return [
        {
          row: r,
          rowEnd: cell.rowEnd,
          column,
          columnEnd: cell.columnEnd,
          text: joinWrappedLines(lines, left, right),
          lines,
          unseen: '',
          flags: [],
          boxes: [{ page, box: [left, edge(r), right, edge(cell.rowEnd)] }],
          openTop: false,
          openBottom: false,
        },
      ];
    }),
  );
}
