import type { DraftCell, TableDraft } from '../layout/table-draft.js';
import type { TextLine } from '../layout/text-lines.js';
import { joinAroundTables } from '../layout/wrapped-text.js';
import { type ColumnMatch, inColumns } from './column-match.js';
import { findCut } from './cut-row.js';
import { repeatsInnerHeader, withoutFirstRow } from './repeated-header.js';

/** So many of the last cells show how the table's columns are used. */
const RECENT = 2000;
/** Pages that overlap repeat so many lines of a cell at most; a line sticks out of its cell by more than this (points). */
const MOST_LINES_TWICE = 5;
const THROUGH = 0.5;

/**
 * Appends a later part to a table, in place: `header` leading rows of the part are dropped, a row or merged cell cut by the
 * page break is made whole.
 */
export function appendTable(table: TableDraft, part: TableDraft, columns: ColumnMatch, header: number): void {
  if (columns.xs.length > table.xs.length) {
    for (const cell of table.cells) {
      cell.printed ??= { row: cell.row, column: cell.column };
      Object.assign(cell, inColumns(cell, columns.first));
    }
  }
  const undrawn = columns.second[0] ?? 0;
  const body = part.cells.filter((cell) => cell.row >= header);
  for (const cell of body) {
    cell.printed = { row: cell.row, column: undrawn + cell.column };
    Object.assign(cell, inColumns(cell, columns.second));
    cell.row -= header;
    cell.rowEnd -= header;
  }
  const own = undrawn + part.xs.length - 1;
  for (const cell of missingColumns(table, body, columns, part.rows - header)) {
    const beyond = cell.column - (columns.second.at(-1) ?? 0);
    body.push({ ...cell, printed: { row: header, column: beyond < 0 ? cell.column : own + beyond } });
  }
  body.sort((a, b) => a.row - b.row || a.column - b.column);
  const recent = table.cells.slice(-RECENT);
  const inner = repeatsInnerHeader(recent, body);
  const lower = inner ? withoutFirstRow(body) : body;
  const cut = findCut(table, recent, lower, Math.max(table.headerRows, header));
  const offset = cut.row ? table.rows - 1 : table.rows;
  const joinedWith = new Map<DraftCell, DraftCell>(cut.pairs.map(({ above, below }) => [below, above]));
  const rows = offset + part.rows - header - (inner ? 1 : 0);

  const bottom: DraftCell[] = [];
  for (const cell of lower) {
    const above = joinedWith.get(cell);
    if (above) joinCells(above, cell, offset);
    else {
      cell.row += offset;
      cell.rowEnd += offset;
      table.cells.push(cell);
    }
    const own = above ?? cell;
    if (own.rowEnd === rows) bottom.push(own);
  }
  table.bottom = bottom;
  table.xs = columns.xs;
  table.rows = rows;
  table.headerRows = Math.max(table.headerRows, header);
  table.parts.push(...part.parts);
}

/**
 * Outer columns that are not drawn again on the next page: a blank cell beside all of its rows for each cell they would go
 * on from, without a border above it.
 */
function missingColumns(
  table: TableDraft,
  body: readonly DraftCell[],
  columns: ColumnMatch,
  rows: number,
): DraftCell[] {
  const from = columns.second[0] ?? 0;
  const to = columns.second.at(-1) ?? 0;
  const part = body[0]?.boxes[0];
  if (!part || (from === 0 && to === columns.xs.length - 1)) return [];
  const left = table.bottom.map((cell) => ({
    column: cell.column,
    columnEnd: Math.min(cell.columnEnd, from),
  }));
  const right = table.bottom.map((cell) => ({
    column: Math.max(cell.column, to),
    columnEnd: cell.columnEnd,
  }));
  const outer = [...left, ...right].filter((cell) => cell.column < cell.columnEnd);
  return outer.map((cell) => ({
    ...cell,
    row: 0,
    rowEnd: rows,
    text: '',
    lines: [],
    unseen: '',
    flags: [],
    boxes: [
      {
        page: part.page,
        box: [
          columns.xs[cell.column] ?? 0,
          Math.min(...body.map((own) => own.boxes[0]?.box[1] ?? Infinity)),
          columns.xs[cell.columnEnd] ?? 0,
          Math.max(...body.map((own) => own.boxes[0]?.box[3] ?? 0)),
        ],
      },
    ],
    openTop: true,
    openBottom: false,
  }));
}

function joinCells(above: DraftCell, below: DraftCell, offset: number): void {
  const box = above.boxes[0]?.box ?? [0, 0, 0, 0];
  if (above.text !== below.text || above.text === '') {
    const shift = box[0] - (below.boxes[0]?.box[0] ?? box[0]);
    const lower = below.lines.map((line) => moved(line, shift));
    const kept = above.lines.length - drawnTwice(above, below);
    const inner = (below.nested ?? []).map((own) => ({ ...own, linesBefore: own.linesBefore + kept }));
    const nested = [...(above.nested ?? []), ...inner];
    above.lines = [...above.lines.slice(0, kept), ...lower];
    above.text = joinAroundTables(above.lines, nested, box[0], box[2]);
    if (nested.length > 0) above.nested = nested;
  }
  above.boxes = [...above.boxes, ...below.boxes];
  above.rowEnd = below.rowEnd + offset;
  above.openBottom = below.openBottom;
  const seen = above.text.replaceAll(/\s/g, '');
  above.unseen = [above.unseen, below.unseen]
    .filter((text) => text !== '' && !seen.includes(text.replaceAll(/\s/g, '')))
    .join('\n');
  const clipped = [above.clipped, below.clipped].filter(Boolean).join('\n');
  if (clipped !== '') above.clipped = clipped;
  const flags = new Set([...above.flags, ...below.flags, 'joined-over-pages' as const]);
  if (above.unseen === '') {
    if (clipped === '') flags.delete('outside-clip');
    flags.delete('hidden');
  }
  above.flags = [...flags];
}

/** Number of lines at the break that are drawn on both pages: the edge of one page, or of both, goes through one of them. */
function drawnTwice(above: DraftCell, below: DraftCell): number {
  const bottom = above.boxes.at(-1)?.box[3] ?? 0;
  const top = below.boxes[0]?.box[1] ?? 0;
  const most = Math.min(above.lines.length, below.lines.length, MOST_LINES_TWICE);
  for (let count = most; count > 0; count--) {
    const last = above.lines.slice(-count);
    const first = below.lines.slice(0, count);
    if (!last.every((line, i) => line.text === first[i]?.text)) continue;
    const isCutBelow = (last.at(-1)?.bottom ?? 0) > bottom + THROUGH;
    const isCutAbove = (first[0]?.top ?? top) < top - THROUGH;
    if (isCutBelow || isCutAbove) return count;
  }
  return 0;
}

const moved = (line: TextLine, by: number): TextLine => ({
  ...line,
  left: line.left + by,
  right: line.right + by,
});
