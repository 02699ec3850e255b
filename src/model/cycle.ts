import type { IndicatorRow, ProjectRow } from './comparison.js';
import type { Operator, TargetKind } from './target.js';

/** A row of `projects` as the cycle of promise and result wants it. */
export interface CycleProject extends ProjectRow {
  disclosure: number;
  code: string | null;
  agency: string | null;
}

/** A row of `indicators`, with what a self-evaluation says of it. */
export interface CycleIndicator extends IndicatorRow {
  disclosure: number;
  kind: TargetKind;
  operator: Operator | null;
  /** As printed: a range keeps both figures. */
  value: string | null;
  weight: number | null;
  actual: string | null;
  actualKind: TargetKind | null;
  actualQuantity: number | null;
  actualMeasure: string | null;
  score: number | null;
  deviation: string | null;
}

/** A row of `execution`: money of one fund in a self-evaluation or monitoring form. */
export interface CycleSpending {
  documentId: number;
  disclosure: number;
  /** null: whole department. */
  projectId: number | null;
  category: string;
  initialFen: number | null;
  budgetFen: number | null;
  spentFen: number | null;
  /** In percent. */
  rate: number | null;
  place: string | null;
}

/** A row of `scores`. */
export interface CycleScore {
  disclosure: number;
  projectId: number | null;
  weight: number | null;
  score: number | null;
  grade: string | null;
  place: string | null;
}

/** What a self-evaluation says of a project (null: the whole department) as a whole: why it fell short, what is to be done. */
export interface CycleDeviation {
  disclosure: number;
  projectId: number | null;
  text: string;
}

/** What a person decided of two projects, by their ids. */
export interface LinkDecision {
  before: number;
  after: number;
  same: boolean;
}

/** What a store holds of one department's cycle, over all years and stages; superseded documents are left out. */
export interface CycleRows {
  projects: CycleProject[];
  indicators: CycleIndicator[];
  spending: CycleSpending[];
  scores: CycleScore[];
  deviations: CycleDeviation[];
  decisions: LinkDecision[];
}

export const LINK_RELATIONS = ['same', 'renamed', 'split', 'merged'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

/** What two things were put together by. */
export const LINK_GROUNDS = ['hand', 'code', 'name', 'likeness', 'parts'] as const;
export type LinkGround = (typeof LINK_GROUNDS)[number];

/** That something of one paper is something of another. */
export interface Tie {
  relation: LinkRelation;
  by: LinkGround;
  /** 0 … 1: likeness of the names. */
  likeness: number;
  doubtful: boolean;
}

/** Two papers of a cycle: two stages of one year, or the promises of two years. */
export type LinkStep = 'stage' | 'year';

/** A link of two projects, the earlier paper's first. */
export interface ProjectLink extends Tie, BetweenDisclosures {
  before: number;
  after: number;
  step: LinkStep;
}

/** Ids of the disclosures two linked things stand in. */
export interface BetweenDisclosures {
  beforeDisclosure: number;
  afterDisclosure: number;
}

/** A link of two indicators; one side is null where an indicator was dropped or added. */
export interface IndicatorLink extends BetweenDisclosures {
  before: number | null;
  after: number | null;
  step: LinkStep;
  relation: LinkRelation | 'dropped' | 'added';
  likeness: number | null;
  doubtful: boolean;
}

/** What became of a promise. */
export const OUTCOME_STATUSES = [
  'met',
  'missed',
  'exceeded',
  'not-reported',
  'dropped',
  'changed',
  'not-comparable',
] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** An actual value against a target. */
export const JUDGEMENTS = [
  'met',
  'missed',
  'exceeded',
  'not-comparable',
] as const satisfies readonly OutcomeStatus[];
export type ActualJudgement = (typeof JUDGEMENTS)[number];

/** What self-evaluations of the promise's year are to hand: of its project, of others of the department, none. */
export const SELF_EVALUATIONS = ['project', 'department', 'none'] as const;

/** What became of one promised indicator; indicators and projects by their ids. */
export interface IndicatorOutcome {
  promised: number;
  /** Where the target was adjusted before the report. */
  adjusted: number | null;
  /** What monitoring says of it half-way through the year. */
  halfway: number | null;
  reported: number | null;
  /** The promise of the next year. */
  next: number | null;
  /** null: whole department. */
  reportedProject: number | null;
  selfEvaluation: (typeof SELF_EVALUATIONS)[number];
  status: OutcomeStatus;
  /** The actual value against the target promised (the adjusted one, where there is one); null where none is reported. */
  kept: ActualJudgement | null;
  /** One of the links it rests on is doubtful. */
  doubtful: boolean;
}

/** How many promised indicators of one department and year came out so. */
export interface OutcomeCount {
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
  year: number | null;
  department: string | null;
  departmentKey: string | null;
  selfEvaluation: (typeof SELF_EVALUATIONS)[number];
  status: OutcomeStatus;
  kept: ActualJudgement | null;
  outcomes: number;
}

/** A department of a place, under the names its disclosures print. */
export interface CycleDepartment {
  province: string | null;
  city: string | null;
  /** null: a department of the centre, which has no region. */
  region: string | null;
  regionCode: string | null;
  /** Its key, else its name; of the centre its name. */
  department: string;
}

/** Links and outcomes of one department, over all years and stages. */
export interface DepartmentLinks {
  projects: ProjectLink[];
  indicators: IndicatorLink[];
  outcomes: IndicatorOutcome[];
}
