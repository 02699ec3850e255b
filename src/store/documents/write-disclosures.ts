import type { ReadDocument } from '../../model/document.js';
import { countDocument } from '../derived/count-document.js';
import { recountFindings } from '../derived/count-findings.js';
import { forgetDocument, indexDocument } from '../derived/search-index.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared } from '../ground/rows.js';
import { disclosureRows } from './disclosure-rows.js';

/** Writes disclosures, projects, indicators, cells … of a document, and what they are found by and counted in, in place of those it had. */
export function writeDisclosures(db: Database, number: number, document: ReadDocument): void {
  prepared(db, 'DELETE FROM disclosure_rows WHERE document = ?').run(number);
  forgetDocument(db, number);
  insertRows(db, disclosureRows(number, document));
  indexDocument(db, number);
  countDocument(db, number);
  recountFindings(db, document.sha256);
}
