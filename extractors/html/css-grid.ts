import { LIMITS, LimitError } from '../bytes/limits.js';
import { ungrouped } from './box-parts.js';
import { type BoxCell, type BoxRow, cellOf } from './box-rows.js';
import type { LayoutOf } from './displays.js';
import { type HtmlElement, isElement } from './dom.js';

const MOST_TRACKS = 200;

/**
 * The rows of a CSS grid (CSS Grid 2, section 8.5): its items fill the columns in order, each as wide and high as its `span`;
 * items with lines of their own begin there. Null where the columns are not counted (`auto-fit`) or fewer than two.
 */
export function gridRows(grid: HtmlElement, layoutOf: LayoutOf): BoxRow[] | null {
  const layout = layoutOf(grid);
  const columns = trackCount(
    layout.get('grid-template-columns') ?? layout.get('grid-template')?.split('/')[1],
  );
  if (columns === null || columns < 2) return null;
  const rows: BoxRow[] = [];
  const taken: boolean[][] = [];
  let slots = 0;
  let row = 0;
  let column = 0;
  for (const node of ungrouped(grid, layoutOf)) {
    const cell = cellOf(node);
    const across = isElement(node) ? placeOf(layoutOf(node), 'column', columns) : {};
    const down = isElement(node) ? placeOf(layoutOf(node), 'row', MOST_TRACKS) : {};
    const colSpan = Math.min(columns, across.span ?? cell.colSpan);
    const rowSpan = Math.min(MOST_TRACKS, down.span ?? cell.rowSpan);
    slots += rowSpan * colSpan;
    if (slots > LIMITS.gridSlots) throw new LimitError(`表格超过 ${LIMITS.gridSlots} 格`);
    if (across.start !== undefined && across.start < column) {
      row++;
      column = 0;
    }
    column = across.start ?? column;
    while (column + colSpan > columns || !isFree(taken[row], column, colSpan)) {
      column++;
      if (column + colSpan <= columns) continue;
      row++;
      column = 0;
    }
    for (let r = row; r < row + rowSpan; r++) {
      const line = taken[r] ?? [];
      for (let c = column; c < column + colSpan; c++) line[c] = true;
      taken[r] = line;
    }
    while (rows.length <= row) rows.push({ cells: [] });
    const placed: BoxCell = { ...cell, colSpan, rowSpan };
    rows[row]?.cells.push(placed);
    column += colSpan;
  }
  return rows;
}

const isFree = (line: readonly boolean[] | undefined, from: number, count: number): boolean =>
  !line?.slice(from, from + count).some((each) => each);

/** `100px repeat(2, 1fr) [end] minmax(0, 1fr)` → 4. */
function trackCount(template: string | undefined): number | null {
  if (!template || /auto-fi[lt]|subgrid|none/.test(template)) return null;
  const plain = template
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/repeat\(\s*(\d{1,3})\s*,((?:[^()]|\([^()]*\))*)\)/g, (_, times: string, tracks: string) =>
      ` ${tracks} `.repeat(Math.min(Number(times), MOST_TRACKS)),
    )
    .replace(/\([^()]*\)/g, '');
  const tracks = plain.split(/\s+/).filter((track) => track !== '');
  return tracks.length > MOST_TRACKS ? null : tracks.length;
}

/** `grid-column: 2 / span 3`, `1 / -1`, `span 2`, or its two halves: the first track from 0, and how many. */
function placeOf(
  layout: ReadonlyMap<string, string>,
  axis: 'column' | 'row',
  tracks: number,
): { start?: number; span?: number } {
  const [from = '', to = ''] = (layout.get(`grid-${axis}`) ?? '').split('/').map((part) => part.trim());
  const first = layout.get(`grid-${axis}-start`) ?? from;
  const last = layout.get(`grid-${axis}-end`) ?? to;
  const span = /^span\s+(\d{1,3})$/.exec(first)?.[1] ?? /^span\s+(\d{1,3})$/.exec(last)?.[1];
  const start = /^\d{1,3}$/.test(first) ? Number(first) - 1 : undefined;
  const line = /^-?\d{1,3}$/.test(last) ? Number(last) : undefined;
  const end = line === undefined ? undefined : line < 0 ? tracks + 1 + line : line - 1;
  const count = span !== undefined ? Number(span) : end !== undefined ? end - (start ?? 0) : undefined;
  return {
    ...(start === undefined || start >= tracks ? {} : { start }),
    ...(count === undefined || count < 1 ? {} : { span: count }),
  };
}
