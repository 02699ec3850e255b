import { DOCUMENT_NUMBERS, homeNumber } from '../../model/row-id.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { loadDocument } from './load-document.js';
import { writeDisclosures } from './write-disclosures.js';

export interface Move {
  sha256: string;
  from: number;
  to: number;
}

/**
 * The number for a content that is not yet stored. Contents with the same first 36 bits stand on consecutive numbers in
 * the order of their sha256; one that comes late and sorts earlier takes the place, and those behind it move on by one
 * (an ordered hash table: Amble & Knuth 1974), so the numbers do not depend on the order of arrival. Whoever takes a
 * document out of the store must move those behind it back.
 */
export function placeDocument(db: Database, sha256: string): number {
  const holderOf = prepared(db, 'SELECT sha256 FROM document_rows WHERE number = ?').pluck();
  const moves: Move[] = [];
  let free: number | undefined;
  let wanting = sha256;
  let from: number | undefined;
  for (let number = homeNumber(sha256); ; number = (number + 1) % DOCUMENT_NUMBERS) {
    const holder = holderOf.get(number) as string | undefined;
    if (holder !== undefined && holder < wanting) continue;
    if (from === undefined) free = number;
    else moves.push({ sha256: wanting, from, to: number });
    if (holder === undefined) break;
    wanting = holder;
    from = number;
  }
  for (const move of moves.reverse()) moveDocument(db, move);
  return free ?? homeNumber(sha256);
}

/** Gives a stored document another number, and its rows the ids that follow from it. */
export function moveDocument(db: Database, { sha256, from, to }: Move): void {
  const document = loadDocument(db, sha256);
  prepared(db, 'DELETE FROM disclosure_rows WHERE document = ?').run(from);
  prepared(db, 'UPDATE document_rows SET number = ? WHERE number = ?').run(to, from);
  if (document) writeDisclosures(db, to, document);
}
