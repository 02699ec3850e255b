import type { Database } from 'better-sqlite3';
import { prepared } from '../ground/rows.js';

/** What a store covers. */
export interface StoreOverview {
  documents: number;
  /** Documents whose region, year or department is unknown. */
  unresolved: number;
  /** Places that disclosed something. */
  regions: number;
  /** Departments that did, each place's own. */
  departments: number;
  /** Disclosures by province and year; null: unknown. */
  byProvince: { province: string | null; year: number | null; disclosures: number }[];
}

const PLACES = `SELECT
  (SELECT count(DISTINCT region_code) FROM disclosure_rows)
  + (SELECT count(DISTINCT region) FROM disclosure_rows WHERE region_code IS NULL) AS regions,
  (SELECT count(*) FROM (
    SELECT DISTINCT region_code, department_key FROM disclosure_rows WHERE department_key IS NOT NULL
  )) AS departments`;

/** Counts for a first look; one pass over the disclosures, none over their rows. */
export const overview = (db: Database): StoreOverview => ({
  ...(prepared(
    db,
    'SELECT count(*) AS documents, count(unresolved) AS unresolved FROM document_rows',
  ).get() as Pick<StoreOverview, 'documents' | 'unresolved'>),
  ...(prepared(db, PLACES).get() as Pick<StoreOverview, 'regions' | 'departments'>),
  byProvince: prepared(
    db,
    `SELECT province, year, count(*) AS disclosures FROM disclosure_rows
     GROUP BY province, year ORDER BY province IS NULL, province, year IS NULL, year`,
  ).all() as StoreOverview['byProvince'],
});
