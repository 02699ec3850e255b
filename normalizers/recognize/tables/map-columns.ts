import type { Grid } from '../../../src/model/grid.js';
import type { FormColumn, TableHeader } from '../form/form.js';

/**
 * The header of a table as the columns of another grid that may go on with it, the likeliest first: by the positions of the
 * columns on the page where both grids have them, column by column, moved left or right (a page on which the outer columns are
 * one open cell has the inner ones only), or in their order. `top` and `bottom` are left to the caller.
 */
export function mapColumns(header: TableHeader, from: Grid, to: Grid): TableHeader[] {
  const mapped: TableHeader[] = [];
  const byPosition = mapByPosition(header, from, to);
  if (byPosition) mapped.push(byPosition);
  if (from.columns === to.columns) mapped.push(header);
  else {
    const most = Math.max(from.columns, to.columns);
    for (let offset = from.columns - to.columns; Math.abs(offset) < most; offset -= Math.sign(offset)) {
      const moved = moveColumns(header, offset, to.columns);
      if (moved) mapped.push(moved);
      if (offset === 0) break;
    }
    const byOrder = mapByOrder(header, to.columns);
    if (byOrder) mapped.push(byOrder);
  }
  return mapped;
}

/** Each column of the header, however many it spans, as one of the other grid: the last of them, beside a side label or not. */
function mapByOrder(header: TableHeader, count: number): TableHeader | null {
  const sorted = [...header.columns].sort((a, b) => a.from - b.from);
  const offset = count - sorted.length;
  if (offset > 1) return null;
  const columns = sorted.flatMap((column, i) =>
    i + offset < 0 ? [] : [{ ...column, from: i + offset + 1, to: i + offset + 1 }],
  );
  return hasIndicators(columns) ? { ...header, columns } : null;
}

function moveColumns(header: TableHeader, offset: number, last: number): TableHeader | null {
  const columns = header.columns
    .map((column) => ({ ...column, from: column.from - offset, to: column.to - offset }))
    .filter((column) => column.from >= 1 && column.to <= last);
  return hasIndicators(columns) ? { ...header, columns } : null;
}

const hasIndicators = (columns: readonly FormColumn[]): boolean =>
  columns.some(({ role }) => role === 'indicator.name') ||
  columns.some(({ role }) => role === 'project.name');

type Span = [left: number, right: number];

/** Every column of the other grid belongs to the column of the header that covers most of it. */
function mapByPosition(header: TableHeader, from: Grid, to: Grid): TableHeader | null {
  const [before, after] = [columnSpans(from), columnSpans(to)];
  if (!before || !after) return null;
  const columns = header.columns.flatMap((column): FormColumn[] => {
    const [left] = before[column.from - 1] ?? [];
    const [, right] = before[column.to - 1] ?? [];
    if (left === undefined || right === undefined) return [];
    const covered = after.flatMap((span, i) =>
      overlap(span, [left, right]) > width(span) / 2 ? [i + 1] : [],
    );
    const [first] = covered;
    const last = covered.at(-1);
    return first === undefined || last === undefined ? [] : [{ ...column, from: first, to: last }];
  });
  return hasIndicators(columns) ? { ...header, columns } : null;
}

const width = ([left, right]: Span): number => right - left;
const overlap = (a: Span, b: Span): number => Math.min(a[1], b[1]) - Math.max(a[0], b[0]);

/** Left and right edge of each column in points; null unless every column has both. */
function columnSpans(grid: Grid): Span[] | null {
  const lefts = new Array<number>(grid.columns).fill(Number.POSITIVE_INFINITY);
  const rights = new Array<number>(grid.columns).fill(Number.NEGATIVE_INFINITY);
  for (const { boxes, column, colSpan } of grid.cells) {
    for (const { box } of boxes ?? []) {
      lefts[column - 1] = Math.min(lefts[column - 1] ?? box[0], box[0]);
      rights[column + colSpan - 2] = Math.max(rights[column + colSpan - 2] ?? box[2], box[2]);
    }
  }
  const spans = lefts.map((left, i): Span => [left, rights[i] ?? Number.NEGATIVE_INFINITY]);
  for (const [i, span] of spans.entries()) {
    if (!Number.isFinite(span[0])) span[0] = spans[i - 1]?.[1] ?? Number.NaN;
    if (!Number.isFinite(span[1])) span[1] = lefts[i + 1] ?? Number.NaN;
  }
  return spans.every((span) => Number.isFinite(span[0]) && Number.isFinite(span[1])) ? spans : null;
}
