import { createHash } from 'node:crypto';
import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import { rowId } from '../../model/row-id.js';
import { listOf, type Section } from '../../model/sections/section.js';
import { EVERY_SECTION, type ItemOf, SECTIONS, type SectionName } from '../../model/sections/sections.js';
import type { SqlRow, TableRows } from '../ground/rows.js';
import { cellRows } from './cell-rows.js';
import { subjectOf } from './subject.js';
import { VALUE_ROWS } from './value-rows.js';

/**
 * The rows of all disclosures of a document, by table, parents first. Ids follow from the document's number and the position
 * of the row among all rows of its kind in the document.
 */
export function disclosureRows(number: number, document: ReadDocument): TableRows {
  const before = new Map<string, number>();
  const idOf = (table: string, ordinal: number): number =>
    rowId(number, (before.get(table) ?? 0) + ordinal + 1);
  const tables: TableRows = { disclosure_rows: [], content_rows: [] };
  const cells = cellRows(number, document);
  for (const [ordinal, disclosure] of document.disclosures.entries()) {
    const id = rowId(number, ordinal + 1);
    const subject = subjectOf(disclosure);
    const values = valueRows(id, disclosure, idOf);
    tables.disclosure_rows?.push({
      id,
      document: number,
      ordinal,
      ...subject,
      department_code: disclosure.departmentCode,
      ...countsOf(disclosure),
      cells: cells.filter((cell) => cell.disclosure === id).length,
    });
    tables.content_rows?.push({ disclosure: id, content: contentNumber([subject, values]) });
    for (const [table, rows] of Object.entries(values)) {
      const all = tables[table];
      if (all) for (const row of rows) all.push(row);
      else tables[table] = rows;
      before.set(table, (before.get(table) ?? 0) + rows.length);
    }
  }
  return { ...tables, cell_rows: cells };
}

/** Bytes of a hash that a number holds exactly. */
const CONTENT_BYTES = 6;

/** Tells rows of sections that say something else apart, with their subject and ids. */
const contentNumber = (rows: unknown): number =>
  createHash('sha256').update(JSON.stringify(rows)).digest().readUIntBE(0, CONTENT_BYTES);

/** How many rows each view has of a disclosure, by name of the view, and what its projects cost together. */
const countsOf = (disclosure: Disclosure): SqlRow => ({
  ...Object.fromEntries(EVERY_SECTION.map(({ view, list }) => [view, listOf(list, disclosure).length])),
  project_fen: disclosure.projects.reduce((sum, { money }) => sum + (money?.fen ?? 0), 0),
});

function valueRows(id: number, disclosure: Disclosure, idOf: RowKeys['idOf']): TableRows {
  const { table } = SECTIONS.projects;
  const projectIds = new Map(disclosure.projects.map((each, ordinal) => [each.id, idOf(table, ordinal)]));
  const projectId = (local: number | null): number | null =>
    local === null ? null : (projectIds.get(local) ?? null);
  const statementId = (local: number): number => idOf(SECTIONS.statements.table, local - 1);
  return Object.fromEntries(
    EVERY_SECTION.map((section) => [
      section.table,
      sectionRows(section.view, disclosure, { disclosure: id, idOf, projectId, statementId }),
    ]),
  );
}

/** What the rows of a disclosure are told by. */
interface RowKeys {
  disclosure: number;
  /** Id of the row of a table that has ids, by its ordinal in the disclosure. */
  idOf: (table: string, ordinal: number) => number;
  /** Id of the row of a project, by its id within the disclosure. */
  projectId: (local: number | null) => number | null;
  /** Id of the row of a statement, by its id within the disclosure. */
  statementId: (local: number) => number;
}

/**
 * The rows of one section of a disclosure, each column the property of its name unless VALUE_ROWS says what it is; those without an
 * id of their own are numbered.
 */
function sectionRows<S extends SectionName>(
  name: S,
  disclosure: Disclosure,
  { disclosure: id, idOf, projectId, statementId }: RowKeys,
): SqlRow[] {
  const section: Section = SECTIONS[name];
  const items = listOf(section.list, disclosure) as readonly ItemOf<S>[];
  if (items.length === 0) return [];
  const exact = section.fields
    .filter((field) => field.exact)
    .map(({ name: number }) => [number, `${number}_text`]);
  const plain = section.fields
    .filter((field) => field.from === undefined)
    .map((field) => [field.name, propertyOf(field.name)] as const);
  return items.map((item, ordinal) => {
    const values = item as unknown as SqlRow;
    const row: SqlRow = {};
    for (const [column, property] of plain) row[column] = values[property] ?? null;
    Object.assign(row, VALUE_ROWS[name](item));
    row.disclosure = id;
    if (section.row) row.id = idOf(section.table, ordinal);
    else row.ordinal = ordinal;
    if (section.project && 'project' in item) row.project_id = projectId(item.project);
    if ('statement' in item) row.statement_id = statementId(item.statement);
    for (const [number = '', text = ''] of exact) {
      row[text] = row[number] ?? null;
      row[number] = decimal(row[text]);
    }
    return row;
  });
}

/** `target_basis` → `targetBasis`. */
const propertyOf = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A decimal string as a number for sorting; null for anything else. */
const decimal = (text: unknown): number | null =>
  typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
