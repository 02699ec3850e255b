import type { ReadDocument } from '../../model/document.js';
import type { PictureFate } from '../../model/grid.js';
import { isUnread, type Outcome } from '../../model/outcome.js';

/** What decides between two readings of one content. */
export interface StoredReading {
  readerVersion: string;
  outcome: Outcome;
  /** The true path. */
  readAs: string;
  /** JSON; null when nothing was known from outside. */
  hints: string | null;
  pictures: PictureFate | null;
}

/**
 * Whether a stored reading is kept when another one of the same content comes. The better one is: one that was read over
 * one that was not (a newer reader that runs into its time limit displaces nothing), then the newer reader's, then the one that
 * read more pictures, then the one with more known from outside, then the one under the path that sorts first (the path may have told region or year): what
 * the store holds does not depend on which came first. Of two that are equal in all this the later one is taken.
 */
export function stands(stored: StoredReading, incoming: ReadDocument, readAs: string): boolean {
  const order =
    rankOf(stored.outcome) - rankOf(incoming.outcome) ||
    compareVersions(stored.readerVersion, incoming.readerVersion) ||
    fateOf(stored.pictures) - fateOf(incoming.pictures ?? null) ||
    Number(stored.hints !== null) - Number(Boolean(incoming.hints));
  if (order !== 0) return order > 0;
  return stored.readAs < readAs;
}

/** A file ignored for its name says nothing of its content. */
const rankOf = (outcome: Outcome): number => (outcome === 'ignored' ? 0 : isUnread(outcome) ? 1 : 2);

const FATES: readonly (PictureFate | null)[] = ['left', 'layer', 'read'];

/** Where there are no pictures in either reading both are the same. */
const fateOf = (fate: PictureFate | null): number => FATES.indexOf(fate);

/** Versions are whole numbers; that of a file never read is none and comes first. */
export const compareVersions = (a: string, b: string): number => (Number(a) || 0) - (Number(b) || 0);
