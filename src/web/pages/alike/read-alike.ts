import type { ReviewedFinding } from '../../../model/ports/findings.js';
import type { Store } from '../../../model/ports/store.js';

/** Findings answered at a time: so many a person can look through. */
const MOST = 200;

/** Findings of one rule on one department that nobody has answered. */
export interface AlikeFindings {
  /** The one they are like. */
  finding: ReviewedFinding;
  /** Itself first, unless it is answered. */
  rows: ReviewedFinding[];
  /** Those that are left for another time. */
  left: number;
}

/** null: no run has had a finding of this number. */
export async function readAlike(store: Store, id: number): Promise<AlikeFindings | null> {
  const finding = await store.reviewedFinding(id);
  if (!finding) return null;
  const all = await store.findingsAlike(id);
  const rows = [...all.filter((row) => row.id === id), ...all.filter((row) => row.id !== id)].slice(0, MOST);
  return { finding, rows, left: all.length - rows.length };
}
