import type { ReadDocument } from '../../model/document.js';
import { emptyDisclosure } from '../../model/facts/empty-disclosure.js';
import type { Assignment } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { unpackJson } from '../ground/pack-json.js';
import type { Reading } from '../ground/pack-reading.js';
import { prepared } from '../ground/rows.js';
import { asDecided } from './as-decided.js';

interface StoredDocument {
  sha256: string;
  path: string;
  bytes: number;
  format: string;
  reader_version: string;
  outcome: ReadDocument['outcome'];
  reason: string | null;
  title: string | null;
  url: string | null;
  published: string | null;
  pictures: ReadDocument['pictures'] | null;
  reading: Buffer;
  grids: Buffer;
}

/** The document as it was read, under its first path; null when the store does not have it. */
export function loadReading(db: Database, sha256: string): ReadDocument | null {
  const row = prepared(
    db,
    `SELECT sha256, path, bytes, format, reader_version, outcome, reason, title, url, published, pictures, reading, grids
     FROM document_rows JOIN document_blobs USING (number) WHERE sha256 = ?`,
  ).get(sha256) as StoredDocument | undefined;
  if (!row) return null;
  const { reader_version: readerVersion, pictures, reading, grids, ...rest } = row;
  return {
    ...rest,
    readerVersion,
    ...(pictures ? { pictures } : {}),
    blocks: unpackJson<ReadDocument['blocks']>(grids),
    ...completed(unpackJson<Reading>(reading)),
  };
}

/** Readings stored before the alarm know of no unread parts, older ones of no statements. */
const completed = ({
  unread = [],
  disclosures,
  ...rest
}: Reading): Required<Pick<Reading, 'unread'>> & Omit<Reading, 'unread'> => ({
  ...rest,
  unread,
  disclosures: disclosures.map((disclosure) => ({ ...emptyDisclosure(), ...disclosure })),
});

/** The document with what people decided applied; null when the store does not have it. */
export function loadDocument(db: Database, sha256: string): ReadDocument | null {
  const document = loadReading(db, sha256);
  return document && asDecided(db, document, loadAssignment(db, sha256));
}

interface AssignmentRow {
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  department: string | null;
  department_code: string | null;
  department_key: string | null;
}

/** What a person assigned to this content; null where nothing. */
export function loadAssignment(db: Database, sha256: string): Assignment | null {
  const row = prepared(db, 'SELECT * FROM assignment_rows WHERE sha256 = ?').get(sha256) as
    | AssignmentRow
    | undefined;
  if (!row) return null;
  const { region, year, department } = row;
  return {
    ...(region === null
      ? {}
      : { region: { code: row.region_code, name: region, province: row.province, city: row.city } }),
    ...(year === null ? {} : { year }),
    ...(department === null
      ? {}
      : { department: { name: department, code: row.department_code, key: row.department_key } }),
  };
}
