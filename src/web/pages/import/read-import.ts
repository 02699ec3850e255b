import type { ImportRecord } from '../../../model/import-record.js';
import { CURABLE, OUTCOME_TEXT } from '../../../model/outcome.js';
import type { Store } from '../../../store/open-store.js';
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

export function readImport(store: Store, { page }: Pick<ListQuery, 'page'>): ImportPageData {
  const records = store.imports(SHOWN_IMPORTS);
  return {
    records,
    documents: documentsOf(store, records[0]),
    curable: readCurable(store),
    ...readUnresolved(store, page),
  };
}

function documentsOf(store: Store, record: ImportRecord | undefined): Map<string, number> {
  const contents = (record?.result?.failures ?? []).flatMap(({ sha256 }) => sha256 ?? []);
  const rows = store.matching('documents', { sha256: contents }, ['id', 'sha256']);
  return new Map(rows.map(({ id, sha256 }) => [String(sha256), Number(id)]));
}

function readCurable(store: Store): ImportPageData['curable'] {
  const counts = new Map<unknown, number>(
    store.facets('documents', {}, ['outcome']).map(({ value, count }) => [value, count]),
  );
  return CURABLE.flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0;
    return count > 0 ? [{ title: OUTCOME_TEXT[outcome].title, count }] : [];
  });
}

function readUnresolved(store: Store, page: number): Pick<ImportPageData, 'unresolved' | 'unresolvedCount'> {
  const filter = { unresolved: true };
  const { rows } = store.query('documents', filter, {
    columns: ['id', 'path', 'region', 'year', 'department'],
    sort: 'id',
    limit: UNRESOLVED_ON_PAGE,
    offset: (page - 1) * UNRESOLVED_ON_PAGE,
  });
  return {
    unresolvedCount: store.count('documents', filter).rows,
    unresolved: rows as unknown as UnresolvedDocument[],
  };
}
