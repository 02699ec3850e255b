import type { Disclosure } from '../../model/disclosure.js';
import type { Section } from '../../model/sections/section.js';
import { type ItemOf, SECTIONS, type SectionName } from '../../model/sections/sections.js';
import type { SqlRow } from '../ground/rows.js';
import { VALUE_ROWS } from './value-rows.js';

/** What the rows of a disclosure are told by. */
export interface RowKeys {
  disclosure: number;
  /** Id of the row of a table that has ids, by its ordinal in the disclosure. */
  idOf: (table: string, ordinal: number) => number;
  /** Id of the row of a project, by its id within the disclosure. */
  projectId: (local: number | null) => number | null;
}

/**
 * The rows of one section of a disclosure, each column the property of its name unless VALUE_ROWS says what it is; those without an
 * id of their own are numbered.
 */
export function sectionRows<S extends SectionName>(
  name: S,
  disclosure: Disclosure,
  { disclosure: id, idOf, projectId }: RowKeys,
): SqlRow[] {
  const section: Section = SECTIONS[name];
  const items = disclosure[SECTIONS[name].list] as readonly ItemOf<S>[];
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
