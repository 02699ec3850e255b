import type { Severity } from '../facts/severities.js';
import type { Stage } from '../facts/stages.js';
import type { ViewFilter } from '../filters.js';
import type { AuditRun, Finding } from '../finding.js';
import type { Review, ReviewState } from '../review.js';

/** Where an audit puts its run. */
export interface FindingSink {
  /** Stores the run; answers which findings are new, unchanged, and which of the run before are resolved. */
  saveRun(
    run: AuditRun,
  ): Promise<{ runId: number; fresh: Finding[]; unchanged: Finding[]; resolved: Finding[] }>;
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
export interface DepartmentReviews {
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  department: string | null;
  department_key: string | null;
  findings: number;
  answered: number;
  errors: number;
}

/** Where a finding stands among those a filter keeps. */
export interface Neighbours {
  previous: number | null;
  next: number | null;
}

/** A run that reported a finding. */
export interface Sighting {
  run: number;
  /** ISO 8601, UTC. */
  at: string;
  change: 'new' | 'unchanged';
  message: string;
}

/** An answer to store. */
export interface NewReview extends Omit<Review, 'at'> {
  /** `at` of the answer the reviewer had before him, null where there was none; undefined where that is not known. */
  basedOn?: string | null;
}

/**
 * What became of an answer: `saved`; `unchanged` where the same is stored already; `unknown` where no run has had such a
 * finding; `outdated` where somebody else has answered since the reviewer looked (it is not stored).
 */
export type ReviewResult =
  | { kind: 'saved' | 'unchanged'; review: NewReview }
  | { kind: 'unknown'; review: NewReview }
  | { kind: 'outdated'; review: NewReview; stored: Review };

/**
 * Findings with the runs that reported them and the answers of reviewers.
 * Filters and orders that the list does not have throw QueryError; every method throws StoreError when the store cannot be used.
 */
export interface Findings extends FindingSink {
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
  /** The runs that reported a finding, the newest first. */
  findingHistory(finding: Pick<ReviewedFinding, 'fingerprint' | 'id'>): Promise<Sighting[]>;
  /** Stores answers, all or none, in their order; says of each what became of it. */
  saveReviews(reviews: readonly NewReview[]): Promise<ReviewResult[]>;
}
