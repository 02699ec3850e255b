import { anyOf, type Condition, escapeLike } from './condition.js';
import { QueryError } from './query-error.js';

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
    return codeCondition(region, table);
  }
  const isWord = [...region].length > 1;
  const pattern = isWord ? `${escapeLike(region)}%` : escapeLike(region);
  const names = ['province', 'city', 'region'].map((column) => `${table}.${column}`);
  return anyOf(names.map((name) => ({ sql: `${name} LIKE ? ESCAPE '\\'`, params: [pattern] })));
}

/** Rows whose region code lies in or below a code (GB/T 2260: trailing pairs of zeros mean everything below) or prefix. */
export function codeCondition(code: string, table: string): Condition {
  const prefix = code.replace(/(00)+$/, '');
  return {
    sql: `(${table}.region_code >= ? AND ${table}.region_code < ?)`,
    params: [prefix, `${prefix}:`],
  };
}
