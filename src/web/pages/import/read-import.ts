import type { ImportRecord } from '../../../model/import-record.js';
import { OUTCOME_TEXT } from '../../../model/outcome.js';
import type { Store } from '../../../model/ports/store.js';
import { curableOutcomes, retryable } from '../../../pipeline/import/retryable.js';
import type { ListQuery } from '../../list-query.js';

/** A document whose region, year or department is unknown. */
export interface UnresolvedDocument {
  id: number;
  path: string;
  region: string | null;
  year: number | null;
  department: string | null;
}

/** What the page of imports shows of the store. */
export interface ImportPageData {
  /** Newest first. */
  records: ImportRecord[];
  /** Documents by the sha256 of their content: those the failures of the newest import speak of. */
  documents: ReadonlyMap<string, number>;
  /** How many documents another try may cure. */
  curable: { title: string; count: number }[];
  unresolved: UnresolvedDocument[];
  unresolvedCount: number;
}

const SHOWN_IMPORTS = 10;
export const UNRESOLVED_ON_PAGE = 20;

export async function readImport(store: Store, { page }: Pick<ListQuery, 'page'>): Promise<ImportPageData> {
  const records = await store.imports(SHOWN_IMPORTS);
  return {
    records,
    documents: await documentsOf(store, records[0]),
    curable: await readCurable(store),
    ...(await readUnresolved(store, page)),
  };
}

async function documentsOf(store: Store, record: ImportRecord | undefined): Promise<Map<string, number>> {
  const contents = (record?.result?.failures ?? []).flatMap(({ sha256 }) => sha256 ?? []);
  const rows = await store.matching('documents', { sha256: contents }, ['id', 'sha256']);
  return new Map(rows.map(({ id, sha256 }) => [String(sha256), Number(id)]));
}

async function readCurable(store: Store): Promise<ImportPageData['curable']> {
  const curable: ImportPageData['curable'] = [];
  for (const outcome of curableOutcomes()) {
    const { length: count } = await retryable(store, [outcome]);
    if (count > 0) curable.push({ title: OUTCOME_TEXT[outcome].title, count });
  }
  return curable;
}

async function readUnresolved(
  store: Store,
  page: number,
): Promise<Pick<ImportPageData, 'unresolved' | 'unresolvedCount'>> {
  const filter = { unresolved: true };
  const { rows } = await store.query('documents', filter, {
    columns: ['id', 'path', 'region', 'year', 'department'],
    sort: 'id',
    limit: UNRESOLVED_ON_PAGE,
    offset: (page - 1) * UNRESOLVED_ON_PAGE,
  });
  return {
    unresolvedCount: (await store.count('documents', filter)).rows,
    unresolved: rows as unknown as UnresolvedDocument[],
  };
}
