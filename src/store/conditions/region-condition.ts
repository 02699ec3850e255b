import { QueryError } from '../../model/facts/query-error.js';
import { type RegionScope, regionScope } from '../../model/region-scope.js';
import { anyOf, type Condition, escapeLike } from '../ground/condition.js';

/**
 * Rows of the places a code or name means, as `regionScope` has it.
 * @param table alias of a table or view that has region_code, region, city, province
 * @throws QueryError when digits are no code or prefix of one
 */
export function regionCondition(region: string, table: string): Condition {
  const scope = regionScope(region);
  if (!scope) throw new QueryError(`行政区划代码 ${region} 应为 6 位，或其前 2 位、前 4 位`);
  const { prefixes, codes, name } = scope;
  const below = prefixes.map((prefix) => ({
    sql: `(${table}.region_code >= ? AND ${table}.region_code < ?)`,
    params: [prefix, `${prefix}:`],
  }));
  const among =
    codes.length === 0
      ? []
      : [{ sql: `${table}.region_code IN (${codes.map(() => '?').join(', ')})`, params: [...codes] }];
  return anyOf([...below, ...(name === null ? [] : nameConditions(name, table)), ...among]);
}

function nameConditions(
  { text, isWhole, isPath }: NonNullable<RegionScope['name']>,
  table: string,
): Condition[] {
  const columns = ['province', 'city', 'region'].map((column) => `${table}.${column}`);
  const [province, city, region] = columns;
  const below = `ifnull(${city}, '') || ${region}`;
  const paths = isPath ? [below, `ifnull(${province}, '') || ${below}`] : [];
  return [...columns, ...paths].map((name) => ({
    sql: `${name} LIKE ? ESCAPE '\\'`,
    params: [`${escapeLike(text)}${isWhole ? '' : '%'}`],
  }));
}
