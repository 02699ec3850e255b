import { QueryError } from './query-error.js';
import type { SqlValue } from './rows.js';

/** A piece of SQL with its parameters. */
export interface Condition {
  sql: string;
  params: SqlValue[];
}

/**
 * Rows of a region with everything below it: by code (`430204`; `430200` and `4302` for all of the city; `430000` and `43`
 * for the province) or by name (`石峰区`, `湖南省`, also without its last syllables: `湖南`).
 * @param table alias of a table or view that has region_code, region, city, province
 * @throws QueryError when digits are no code or prefix of one
 */
export function regionCondition(region: string, table: string): Condition {
  if (/^\d+$/.test(region)) {
    if (![2, 4, 6].includes(region.length)) {
      throw new QueryError(`行政区划代码 ${region} 应为 6 位，或其前 2 位、前 4 位`);
    }
    const prefix = region.replace(/^(\d{2})0000$|^(\d{4})00$/, '$1$2');
    return {
      sql: `(${table}.region_code >= ? AND ${table}.region_code < ?)`,
      params: [prefix, `${prefix}:`],
    };
  }
  const names = ['province', 'city', 'region'].map((column) => `${table}.${column}`);
  if ([...region].length < 2) {
    return { sql: `? IN (${names.join(', ')})`, params: [region] };
  }
  const pattern = `${escapeLike(region)}%`;
  return {
    sql: `(${names.map((name) => `${name} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
    params: [pattern, pattern, pattern],
  };
}

/** The text with the wildcards of LIKE taken literally; for `ESCAPE '\'`. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
