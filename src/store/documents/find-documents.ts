import { DOCUMENT_NUMBERS } from '../../model/row-id.js';
import { shortNumbers } from '../../model/row-name.js';
import { escapeLike } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

/** Digits of the longest number of a document. */
const DIGITS = String(DOCUMENT_NUMBERS - 1).length;

/** Numbers of documents that are these digits; where none is and `isBeginning`, those that begin with them, in their order. */
export function documentsNumbered(db: Database, digits: string, isBeginning: boolean): number[] {
  const among = (from: number, end: number): number[] =>
    prepared(db, 'SELECT number FROM document_rows WHERE number >= ? AND number < ? ORDER BY number')
      .pluck()
      .all(from, end) as number[];
  if (digits.length > DIGITS) return [];
  const beginning = Number(digits);
  const exact = among(beginning, beginning + 1);
  if (exact.length > 0 || !isBeginning || digits.startsWith('0')) return exact;
  const missing = Array.from({ length: DIGITS - digits.length }, (_, i) => 10 ** (i + 1));
  return missing.flatMap((power) => among(beginning * power, (beginning + 1) * power));
}

/**
 * Documents a person may mean: by id (`d5`, `5`) or its beginning (`d5123`), by the first 8 or more digits of the sha256, by a path as imported or as
 * shown, or by the end of one (`教育局.docx`, `2023/教育局.docx`).
 * @returns their sha256, sorted by path; empty where none fits
 */
export function findDocuments(db: Database, wanted: string): string[] {
  const [, letter, digits] = /^(d?)(\d{1,11})$/.exec(wanted) ?? [];
  const numbers = digits === undefined ? [] : documentsNumbered(db, digits, letter === 'd');
  const byHash = /^[0-9a-f]{8,64}$/.test(wanted) ? `${wanted}%` : null;
  return prepared(
    db,
    `SELECT sha256 FROM document_rows o
     WHERE number IN (SELECT CAST(value AS BIGINT) FROM json_each(:numbers)) OR sha256 LIKE :hash
       OR EXISTS (SELECT 1 FROM document_paths p WHERE p.sha256 = o.sha256
         AND (:path IN (p.path, p.shown)
           OR p.path LIKE :file ESCAPE '\\' OR p.path LIKE :member ESCAPE '\\'
           OR p.shown LIKE :file ESCAPE '\\' OR p.shown LIKE :member ESCAPE '\\'))
     ORDER BY path, sha256`,
  )
    .pluck()
    .all({
      numbers: JSON.stringify(numbers),
      hash: byHash,
      path: wanted,
      file: `%/${escapeLike(wanted)}`,
      member: `%!/${escapeLike(wanted)}`,
    }) as string[];
}

/** The beginnings by which documents are known in short names, by number. */
export const shortNumbersOf = (db: Database): Map<number, string> =>
  shortNumbers(prepared(db, 'SELECT number FROM document_rows').pluck().all() as number[]);
