import { QueryError } from '../../model/facts/query-error.js';
import type { SqlValue } from '../../model/sql-value.js';
import { anyOf, type Condition } from '../ground/condition.js';

/** What the list of findings is ordered by: a column of `finding_list_rows`, the larger first or not. */
export interface OrderTerm {
  column: 'gravity' | 'stake_fen' | 'rule' | 'fingerprint' | 'id';
  descending: boolean;
}

const term = (column: OrderTerm['column'], descending = false): OrderTerm => ({ column, descending });

/** Gravest first, then by yuan; in the words of the index `finding_list_order`. */
const USUAL = [
  term('gravity'),
  term('stake_fen', true),
  term('rule'),
  term('fingerprint'),
  term('id'),
] as const;

/** Columns a reader may sort by. */
const SORTABLE: Record<string, OrderTerm['column']> = {
  severity: 'gravity',
  difference_wan: 'stake_fen',
  rule: 'rule',
  id: 'id',
};

/** @throws QueryError on a column the list cannot be sorted by */
export function reviewOrder(sort: string | undefined): OrderTerm[] {
  const wanted = (sort ?? '')
    .split(',')
    .filter((each) => each !== '')
    .map((each) => {
      const column = SORTABLE[each.replace(/^-/, '')];
      if (column) return term(column, each.startsWith('-'));
      throw new QueryError(`疑点清单不能按 ${each} 排序；可用：${Object.keys(SORTABLE).join('、')}`);
    });
  const rest = USUAL.filter(({ column }) => !wanted.some((each) => each.column === column));
  return [...wanted, ...rest];
}

export const orderSql = (order: readonly OrderTerm[]): string =>
  order.map(({ column, descending }) => `l.${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');

export const reversed = (order: readonly OrderTerm[]): OrderTerm[] =>
  order.map(({ column, descending }) => ({ column, descending: !descending }));

/** Rows that stand behind this one in the order. */
export function behind(row: Readonly<Record<string, SqlValue>>, order: readonly OrderTerm[]): Condition {
  const [first] = order;
  if (!first) return { sql: 'FALSE', params: [] };
  const value = (column: string): SqlValue => row[column] ?? null;
  const later = order.map(({ column, descending }, index): Condition => {
    const equal = order.slice(0, index).map((each) => each.column);
    return {
      sql: [...equal.map((each) => `l.${each} = ?`), `l.${column} ${descending ? '<' : '>'} ?`].join(' AND '),
      params: [...equal, column].map(value),
    };
  });
  // Says the same once more, so that an index can be entered at the row.
  const bound = `l.${first.column} ${first.descending ? '<=' : '>='} ?`;
  const { sql, params } = anyOf(later.map((each) => ({ ...each, sql: `(${each.sql})` })));
  return { sql: `${bound} AND ${sql}`, params: [value(first.column), ...params] };
}
