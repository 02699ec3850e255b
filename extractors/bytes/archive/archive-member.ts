import { LIMITS, LimitError, UnreadableError } from '../limits.js';

export interface Refusal {
  outcome: UnreadableError['outcome'] | 'limit';
  /** Chinese, for people. */
  reason: string;
}

/** Where a file of an archive of the web comes from. */
export interface WebOrigin {
  address: string;
  /** ISO time at which it was archived. */
  fetched: string;
  /** As the server said. */
  lastModified: string | null;
}

/** One file inside an archive; `refused` in place of its bytes when it could not be unpacked. */
export type ArchiveMember =
  | { path: string; bytes: Uint8Array; origin?: WebOrigin }
  | { path: string; refused: Refusal };

/** A file as an archive yields it, under its name in the archive (decoded, separators `/`). */
export type PackedFile =
  | { name: string; bytes: Uint8Array; origin?: WebOrigin }
  | { name: string; refused: Refusal };

/** What may still be unpacked from an archive and the archives in it. Counted down as it is used. */
export interface UnpackBudget {
  bytes: number;
  members: number;
}

export const newBudget = (): UnpackBudget => ({ bytes: LIMITS.archiveBytes, members: LIMITS.archiveMembers });

/** Bytes the next member may have. */
export const mostBytes = (budget: UnpackBudget): number => Math.min(LIMITS.inputBytes, budget.bytes);

/** The refusal behind an error of the file's own; any other error is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof LimitError) return { outcome: 'limit', reason: error.message };
  if (error instanceof UnreadableError) return { outcome: error.outcome, reason: error.message };
  throw error;
}
