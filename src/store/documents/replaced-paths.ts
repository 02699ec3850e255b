import type { DocumentName, ReplacedPath } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { THIS_IMPORT } from './document-paths.js';
import { holdsMostOf, type PartsOf } from './version-parts.js';

interface Replacement extends ReplacedPath {
  /** Found by the import that goes on. */
  isNew: boolean;
}

interface ReplacementRow {
  path: string;
  earlier: number;
  earlierSha256: string;
  later: number;
  laterSha256: string;
  isNew: number;
  isGone: number;
}

/** A disclosure with what tells whose it is; null where that is not known. */
interface Subject {
  id: number;
  region: string | null;
  year: number | null;
  stage: string | null;
  department: string | null;
}

/**
 * Contents seen at a path after another one, by path. The later is a version of the earlier where every disclosure of the earlier has one
 * in the later that contradicts it in nothing known (region, year, stage, department) and is of the same department, or, where
 * that is not known, holds most of what it holds: people give the same name to other things. Of what held no disclosure every later
 * content is a version.
 */
export function replacedPaths(db: Database, partsOf: PartsOf): Replacement[] {
  const rows = prepared(
    db,
    `SELECT p.shown AS path, e.number AS earlier, e.sha256 AS earlierSha256, l.number AS later, l.sha256 AS laterSha256,
       n.import = (${THIS_IMPORT}) AS isNew,
       NOT EXISTS (SELECT 1 FROM document_paths q WHERE q.sha256 = p.sha256 AND q.replaced_by IS NULL) AS isGone
     FROM document_paths p
     JOIN document_rows e ON e.sha256 = p.sha256
     JOIN document_rows l ON l.sha256 = p.replaced_by
     JOIN path_imports n ON n.path = p.path AND n.sha256 = p.replaced_by
     ORDER BY p.path, e.sha256`,
  ).all() as ReplacementRow[];
  const named = (number: number, sha256: string): DocumentName => ({ number, sha256 });
  return rows.map(({ path, earlier, later, earlierSha256, laterSha256, isNew, isGone }) => ({
    path,
    earlier: named(earlier, earlierSha256),
    later: named(later, laterSha256),
    isNew: isNew === 1,
    became:
      isGone === 0
        ? 'elsewhere'
        : isVersion(subjectsOf(db, earlier), subjectsOf(db, later), partsOf)
          ? 'superseded'
          : 'kept',
  }));
}

const subjectsOf = (db: Database, document: number): Subject[] =>
  prepared(
    db,
    `SELECT id, region_code AS region, year, stage, department_key AS department
     FROM disclosure_rows WHERE document = ? ORDER BY id`,
  ).all(document) as Subject[];

function isVersion(earlier: readonly Subject[], later: readonly Subject[], partsOf: PartsOf): boolean {
  return earlier.every((each) => {
    const same = later.filter((other) => contradictsNothing(each, other));
    const isOfSameDepartment =
      each.department !== null && same.some(({ department }) => department === each.department);
    return isOfSameDepartment || holdsMostOf(partsOf([each.id]), partsOf(same.map(({ id }) => id)));
  });
}

const contradictsNothing = (a: Subject, b: Subject): boolean =>
  (['region', 'year', 'stage', 'department'] as const).every(
    (key) => a[key] === null || b[key] === null || a[key] === b[key],
  );
