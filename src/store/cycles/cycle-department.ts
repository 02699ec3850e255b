import type { CycleDepartment } from '../../model/cycle.js';
import type { SubjectFilter } from '../../model/filters.js';
import { placeKey } from '../../model/place-key.js';
import { regionHeirs } from '../../model/region-heirs.js';
import { subjectCondition } from '../conditions/view-filter.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

let retired: ReadonlyMap<string, string[]> | undefined;

/** Retired codes of a place by the code of today. */
function retiredCodes(): ReadonlyMap<string, string[]> {
  if (retired) return retired;
  const codes = new Map<string, string[]>();
  for (const { code, name } of regionHeirs()) {
    const key = placeKey({ province: null, city: null, region: name, regionCode: code });
    codes.set(key, [...(codes.get(key) ?? []), code]);
  }
  retired = codes;
  return codes;
}

const OF_CODES = `SELECT id FROM disclosure_rows
  WHERE ifnull(department_key, department) = ? AND region_code IN (SELECT value FROM json_each(?)) AND region IS NOT NULL`;
const OF_NAME = `SELECT id FROM disclosure_rows
  WHERE ifnull(department_key, department) = ? AND region_code IS NULL AND region = ? AND province IS NOT DISTINCT FROM ? AND city IS NOT DISTINCT FROM ?`;

const OF_CENTRE = 'SELECT id FROM disclosure_rows WHERE region IS NULL AND department = ?';

/** Ids of all disclosures of a department, under today's code of its place and the retired ones. */
export function disclosuresOf(db: Database, department: CycleDepartment): number[] {
  const { province, city, region, regionCode, department: name } = department;
  if (region === null) return prepared(db, OF_CENTRE).pluck().all(name) as number[];
  if (regionCode === null) {
    return prepared(db, OF_NAME).pluck().all(name, region, province, city) as number[];
  }
  const key = placeKey({ province, city, region, regionCode });
  const codes = [...new Set([key, regionCode, ...(retiredCodes().get(key) ?? [])])];
  return prepared(db, OF_CODES).pluck().all(name, JSON.stringify(codes)) as number[];
}

/** What a department is told by within its place. */
export const OFFICE = 'iif(d.region IS NULL, d.department, ifnull(d.department_key, d.department))';

/** A place is known, or there is none to know; in the words of the triggers. */
export const HAS_PLACE = `(d.region IS NOT NULL OR ${['国家', '中央', '中国', '全国', '最高'].map((word) => `d.department LIKE '${word}%'`).join(' OR ')})`;

type NamedDepartment = CycleDepartment & { names: string[] };

/** Departments the filter means; one that prints several names or codes of one place once. */
export function cycleDepartments(db: Database, filter: SubjectFilter): NamedDepartment[] {
  const { sql, params } = subjectCondition('d', filter);
  const rows = db
    .prepare(
      `SELECT DISTINCT d.province, d.city, d.region, d.region_code AS regionCode,
         ${OFFICE} AS department, d.department AS name
       FROM disclosure_rows d WHERE ${sql} AND d.department IS NOT NULL AND ${HAS_PLACE}
       ORDER BY d.region_code NULLS FIRST, d.region NULLS FIRST, 5, 6`,
    )
    .all(...params) as (CycleDepartment & { name: string })[];
  const found = new Map<string, NamedDepartment>();
  for (const { name, ...department } of rows) {
    const key = `${placeKey(department)} ${department.department}`;
    const known = found.get(key);
    if (known) known.names.push(name);
    else found.set(key, { ...department, names: [name] });
  }
  return [...found.values()];
}
