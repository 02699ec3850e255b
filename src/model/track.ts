import type { ActualJudgement, IndicatorOutcome, OutcomeStatus, Tie } from './cycle.js';

/** How promises came out, each number out of the one it follows from. */
export interface OutcomeSummary {
  /** Promised indicators. */
  promised: number;
  /** Of these, in projects (or departments as a whole) whose self-evaluation is to hand. */
  evaluated: number;
  /** Of these, with an actual value. */
  reported: number;
  /** Of these, whose actual value can be held against the promise. */
  comparable: number;
  /** Of these, kept; the far exceeded ones too. */
  kept: number;
  exceeded: number;
  missed: number;
  /** Promised indicators whose target is another one in the report, or which it leaves out. */
  changed: number;
  dropped: number;
}

/** What an indicator shows beside its outcome. `no-promise`: there is no promise to hand that it answers. */
export const INDICATOR_MARK_TITLES = {
  'full-score': '未完成仍得满分',
  'bar-lowered': '下一年目标比实际放宽',
  doubtful: '对应存疑',
  'no-promise': '目标表中没有',
} as const;
export type IndicatorMark = keyof typeof INDICATOR_MARK_TITLES;

/** What a project shows in one year. */
export const PROJECT_MARK_TITLES = {
  'weight-moved': '权重由未完成的移到完成的',
  'all-just-met': '各指标都恰好完成',
  'budget-differs': '自评的年初预算与目标表不同',
  'not-reported': '没有自评',
  'no-promise': '库中没有目标表',
  doubtful: '对应存疑',
} as const;
export type ProjectMark = keyof typeof PROJECT_MARK_TITLES;

/** One indicator from promise to promise. Targets as printed. */
export interface TrackedIndicator {
  /** Row of the promise; of the report where there is none. */
  id: number;
  name: string;
  level2: string | null;
  promised: string | null;
  weight: number | null;
  adjusted: string | null;
  /** What monitoring found half-way through the year. */
  halfway: string | null;
  /** As repeated in the self-evaluation. */
  repeated: string | null;
  actual: string | null;
  score: number | null;
  /** Why the report says it was missed, and what is to be done. */
  deviation: string | null;
  reportedWeight: number | null;
  next: string | null;
  /** null: there is no promise. */
  status: OutcomeStatus | null;
  kept: ActualJudgement | null;
  selfEvaluation: IndicatorOutcome['selfEvaluation'];
  marks: IndicatorMark[];
  halfwayId: number | null;
  reportedId: number | null;
  nextId: number | null;
}

/** A project (or the whole department) in one year. */
export interface TrackedYear {
  year: number;
  /** As it is named this year; null: whole department. */
  name: string | null;
  /** What links it to the year before; null in its first year. */
  tie: Tie | null;
  /** Rows of `projects`. */
  promisedId: number | null;
  adjustedId: number | null;
  reportedIds: number[];
  /** Integer fen. */
  promisedFen: number | null;
  adjustedFen: number | null;
  /** 年初预算 and 全年预算 as the self-evaluation has them. */
  initialFen: number | null;
  budgetFen: number | null;
  spentFen: number | null;
  /** In percent, as printed, else spent over budget. */
  rate: number | null;
  score: number | null;
  grade: string | null;
  /** What an evaluation report (绩效评价报告) gives the project beside its self-evaluation. */
  evaluatedScore: number | null;
  evaluatedGrade: string | null;
  /** Why it fell short as a whole, as the report says. */
  deviation: string | null;
  marks: ProjectMark[];
  indicators: TrackedIndicator[];
}

/** A project over the years under all its names, the earliest year first. */
export interface TrackedProject {
  /** Its latest name; null: whole department. */
  name: string | null;
  years: TrackedYear[];
}

/** One department, or one project of it, from promise to result to promise. */
export interface DepartmentTrack {
  kind: 'department';
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
  department: string;
  /** Only this project is followed; null: all of them. */
  project: string | null;
  /** By year. */
  summaries: (OutcomeSummary & { year: number })[];
  projects: TrackedProject[];
}

/** Departments of a region (or of one name everywhere), counted. */
export interface RegionTrack {
  kind: 'region';
  /** What was asked for. */
  title: string;
  total: OutcomeSummary;
  departments: DepartmentSummary[];
}

export interface DepartmentSummary extends OutcomeSummary {
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
  year: number | null;
  department: string | null;
  departmentKey: string | null;
}

export type Track = DepartmentTrack | RegionTrack;
