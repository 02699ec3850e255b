import type { Stage } from '../model/facts/stages.js';
import type { Store } from '../model/ports/store.js';
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
export async function findingsOf(store: Store, documents: readonly number[]): Promise<FindingOf[]> {
  return (await store.matching<FindingOf>('findings', { document_id: documents }, COLUMNS)).sort(
    (one, other) => one.id - other.id,
  );
}
