import type { Database } from 'better-sqlite3';
import { prepared } from '../ground/rows.js';

/** A disclosure with a date, of a document of which every disclosure says whose it is. */
interface DatedDisclosure {
  id: number;
  document: number;
  sha256: string;
  date: string;
  subject: string;
}

interface DatedDocument {
  number: number;
  sha256: string;
  date: string;
  /** Disclosures by subject (region, year, stage, department). */
  disclosures: Map<string, number[]>;
}

/** Share of what two versions of one disclosure hold that must be common to both. */
const COMMON = 0.5;

/**
 * Links every document to the next later version of it: one that was published later by the manifest (else by a date
 * printed in it), speaks of the same region, year, stage and department, and holds at least half of the same projects. Two
 * documents of one department that share no projects are parts of one disclosure, not versions. Computed over the whole
 * store, so that the order of imports changes nothing.
 */
export function linkVersions(db: Database): void {
  const partsOf = partsReader(db);
  db.transaction(() => {
    const links = new Map<number, string>();
    for (const group of candidates(db)) {
      for (const earlier of group) {
        const later = group.find((each) => each.date > earlier.date && isVersionOf(earlier, each, partsOf));
        if (later) links.set(earlier.number, later.sha256);
      }
    }
    const clear = prepared(db, 'UPDATE document_rows SET superseded_by = NULL WHERE number = ?');
    const linked = prepared(db, 'SELECT number FROM document_rows WHERE superseded_by IS NOT NULL')
      .pluck()
      .all() as number[];
    for (const number of linked) if (!links.has(number)) clear.run(number);
    const link = prepared(
      db,
      'UPDATE document_rows SET superseded_by = ? WHERE number = ? AND superseded_by IS NOT ?',
    );
    for (const [number, sha256] of links) link.run(sha256, number, sha256);
  }).immediate();
}

/** Documents that share a first subject with another one, by date; a document stands in the group of its first subject. */
function candidates(db: Database): DatedDocument[][] {
  const rows = prepared(
    db,
    `SELECT d.id, d.document, o.sha256, coalesce(o.published, o.printed_date) AS date,
       d.region_code || '|' || d.year || '|' || d.stage || '|' || d.department_key AS subject
     FROM disclosure_rows d JOIN document_rows o ON o.number = d.document
     WHERE coalesce(o.published, o.printed_date) IS NOT NULL
     ORDER BY date, o.sha256, d.id`,
  ).all() as (DatedDisclosure & { subject: string | null })[];
  const documents = new Map<number, DatedDocument>();
  const unclear = new Set<number>();
  for (const { id, document: number, sha256, date, subject } of rows) {
    if (subject === null) unclear.add(number);
    else {
      const document = documents.get(number) ?? { number, sha256, date, disclosures: new Map() };
      document.disclosures.set(subject, [...(document.disclosures.get(subject) ?? []), id]);
      documents.set(number, document);
    }
  }
  const groups = new Map<string, DatedDocument[]>();
  for (const document of documents.values()) {
    if (unclear.has(document.number)) continue;
    for (const subject of document.disclosures.keys()) {
      const group = groups.get(subject);
      if (group) group.push(document);
      else groups.set(subject, [document]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function isVersionOf(
  earlier: DatedDocument,
  later: DatedDocument,
  partsOf: (disclosures: readonly number[]) => Set<string>,
): boolean {
  return [...earlier.disclosures].every(([subject, ids]) => {
    const others = later.disclosures.get(subject);
    if (!others) return false;
    const [before, after] = [partsOf(ids), partsOf(others)];
    const common = [...before].filter((part) => after.has(part)).length;
    return common > 0 && common >= COMMON * before.size;
  });
}

/** What disclosures hold: names of projects, and whether they speak of the department as a whole. */
function partsReader(db: Database): (disclosures: readonly number[]) => Set<string> {
  const projects = prepared(db, 'SELECT project FROM project_rows WHERE disclosure = ?').pluck();
  const whole = prepared(
    db,
    `SELECT EXISTS (SELECT 1 FROM indicator_rows WHERE disclosure = :id AND project_id IS NULL)
       OR EXISTS (SELECT 1 FROM budget_rows WHERE disclosure = :id AND project_id IS NULL)`,
  ).pluck();
  return (disclosures) =>
    new Set(
      disclosures.flatMap((id) => [
        ...(projects.all(id) as string[]).map((name) => `项目 ${name}`),
        ...(whole.get({ id }) === 1 ? ['部门整体'] : []),
      ]),
    );
}
