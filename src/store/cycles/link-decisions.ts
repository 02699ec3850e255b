import type { LinkDecision } from '../../model/cycle.js';
import { QueryError } from '../../model/facts/query-error.js';
import { LISTED_NUMBERS } from '../ground/condition.js';
import type { Database } from '../ground/database.js';
import type { SqlRow } from '../ground/rows.js';
import { prepared } from '../ground/rows.js';
import { HAS_PLACE, OFFICE } from './cycle-department.js';

/** A project by what is printed: it is found again whatever number its row has. */
interface NamedProject {
  id: number;
  sha256: string;
  /** JSON of the name and code as printed, and which of those that print the same it is. */
  project: string;
  /** As `unlinked_rows` names its department; null where it has none. */
  subject: string | null;
}

const NAMED = `SELECT r.id, o.sha256,
    json_array(r.project_printed, r.project_code,
      (SELECT count(*) FROM project_rows earlier JOIN disclosure_rows e ON e.id = earlier.disclosure
       WHERE e.document = d.document AND earlier.id < r.id AND earlier.project_printed = r.project_printed
         AND earlier.project_code IS NOT DISTINCT FROM r.project_code)) AS project,
    iif(d.department IS NOT NULL AND ${HAS_PLACE},
      json_array(d.province, d.city, d.region, d.region_code, ${OFFICE}), NULL) AS subject
  FROM project_rows r JOIN disclosure_rows d ON d.id = r.disclosure JOIN document_rows o ON o.number = d.document`;

/** Keeps a person's word on two projects, or takes it back; both departments are to be linked again. */
export function saveLinkDecision(db: Database, project: number, other: number, same: boolean | null): void {
  db.transaction(() => {
    const pair = [project, other]
      .map((id) => namedProject(db, id))
      .sort((a, b) => (a.sha256 + a.project < b.sha256 + b.project ? -1 : 1));
    const [first, second] = pair;
    if (!first || !second) return;
    const key = [first.sha256, first.project, second.sha256, second.project];
    prepared(
      db,
      'DELETE FROM link_decision_rows WHERE sha256 = ? AND project = ? AND other_sha256 = ? AND other_project = ?',
    ).run(...key);
    if (same !== null) {
      prepared(db, 'INSERT INTO link_decision_rows VALUES (?, ?, ?, ?, ?)').run(...key, same ? 1 : 0);
    }
    for (const { subject } of pair) {
      if (subject !== null)
        prepared(db, 'INSERT INTO unlinked_rows VALUES (?) ON CONFLICT DO NOTHING').run(subject);
    }
  }).immediate();
}

function namedProject(db: Database, id: number): NamedProject {
  const found = prepared(db, `${NAMED} WHERE r.id = ?`).get(id) as NamedProject | undefined;
  if (!found) throw new QueryError(`库中没有项目 p${id}`);
  return found;
}

/** Decisions on projects of these disclosures, by their ids of today. @param disclosures JSON array */
export function decisionsOf(db: Database, disclosures: string): LinkDecision[] {
  const kept = prepared(
    db,
    `SELECT * FROM link_decision_rows WHERE sha256 IN (
       SELECT o.sha256 FROM disclosure_rows d JOIN document_rows o ON o.number = d.document
       WHERE d.id IN ${LISTED_NUMBERS})`,
  ).all(disclosures) as SqlRow[];
  if (kept.length === 0) return [];
  const named = prepared(db, `${NAMED} WHERE d.id IN ${LISTED_NUMBERS}`).all(disclosures) as NamedProject[];
  const ids = new Map(named.map(({ id, sha256, project }) => [`${sha256} ${project}`, id]));
  return kept.flatMap((row): LinkDecision[] => {
    const before = ids.get(`${row.sha256} ${row.project}`);
    const after = ids.get(`${row.other_sha256} ${row.other_project}`);
    return before === undefined || after === undefined ? [] : [{ before, after, same: row.same === 1 }];
  });
}
