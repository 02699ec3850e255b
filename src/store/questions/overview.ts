import type { StoreOverview } from '../../model/ports/questions.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';

const PLACES = `SELECT
  (SELECT count(DISTINCT region_code) FROM disclosure_rows)
  + (SELECT count(DISTINCT region) FROM disclosure_rows WHERE region_code IS NULL) AS regions,
  (SELECT count(*) FROM (
    SELECT DISTINCT region_code, department_key FROM disclosure_rows WHERE department_key IS NOT NULL
  ) known) AS departments`;

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
