import type { ReplacedPath } from '../../model/ports/documents.js';
import type { Database } from '../ground/database.js';
import { prepared } from '../ground/rows.js';
import { replacedPaths } from './replaced-paths.js';
import { holdsMostOf, type PartsOf, partsReader } from './version-parts.js';

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

/**
 * Links every document to the next later version of it: the content seen at its path since; else one that was published later
 * by the manifest (else by a date printed in it), speaks of the same region, year, stage and department, and holds at least
 * half of the same projects (of the same statements where it has no projects). Two documents of one department that share no projects are parts of one disclosure, not
 * versions. Computed over the whole store, so that but for what took whose path the order of imports changes nothing.
 * @returns what the latest import found in the place of another content
 */
export function linkVersions(db: Database): ReplacedPath[] {
  const partsOf = partsReader(db);
  const link = db.transaction(() => {
    const replaced = replacedPaths(db, partsOf);
    const links = new Map<number, string>();
    for (const { earlier, later, became } of replaced) {
      if (became === 'superseded') links.set(earlier.number, later.sha256);
    }
    const gone = new Set(links.keys());
    for (const group of candidates(db)) {
      const standing = group.filter(({ number }) => !gone.has(number));
      for (const earlier of standing) {
        const later = standing.find(
          (each) => each.date > earlier.date && isVersionOf(earlier, each, partsOf),
        );
        if (later) links.set(earlier.number, later.sha256);
      }
    }
    writeLinks(db, links);
    return replaced.flatMap(({ isNew, ...each }) => (isNew ? [each] : []));
  });
  return link.immediate();
}
function writeLinks(db: Database, links: ReadonlyMap<number, string>): void {
  const clear = prepared(db, 'UPDATE document_rows SET superseded_by = NULL WHERE number = ?');
  const linked = prepared(db, 'SELECT number FROM document_rows WHERE superseded_by IS NOT NULL')
    .pluck()
    .all() as number[];
  for (const number of linked) if (!links.has(number)) clear.run(number);
  const link = prepared(
    db,
    'UPDATE document_rows SET superseded_by = ? WHERE number = ? AND superseded_by IS DISTINCT FROM ?',
  );
  for (const [number, sha256] of links) link.run(sha256, number, sha256);
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

function isVersionOf(earlier: DatedDocument, later: DatedDocument, partsOf: PartsOf): boolean {
  return [...earlier.disclosures].every(([subject, ids]) => {
    const others = later.disclosures.get(subject);
    if (!others) return false;
    return holdsMostOf(partsOf(ids), partsOf(others));
  });
}
