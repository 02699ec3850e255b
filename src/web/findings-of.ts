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

/** Findings of the newest audit about these documents. */
export function findingsOf(store: Store, documents: readonly number[]): FindingOf[] {
  const { rows } = store.sql(
    `SELECT id, severity, verdict, message, project, year, stage, department, department_key FROM findings
     WHERE document_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(documents)],
  );
  return (rows as unknown as FindingOf[]).sort((a, b) => a.id - b.id);
}
