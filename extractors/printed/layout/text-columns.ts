import type { MeasuredGlyphs } from '../page/measured-page.js';
import { findAlignedTables } from './aligned-table.js';
import type { TableDraft } from './table-draft.js';

/** Fewer lines show no columns. */
const LEAST_LINES = 3;

/** Notes the cells of a ruled table whose lines would be a table by themselves, did they stand outside of it. In place. */
export function noteTextColumns(glyphs: MeasuredGlyphs, table: TableDraft, page: number): void {
  for (const cell of table.cells) {
    if (cell.lines.length < LEAST_LINES) continue;
    const inside = findAlignedTables(glyphs, cell.lines, page);
    if (inside.length > 0) cell.textColumns = Math.max(...inside.map(({ table: { xs } }) => xs.length - 1));
  }
}
