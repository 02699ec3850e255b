import { maskName } from '../../normalizers/privacy/mask-name.js';
import type { Region } from '../model/disclosure.js';
import { QueryError } from '../model/facts/query-error.js';
import type { ViewFilter } from '../model/filters.js';
import type { AssignedDocument, AssignPreview } from '../model/ports/documents.js';
import type { Store } from '../model/ports/store.js';
import { departmentKey } from '../pipeline/subjects/department-key.js';
import { regionNamed } from '../pipeline/subjects/region-named.js';
import { linkAnew } from './link-anew.js';

/** What a person says of documents; the region by code, name or title. */
export interface Assigned {
  region?: string;
  year?: number;
  department?: string;
}

/**
 * Sets region, year and department of documents (sha256) by a person's hand, as one repair; what is not given stays as it is; a
 * person named in the department is masked.
 * @returns number of the repair, to take it back by
 * @throws QueryError before anything is changed: nothing is given, no document, the region is unknown or ambiguous
 */
export async function assignDocuments(
  store: Store,
  documents: readonly string[],
  given: Assigned,
  who: string | null = null,
): Promise<number> {
  const repair = await store.assignAll(await assignments(store, documents, given), who);
  await linkAnew(store);
  return repair;
}

/** What the documents would be assigned to. @throws QueryError as `assignDocuments` */
export const previewAssign = async (
  store: Store,
  documents: readonly string[],
  given: Assigned,
): Promise<AssignPreview[]> => store.previewAssign(await assignments(store, documents, given));

/** Takes the last assignment of each of the documents back. @throws QueryError where one has none */
export async function undoAssign(store: Store, documents: readonly string[]): Promise<void> {
  await store.undoAssign(documents);
  await linkAnew(store);
}

/** Takes a repair back. @returns how many documents @throws QueryError as `Documents.undoRepair` */
export async function undoRepair(store: Store, repair: number): Promise<number> {
  const documents = await store.undoRepair(repair);
  await linkAnew(store);
  return documents;
}

/** sha256 of the documents the filter means, by path. @param most documents at most */
export async function documentsWhere(store: Store, filter: ViewFilter, most?: number): Promise<string[]> {
  const { rows } = await store.query('documents', filter, { columns: ['sha256'], sort: 'path', limit: most });
  return rows.map(({ sha256 }) => String(sha256));
}

async function assignments(
  store: Store,
  documents: readonly string[],
  { region: regionText, year, department: given }: Assigned,
): Promise<AssignedDocument[]> {
  if (regionText === undefined && year === undefined && given === undefined) {
    throw new QueryError('请给出地区、年度、部门中的至少一项');
  }
  const department = given === undefined ? undefined : maskName(given);
  const region = regionText === undefined ? undefined : regionNamed(regionText, year);
  const assigned: AssignedDocument[] = [];
  for (const sha256 of documents) {
    const key =
      department === undefined ? null : departmentKey(department, region ?? (await regionOf(store, sha256)));
    assigned.push({
      sha256,
      assignment: {
        ...(region && { region }),
        ...(year !== undefined && { year }),
        ...(department !== undefined && { department: { name: department, code: null, key } }),
      },
    });
  }
  return assigned;
}

const regionOf = async (store: Store, sha256: string): Promise<Region | null> =>
  (await store.load(sha256))?.disclosures.find(({ region }) => region !== null)?.region ?? null;
