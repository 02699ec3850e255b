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

/** The rows of one section of a disclosure; those without an id of their own are numbered. */
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
  return items.map((item, ordinal) => {
    const row: SqlRow = VALUE_ROWS[name](item);
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

/** A decimal string as a number for sorting; null for anything else. */
const decimal = (text: unknown): number | null =>
  typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
