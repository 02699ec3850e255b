import { joinDown } from './join-down.js';
import type { TableLayout } from './story-items.js';
import { tableColumns } from './table-columns.js';
import type { TableDraft } from './table-draft.js';

/** Gives the cells of a table that was read to its end their columns and merges. */
export const layOutTable = (draft: TableDraft): TableLayout => ({
  ...joinDown(tableColumns(draft)),
  headerRows: leadingHeaders(draft),
});

function leadingHeaders(draft: TableDraft): number {
  const body = draft.rows.findIndex((row) => !row.header);
  return body < 0 ? draft.rows.length : body;
}
