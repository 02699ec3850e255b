import type { Stage } from '../model/facts/stages.js';
import type { Store } from '../store/open-store.js';
import type { ListedFinding } from './parts/finding-list.js';

/** A finding with whose it is. */
export interface FindingOf extends ListedFinding {
  year: number | null;
  stage: Stage;
  department: string | null;
  department_key: string | null;
}

const COLUMNS = [
  'id',
  'severity',
  'verdict',
  'message',
  'project',
  'year',
  'stage',
  'department',
  'department_key',
] as const;

/** Findings of the newest audit about these documents. */
export function findingsOf(store: Store, documents: readonly number[]): FindingOf[] {
  return store
    .matching<FindingOf>('findings', { document_id: documents }, COLUMNS)
    .sort((one, other) => one.id - other.id);
}
