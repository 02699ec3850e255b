import type { AuditedDisclosure } from '../audited-disclosure.js';
import type { Severity } from '../facts/severities.js';
import type { Stage } from '../facts/stages.js';
import type { ViewFilter } from '../filters.js';
import type { AuditRun, AuditScope, DocumentAnswers, Finding, RuleCount } from '../finding.js';
import type { Review, ReviewState } from '../review.js';
import type { OpenPile } from './pile.js';

/** How many findings of a run are new, how many stood before, and how many that stood are found no longer. */
export interface SavedRun {
  runId: number;
  fresh: number;
  unchanged: number;
  resolved: number;
}

/** The rules over one document: what they answer of a document holds until it changes. */
export interface LoneRules {
  ids: readonly string[];
  /** Says which there are in which versions. */
  ruleset: string;
}

/** What is to be looked at by the rules over one document, and what need not be. */
export interface AuditBegun {
  /** Set on the documents that are to be looked at; gone from those that change meanwhile. */
  mark: string;
  marked: ReadonlySet<string>;
  /** Documents of which the rules have answered as they are. */
  standing: ReadonlySet<string>;
  /** What they answered of those, added up by rule. */
  counts: RuleCount[];
  /** How often the documents of the store had changed. */
  changes: number;
}

/** What the rules over one document have answered since an audit began. */
export interface LookedAt extends LoneRules {
  begun: AuditBegun;
  answers: Iterable<DocumentAnswers>;
}

/** Where an audit puts its run. */
export interface FindingSink {
  /** Where what is found waits while a run is on. */
  pile: OpenPile;
  /**
   * Begins to look at the documents that lie in a scope as a whole by the rules over one document.
   * @param again also at those of which they have answered
   */
  beginAudit(scope: AuditScope, rules: LoneRules, again?: boolean): Promise<AuditBegun>;
  /** Provinces that disclosures are of; null among them where some are of none that is known. */
  auditedProvinces(): Promise<(string | null)[]>;
  /**
   * Stores the run and compares it with what stood. What stood in its scope and is not among its findings is found no longer, also
   * of rules over many documents: they have seen them all. What the rules over one document found in documents they need not look
   * at stands on, and so does what they found in documents that have changed since the run began.
   * @param disclosures how those it looked at came out; kept of runs of all rules
   */
  saveRun(
    run: Omit<AuditRun, 'findings'> & { findings: Iterable<Finding>; looked?: LookedAt },
    disclosures?: Iterable<AuditedDisclosure>,
  ): Promise<SavedRun>;
  /**
   * Stores what the rules over one document found in the documents they answered of, where these are marked and have not changed since,
   * as part of the audit of everything that is still to come: until then it is all new that was not found before.
   */
  saveLooks(
    looked: LookedAt & { findings: Iterable<Finding> },
    disclosures: Iterable<AuditedDisclosure>,
  ): Promise<void>;
  /**
   * Ends an audit of everything that was made in parts, each a run of its own scope and rules, where nothing has changed since; what stands
   * of them is what one run would have found.
   * @returns null where a part, or a look at a document, is still to be made
   */
  endAudit(parts: readonly AuditScope[], rules: LoneRules, ruleset: string): Promise<SavedRun | null>;
}

/** What a rule answered in the newest run that had it. */
export interface LatestCount extends RuleCount {
  /** When the run was, ISO 8601, UTC, and what it looked at. */
  at: string;
  scope: AuditScope;
}

/** What stands of audits, besides the findings. */
export interface AuditRecord {
  /** Whether all this has been looked at, by these rules, since the documents changed last. */
  isChecked(scope: AuditScope, ruleset: string): Promise<boolean>;
  /** How the disclosures in the scope came out when all rules looked at them last; in the order of their paths. */
  auditedDisclosures(scope: AuditScope): AsyncIterable<AuditedDisclosure>;
  /** By rule. */
  latestCounts(): Promise<LatestCount[]>;
}

/** A finding as its newest run shows it, with the reviewer's answer. */
export interface ReviewedFinding {
  id: number;
  fingerprint: string;
  state: ReviewState;
  comment: string | null;
  who: string | null;
  /** When it was answered, ISO 8601; null where nobody has. */
  at: string | null;
  /** 1: still reported; 0: a later run over it no longer does. */
  reported: number;
  severity: Severity;
  verdict: Finding['verdict'];
  /** Against the run before: `new` or `unchanged`. */
  change: 'new' | 'unchanged';
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  stage: Stage | null;
  department: string | null;
  department_key: string | null;
  project: string | null;
  rule: string;
  message: string;
  difference_fen: number | null;
  /** The formula with its numbers; where the first of its figures stands. */
  formula: string | null;
  place: string | null;
  /** Path and id of the document of its subject; null where the store has it no longer. */
  path: string | null;
  document_id: number | null;
}

/** Which part of the list, and in what order. */
export interface ReviewPage {
  /** `severity` (the usual order, then by yuan), `difference_wan`, `rule`, `id`; `-` before one for descending. */
  sort?: string;
  limit?: number;
  offset?: number;
}

/** Which findings a reviewer wants to see. */
export interface ReviewFilter extends ViewFilter {
  /** Without it and without `all`, those that are explained or dismissed are left out. */
  state?: ReviewState;
  /** true: still reported; false: answered, but no longer reported; both by default. */
  reported?: boolean;
}

/** How many findings of a rule and severity are in one state of the review. */
export interface ReviewCount {
  rule: string;
  severity: Severity;
  state: ReviewState;
  findings: number;
}

/** Findings of one department of a place and year, counted. */
export interface DepartmentReviews
  extends Pick<
    ReviewedFinding,
    'province' | 'city' | 'region' | 'region_code' | 'year' | 'department' | 'department_key'
  > {
  findings: number;
  answered: number;
  errors: number;
}

/** Where a finding stands among those a filter keeps. */
export interface Neighbours {
  previous: number | null;
  next: number | null;
}

/** Where a finding stands in a list. */
export interface FindingPlace {
  /** How many of the list stand before it. */
  before: number;
  /** It is in the list itself; one that was just answered may have left it. */
  isListed: boolean;
}

/** What a finding said from one run to another. */
export interface Sighting {
  /** The first run that said so. */
  run: number;
  /** When it was, and when the last one, ISO 8601, UTC. */
  at: string;
  until: string;
  rule_version: number;
  /** Version of the reader of its document; null where it was not noted. */
  reader: string | null;
  message: string;
}

/** A finding that says something else than when it was answered, or is found no longer. */
export interface ChangedReview {
  id: number;
  fingerprint: string;
  rule: string;
  state: ReviewState;
  who: string;
  /** ISO 8601, UTC. */
  answeredAt: string;
  /** What it said when it was answered, and says now; null: it is found no longer. */
  before: string;
  after: string | null;
  ruleVersionBefore: number;
  ruleVersionAfter: number;
  /** Versions of the reader of its document; null where it was not noted, or the document is gone. */
  readerBefore: string | null;
  readerAfter: string | null;
  isStored: boolean;
  /** The document that took its place. */
  supersededBy: number | null;
  /** What is found on the same matter in a later version, and its document; `after` is what it says. Nobody's answer passes to it. */
  laterId: number | null;
  laterDocument: number | null;
}

/** An answer to store. */
export interface NewReview extends Omit<Review, 'at'> {
  /** `at` of the answer the reviewer had before him, null where there was none; undefined where that is not known. */
  basedOn?: string | null;
}

/**
 * What became of an answer: `saved`, under the number of all that were saved with it; `unchanged` where the same is stored already; `unknown` where no run has had such a
 * finding; `outdated` where somebody else has answered since the reviewer looked (it is not stored).
 */
export type ReviewResult =
  | { kind: 'saved'; review: NewReview; batch: number }
  | { kind: 'unchanged'; review: NewReview }
  | { kind: 'unknown'; review: NewReview }
  | { kind: 'outdated'; review: NewReview; stored: Review };

/** An answer as it was given, and what became of it since. */
export interface GivenAnswer {
  /** The finding's number in the list. */
  id: number;
  state: ReviewState;
  comment: string | null;
  who: string;
  /** What stood before; `open` where nobody had answered. */
  former: ReviewState;
  /** It was taken back; the answer before it stands again. */
  isUndone: boolean;
  /** Somebody has answered since: there is nothing to take back. */
  isReplaced: boolean;
}

/**
 * Findings with the runs that reported them and the answers of reviewers.
 * Filters and orders that the list does not have throw QueryError; every method throws StoreError when the store cannot be used.
 */
export interface Findings extends FindingSink, AuditRecord {
  /** Reviewers' answers by fingerprint. */
  reviews(): Promise<Map<string, Review>>;
  /** Findings still reported or answered, with the answer; gravest first, then by yuan. */
  listReviews(filter?: ReviewFilter, page?: ReviewPage): Promise<ReviewedFinding[]>;
  /** How many findings `listReviews` has, by rule, severity and answer. */
  countReviews(filter?: ReviewFilter): Promise<ReviewCount[]>;
  /** The departments of those findings, with the most errors first. */
  countReviewsByDepartment(
    filter?: ReviewFilter,
    page?: Pick<ReviewPage, 'limit' | 'offset'>,
  ): Promise<{ departments: DepartmentReviews[]; total: number }>;
  /** One finding as `listReviews` has it; null where no run has had it. */
  reviewedFinding(id: number): Promise<ReviewedFinding | null>;
  /** The findings that stand before and behind one in `listReviews`. */
  findingNeighbours(id: number, filter?: ReviewFilter, sort?: string): Promise<Neighbours>;
  /** Where a finding stands in `listReviews`. */
  findingPlace(id: number, filter?: ReviewFilter, sort?: string): Promise<FindingPlace>;
  /**
   * Findings nobody has answered of the same rule about the same department, place and year (where one of these is not known,
   * the same disclosure), itself among them; in the usual order.
   */
  findingsAlike(id: number): Promise<ReviewedFinding[]>;
  /** How many those are, of each of these findings. */
  countAlike(ids: readonly number[]): Promise<Map<number, number>>;
  /** The runs that reported a finding, the newest first. */
  findingHistory(finding: Pick<ReviewedFinding, 'fingerprint' | 'id'>): Promise<Sighting[]>;
  /** Answered findings that say something else since, or are found no longer; by id. */
  changedReviews(): Promise<ChangedReview[]>;
  /** Stores answers, all or none, in their order; says of each what became of it. */
  saveReviews(reviews: readonly NewReview[]): Promise<ReviewResult[]>;
  /** The answers that were saved together, in the order of their findings; none where there is no such batch. */
  givenAnswers(batch: number): Promise<GivenAnswer[]>;
  /** Puts back what stood before each answer of a batch that stands still, exactly; answers the batch as it is then. */
  undoAnswers(batch: number): Promise<GivenAnswer[]>;
}
