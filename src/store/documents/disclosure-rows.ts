import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { rowId } from '../../model/row-id.js';
import { EVERY_SECTION, SECTIONS } from '../../model/sections/sections.js';
import type { SqlRow, TableRows } from '../ground/rows.js';
import { cellRows } from './cell-rows.js';
import { type RowKeys, sectionRows } from './section-rows.js';
import { subjectOf } from './subject.js';

/**
 * The rows of all disclosures of a document, by table, parents first. Ids follow from the document's number and the position
 * of the row among all rows of its kind in the document.
 */
export function disclosureRows(number: number, document: ReadDocument): TableRows {
  const before = new Map<string, number>();
  const idOf = (table: string, ordinal: number): number =>
    rowId(number, (before.get(table) ?? 0) + ordinal + 1);
  const tables: TableRows = { disclosure_rows: [] };
  const cells = cellRows(number, document);
  for (const [ordinal, disclosure] of document.disclosures.entries()) {
    const id = rowId(number, ordinal + 1);
    tables.disclosure_rows?.push({
      id,
      document: number,
      ordinal,
      ...subjectOf(disclosure),
      department_code: disclosure.departmentCode,
      ...countsOf(disclosure),
      cells: cells.filter((cell) => cell.disclosure === id).length,
    });
    for (const [table, rows] of Object.entries(valueRows(id, disclosure, idOf))) {
      const all = tables[table];
      if (all) for (const row of rows) all.push(row);
      else tables[table] = rows;
      before.set(table, (before.get(table) ?? 0) + rows.length);
    }
  }
  return { ...tables, cell_rows: cells };
}

/** How many rows each view has of a disclosure, by name of the view, and what its projects cost together. */
const countsOf = (disclosure: Disclosure): SqlRow => ({
  ...Object.fromEntries(EVERY_SECTION.map(({ view, list }) => [view, disclosure[list].length])),
  project_fen: disclosure.projects.reduce((sum, { money }) => sum + (money?.fen ?? 0), 0),
});

function valueRows(id: number, disclosure: Disclosure, idOf: RowKeys['idOf']): TableRows {
  const { table } = SECTIONS.projects;
  const projectIds = new Map(disclosure.projects.map((each, ordinal) => [each.id, idOf(table, ordinal)]));
  const projectId = (local: number | null): number | null =>
    local === null ? null : (projectIds.get(local) ?? null);
  return Object.fromEntries(
    EVERY_SECTION.map((section) => [
      section.table,
      sectionRows(section.view, disclosure, { disclosure: id, idOf, projectId }),
    ]),
  );
}
