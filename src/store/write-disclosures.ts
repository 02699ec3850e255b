import type { Database } from 'better-sqlite3';
import type { ReadDocument } from '../model/document.js';
import { disclosureRows } from './disclosure-rows.js';
import { insertRows, prepared } from './rows.js';

/** Writes disclosures, projects, indicators, cells … of a document in place of those it had (deleted by cascade). */
export function writeDisclosures(db: Database, number: number, document: ReadDocument): void {
  prepared(db, 'DELETE FROM disclosure_rows WHERE document = ?').run(number);
  insertRows(db, disclosureRows(number, document));
}
