import { maskName } from '../../normalizers/privacy/mask-name.js';
import type { Region } from '../model/disclosure.js';
import { QueryError } from '../model/facts/query-error.js';
import type { Store } from '../model/ports/store.js';
import { departmentKey } from '../pipeline/subjects/department-key.js';
import { linkDepartments } from '../pipeline/subjects/link-departments.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';

/** What a person says of documents; the region by code, name or title. */
export interface Assigned {
  region?: string;
  year?: number;
  department?: string;
}

/**
 * Sets region, year and department of documents (sha256) by a person's hand; what is not given stays as it is; a
 * person named in the department is masked.
 * @throws QueryError before anything is changed: nothing is given, the region is unknown or ambiguous
 */
export async function assignDocuments(
  store: Store,
  documents: readonly string[],
  { region: regionText, year, department: given }: Assigned,
): Promise<void> {
  if (regionText === undefined && year === undefined && given === undefined) {
    throw new QueryError('请给出地区、年度、部门中的至少一项');
  }
  const department = given === undefined ? undefined : maskName(given);
  const region = regionText === undefined ? undefined : regionNamed(regionText, year);
  for (const sha256 of documents) {
    const key =
      department === undefined ? null : departmentKey(department, region ?? (await regionOf(store, sha256)));
    await store.assign(sha256, {
      ...(region && { region }),
      ...(year !== undefined && { year }),
      ...(department !== undefined && { department: { name: department, code: null, key } }),
    });
  }
  await store.linkVersions();
  await linkDepartments(store);
}

const regionOf = async (store: Store, sha256: string): Promise<Region | null> =>
  (await store.load(sha256))?.disclosures.find(({ region }) => region !== null)?.region ?? null;
