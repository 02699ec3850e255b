import type { AuditedDisclosure } from '../../model/audited-disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { Severity, SeverityCounts } from '../../model/facts/severities.js';
import type { Finding, RuleCount, RuleScope, Tolerance } from '../../model/finding.js';
import type { OpenPile } from '../../model/ports/pile.js';
import type { Review } from '../../model/review.js';
import type { Row, Rows } from '../row.js';

/** What stands after an audit with all that its outputs say. Plain data; the outputs differ in form only. */
export interface AuditReport {
  /** The newest run. */
  runId: number;
  /** ISO 8601, UTC. */
  at: string;
  /** What was looked at, in words: `湖南省 2023 年`. */
  scope: string;
  /** How the run made for it compares with what stood before; null where nothing had changed and none was made. */
  compared: { fresh: number; unchanged: number; resolved: number } | null;
  /** Every rule that has run, in the order of the rules, with its counts of the newest run that had it. */
  rules: ReportRule[];
  /** How many findings are listed, by severity. */
  listed: SeverityCounts;
  /** Those that are listed, gravest first, then by yuan; read anew whenever they are gone through. */
  findings: Rows<ReportFinding>;
  /** What keeps findings of the run from this list (`只列错误`), and how many; null when all are listed. */
  filtered: { by: string; leftOut: number } | null;
  /** Every disclosure that was looked at, those without findings included, by path; likewise read anew. */
  disclosures: Rows<AuditedDisclosure>;
  /** How many disclosures, in how many documents. */
  looked: { documents: number; disclosures: number };
  /** Documents of the store in which nothing, or not everything, was looked at. */
  notAudited: { path: string; reason: string }[];
}

/** A rule as outputs describe it. */
export interface RuleDescription {
  id: string;
  version: number;
  title: string;
  severity: Severity;
  scope: RuleScope;
  tolerance: Tolerance;
  formula: string;
  why: string;
  authority: string;
}

export interface ReportRule extends RuleDescription {
  count: RuleCount;
}

/** Whose disclosure a finding is about. */
export type FindingSubject = Pick<
  AuditedDisclosure,
  'document' | 'disclosure' | 'path' | 'url' | 'region' | 'year' | 'stage' | 'department'
>;

export interface ReportFinding {
  /** Number a person can give to `explain`: 45 for f45. */
  id: number;
  state: 'new' | 'unchanged';
  finding: Finding;
  subject: FindingSubject;
  review: Review | null;
  /** Its row of the view `findings`. */
  row: Row;
}

/** Where the outputs get the documents that evidence stands in; null where the store has it no longer. */
export type LoadDocument = (sha256: string) => Promise<ReadDocument | null>;

/** What outputs with evidence stand on: documents, and where findings wait that do not come in the order they are written in. */
export interface ReportMeans {
  load: LoadDocument;
  pile: OpenPile;
}
