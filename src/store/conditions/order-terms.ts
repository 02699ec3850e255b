import { gravity, SEVERITIES } from '../../model/facts/severities.js';
import { requireColumn } from '../../model/named-view.js';
import { EVERY_SECTION } from '../../model/sections/sections.js';
import type { View } from '../../model/views.js';

/** One column rows are sorted by. */
export interface SortTerm {
  column: string;
  descending: boolean;
}

/** By place, year and department, then as printed; in the words of the indexes `…_order`. */
const DEFAULT_ORDER = ['region_code', 'year', 'department_key'];
const AS_PRINTED = ['document_id', 'id'];
/** Views that are no rows of documents. */
const OTHER_ORDER = [
  'run_id',
  'rule',
  'province',
  'year',
  'stage',
  'level1',
  'level2',
  'kind',
  'severity',
  'verdict',
  'state',
];

/** Gravest first; in the words of the index `finding_group_rows_severity`. */
const GRAVITY = `CASE v.severity ${SEVERITIES.map((each) => `WHEN '${each}' THEN ${gravity(each)}`).join(' ')} END`;

/** What findings may be sorted by beside their columns: gravest first, then by what is at stake. */
const BY_GRAVITY = 'gravity';
const GRAVITY_ORDER = [GRAVITY, 'abs(ifnull(v.difference_wan, 0)) DESC'];

/** A column of rows that an index keeps in order. */
export interface ValueOrder {
  table: string;
  column: string;
  /** On the column, then the disclosure. */
  index: string;
}

/** Orders by value an index gives, by view and column. Rows with the same value stand by id, in the same direction. */
export const VALUE_ORDERS: Record<string, Record<string, ValueOrder>> = Object.fromEntries(
  EVERY_SECTION.map(({ view, table, fields }) => [
    view,
    Object.fromEntries(
      fields.flatMap(({ name, from = name, sorted }) =>
        sorted === undefined ? [] : [[name, { table, column: from, index: sorted }]],
      ),
    ),
  ]),
);

const isOfFindings = ({ name }: View): boolean => name.replace(/^current_/, '') === 'findings';

/** @throws QueryError on a column the view lacks */
export function sortTerms(view: View, sort: string | undefined): SortTerm[] {
  const wanted = (sort ?? '').split(',').filter((each) => each !== '');
  return wanted.map((each) => {
    const column = each.replace(/^-/, '');
    if (!(each === BY_GRAVITY && isOfFindings(view))) requireColumn(view, column);
    return { column, descending: each.startsWith('-') };
  });
}

/** What stands after ORDER BY; the alias of the view is `v`. Blank values come last; of equal rows the default order decides. */
export function orderTerms(view: View, terms: readonly SortTerm[]): string[] {
  const known = (name: string): boolean => view.columns.some((column) => column.name === name);
  const wanted = terms.flatMap((term) => (term.column === BY_GRAVITY ? GRAVITY_ORDER : [orderTerm(term)]));
  const [only, ...others] = terms;
  if (only && others.length === 0 && VALUE_ORDERS[view.name.replace(/^current_/, '')]?.[only.column]) {
    return [...wanted, `v.id ${only.descending ? 'DESC' : 'ASC'}`];
  }
  if (!known('document_id')) return [...wanted, ...OTHER_ORDER.filter(known).flatMap(blankLast)];
  return [...wanted, ...placeOrder(), ...AS_PRINTED.filter(known).map((name) => `v."${name}"`)];
}

/** The default order of disclosures. */
export const placeOrder = (): string[] => DEFAULT_ORDER.flatMap(blankLast);

export const orderTerm = ({ column, descending }: SortTerm): string =>
  column === 'severity'
    ? `${GRAVITY}${descending ? ' DESC' : ''}`
    : `v."${column}" ${descending ? 'DESC' : 'ASC'} NULLS LAST`;

const blankLast = (name: string): string[] => [`v."${name}" IS NULL`, `v."${name}"`];
