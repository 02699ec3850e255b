import { type RegionHeir, regionHeirs } from '../model/region-heirs.js';
import { anyOf, type Condition, escapeLike } from './condition.js';
import { QueryError } from './query-error.js';

/**
 * Rows of a region with everything below it: by code (`430204`; `430200` and `4302` for all of the city; `430000` and `43`
 * for the province) or by name (`石峰区`, `湖南省`, also without its last syllables: `湖南`). A region of today is found with
 * its predecessors under their retired codes, a retired one with its heirs.
 * @param table alias of a table or view that has region_code, region, city, province
 * @throws QueryError when digits are no code or prefix of one
 */
export function regionCondition(region: string, table: string): Condition {
  return /^\d+$/.test(region) ? byCode(region, table) : byName(region, table);
}

function byCode(region: string, table: string): Condition {
  if (![2, 4, 6].includes(region.length)) {
    throw new QueryError(`行政区划代码 ${region} 应为 6 位，或其前 2 位、前 4 位`);
  }
  const prefix = withoutZeros(region);
  const related = relatives(
    ({ heir }) => heir.startsWith(prefix),
    ({ code }) => code === region,
  );
  const outside = related.filter((code) => !code.startsWith(prefix));
  return anyOf([codeCondition(region, table), ...codesIn(outside, table)]);
}

function byName(region: string, table: string): Condition {
  const isWord = [...region].length > 1;
  const pattern = isWord ? `${escapeLike(region)}%` : escapeLike(region);
  const isMeant = (name: string | null): boolean =>
    isWord ? name?.startsWith(region) === true : name === region;
  const related = relatives(
    ({ heirName, heirCity }) => isMeant(heirName) || isMeant(heirCity),
    ({ name }) => isMeant(name),
  );
  const names = ['province', 'city', 'region'].map((column) => `${table}.${column}`);
  return anyOf([
    ...names.map((name) => ({ sql: `${name} LIKE ? ESCAPE '\\'`, params: [pattern] })),
    ...codesIn(related, table),
  ]);
}

/** Retired codes of the regions meant, and heirs of the retired regions meant. */
function relatives(
  isHeirMeant: (each: RegionHeir) => boolean,
  isRetiredMeant: (each: RegionHeir) => boolean,
): string[] {
  const all = regionHeirs();
  const codes = [
    ...all.filter(isHeirMeant).map(({ code }) => code),
    ...all.filter(isRetiredMeant).map(({ heir }) => heir),
  ];
  return [...new Set(codes)];
}

const codesIn = (codes: readonly string[], table: string): Condition[] =>
  codes.length === 0
    ? []
    : [{ sql: `${table}.region_code IN (${codes.map(() => '?').join(', ')})`, params: [...codes] }];

/** Rows whose region code lies in or below a code (GB/T 2260: trailing pairs of zeros mean everything below) or prefix. */
export function codeCondition(code: string, table: string): Condition {
  const prefix = withoutZeros(code);
  return {
    sql: `(${table}.region_code >= ? AND ${table}.region_code < ?)`,
    params: [prefix, `${prefix}:`],
  };
}

const withoutZeros = (code: string): string => code.replace(/(00)+$/, '');
