import type { Finding } from '../../model/finding.js';
import { STANDING_ANSWERS } from '../../model/review.js';
import type { Database } from '../ground/database.js';
import { insertRows, prepared, type SqlRow } from '../ground/rows.js';

interface KnownFinding {
  fingerprint: string;
  occurrence: number;
  run: number;
  id: number;
  open: number;
  state: 'new' | 'unchanged';
  data: string;
}

/** Findings of one rule against what stood. */
export interface RuleChanges {
  fresh: number;
  unchanged: number;
  resolved: number;
}

type CountsOccurrences = (fingerprint: string) => number;

export interface Placing {
  /** Of fingerprints that are asked for together: counts each time one is asked for how often this run has had it before. */
  occurrencesAmong: (fingerprints: readonly string[]) => CountsOccurrences;
  /** Fingerprints that reviewers explained or dismissed. */
  settled: ReadonlySet<string>;
  /** Told the id of each finding. */
  placed?: (id: number) => void;
}

const SETTLED = `SELECT fingerprint FROM review_rows
  WHERE state NOT IN (${STANDING_ANSWERS.map((each) => `'${each}'`).join(', ')})`;

/** @param among only these; all by default */
export const settledFingerprints = (db: Database, among?: readonly string[]): Set<string> =>
  new Set(
    (among
      ? prepared(db, `${SETTLED} AND fingerprint IN (SELECT value FROM json_each(?))`)
          .pluck()
          .all(JSON.stringify(among))
      : prepared(db, SETTLED).pluck().all()) as string[],
  );

/** Findings asked for and written by one statement. */
const TOGETHER = 500;

/**
 * Stores what a run found. A finding has the id its fingerprint had in an earlier run, else the next free one; one that says what
 * stood is only confirmed. What the same run has said of it before is replaced.
 */
export function placeFindings(
  db: Database,
  run: number,
  findings: Iterable<Finding>,
  { occurrencesAmong, settled, placed }: Placing,
): Map<string, RuleChanges> {
  const confirm = prepared(
    db,
    `UPDATE finding_rows SET last_run = ?, state = 'unchanged' WHERE run = ? AND id = ?`,
  );
  const close = prepared(db, 'UPDATE finding_rows SET open = 0 WHERE run = ? AND id = ?');
  const replace = prepared(db, 'DELETE FROM finding_rows WHERE run = ? AND id = ?');
  const readers = new Map<string, string | null>();
  const byRule = new Map<string, RuleChanges>();
  let next: number | null = null;
  for (const some of inGroups(findings)) {
    const fingerprints = [...new Set(some.map(({ fingerprint }) => fingerprint))];
    const earlier = earlierOf(db, fingerprints);
    const occurrenceOf = occurrencesAmong(fingerprints);
    const rows: SqlRow[] = [];
    for (const finding of some) {
      const { fingerprint, rule, document } = finding;
      const occurrence = occurrenceOf(fingerprint);
      const known = earlier.get(placeIn(fingerprint, occurrence));
      const stood = known?.open === 1 ? known : null;
      ofRule(byRule, rule)[stood ? 'unchanged' : 'fresh'] += 1;
      const data = JSON.stringify(finding);
      const isSaidAgain = known?.run === run;
      if (stood?.data === data) {
        if (!isSaidAgain) confirm.run(run, stood.run, stood.id);
        placed?.(stood.id);
        continue;
      }
      if (isSaidAgain) replace.run(run, known.id);
      else if (stood) close.run(stood.run, stood.id);
      next ??= nextId(db);
      const id = known?.id ?? next++;
      const state = isSaidAgain ? known.state : stood ? 'unchanged' : 'new';
      if (!readers.has(document)) readers.set(document, readerOf(db, document));
      rows.push({
        ...findingRow(finding),
        run,
        last_run: run,
        id,
        occurrence,
        state,
        reader: readers.get(document) ?? null,
        data,
        settled: settled.has(fingerprint) ? 1 : 0,
      });
      placed?.(id);
    }
    insertRows(db, { finding_rows: rows });
  }
  return byRule;
}

function* inGroups(findings: Iterable<Finding>): Generator<Finding[]> {
  let some: Finding[] = [];
  for (const finding of findings) {
    some.push(finding);
    if (some.length < TOGETHER) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Counts on from `seen`, which it keeps. */
export const countOccurrences =
  (seen: Map<string, number>): CountsOccurrences =>
  (fingerprint) => {
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return before;
  };

const placeIn = (fingerprint: string, occurrence: number): string => `${fingerprint} ${occurrence}`;

/** What was last said of each of these fingerprints, by its place among those of the same run. */
function earlierOf(db: Database, fingerprints: readonly string[]): Map<string, KnownFinding> {
  const rows = prepared(
    db,
    `SELECT fingerprint, occurrence, run, id, open, state, data FROM finding_rows
     WHERE fingerprint IN (SELECT value FROM json_each(?)) ORDER BY run`,
  ).all(JSON.stringify(fingerprints)) as KnownFinding[];
  return new Map(rows.map((row) => [placeIn(row.fingerprint, row.occurrence), row]));
}

const nextId = (db: Database): number =>
  prepared(db, 'SELECT coalesce(max(id), 0) + 1 FROM finding_rows').pluck().get() as number;

const readerOf = (db: Database, sha256: string): string | null =>
  (prepared(db, 'SELECT reader_version FROM document_rows WHERE sha256 = ?').pluck().get(sha256) ?? null) as
    | string
    | null;

export function ofRule(byRule: Map<string, RuleChanges>, rule: string): RuleChanges {
  const compared = byRule.get(rule) ?? { fresh: 0, unchanged: 0, resolved: 0 };
  byRule.set(rule, compared);
  return compared;
}

function findingRow(finding: Finding): SqlRow {
  const shown =
    finding.evidence.find((operand) => operand.document === finding.document) ?? finding.evidence[0];
  return {
    fingerprint: finding.fingerprint,
    matter: finding.matter,
    open: 1,
    sha256: finding.document,
    disclosure: finding.disclosure,
    rule: finding.rule,
    rule_version: finding.ruleVersion,
    severity: finding.severity,
    verdict: finding.verdict,
    project: finding.project,
    message: finding.message,
    reported: finding.reported,
    expected: finding.expected,
    difference_fen: finding.differenceFen,
    formula: finding.formula,
    quote: shown?.evidence.quote ?? null,
    place: shown?.evidence.place ?? null,
  };
}
