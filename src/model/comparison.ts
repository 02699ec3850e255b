import type { Horizon } from './disclosure.js';
import type { Stage } from './facts/stages.js';
import type { Calculation } from './target.js';

/** Whose row it is, as in the views; null: not resolved. */
export interface RowSubject {
  documentId: number;
  province: string | null;
  city: string | null;
  region: string | null;
  regionCode: string | null;
  year: number | null;
  stage: Stage;
  department: string | null;
  departmentKey: string | null;
}

/** A row of `projects` as the comparisons want it. */
export interface ProjectRow extends RowSubject {
  id: number;
  project: string;
  parent: string | null;
  direction: string | null;
  amountFen: number | null;
  annualGoal: string | null;
  periodGoal: string | null;
  purpose: string | null;
  place: string | null;
}

/** A row of `indicators`. */
export interface IndicatorRow extends RowSubject {
  id: number;
  projectId: number | null;
  /** null: whole department. */
  project: string | null;
  level2: string | null;
  name: string;
  description: string | null;
  target: string | null;
  /** Figure in the base measure. */
  quantity: number | null;
  measure: string | null;
  horizon: Horizon;
  place: string;
}

/** A row of `costs` with its calculation read. */
export interface CostRow extends RowSubject {
  id: number;
  projectId: number | null;
  project: string | null;
  item: string | null;
  calculation: string | null;
  parsed: Calculation | null;
  place: string | null;
}

/**
 * What a store looks for before names are compared: cheap, and wide enough to lose nothing that would be kept. A project is
 * found by any of its parts.
 */
export interface ProjectSearch {
  /** Names that hold at least `least` of these character pairs. */
  names: { pairs: string[]; least: number }[];
  /** Texts (goal, purpose, programme, direction, name) that hold one of these. */
  texts: string[];
}

/** How figures spread. Decimal strings, in the unit of the figures. */
export interface Spread {
  count: number;
  median: string;
  min: string;
  max: string;
  /** Median absolute deviation from the median; not scaled. */
  mad: string;
  /** Figures below or above are outliers; null for fewer than `OUTLIERS_OF` figures, or the middle half all the same. */
  fences: { low: string; high: string } | null;
}

/** Fewer figures have no outliers that could be told. */
export const OUTLIERS_OF = 8;

/** How outliers are told, for readers. */
export const OUTLIERS_TOLD = `▲ 离群：比四分位数远出四分位距的 1.5 倍以上（${OUTLIERS_OF} 个以上才判断）`;

/** Whether a figure lies outside the fences. @param figure in the unit of the spread */
export const isOutlier = (figure: number, spread: Pick<Spread, 'fences'> | null): boolean =>
  spread?.fences != null && (figure < Number(spread.fences.low) || figure > Number(spread.fences.high));

/** How alike two names (and the purposes behind them) are. */
export interface Likeness {
  same: boolean;
  /** The purposes decided; the names alone would not. */
  byPurpose: boolean;
  /** 0 … 1: likeness of the names. */
  name: number;
  /** 0 … 1: cosine of the purposes; null where one has none. */
  purpose: number | null;
  /** Longest words both names hold. */
  shared: string[];
}

export interface ComparedProject extends ProjectRow {
  /** Likeness to the project the group is named after; null: has the same name, is that project, or stands alone. */
  likeness: Likeness | null;
  /** Counted in the spread of its group: from its place's latest year. */
  counted: boolean;
  /** Amount over the median of its group; null where either is missing or the group has one amount. */
  toMedian: number | null;
}

/** Projects that are the same thing. */
export interface ProjectGroup {
  name: string;
  projects: ComparedProject[];
  /** 元, over the counted amounts; null where there are none. */
  amounts: Spread | null;
}

/** A price: 0.5 元/份, 235 元/人/月. */
export interface UnitFigure extends RowSubject {
  /** Row the price stands in: `c12` or `i12`. */
  row: string;
  project: string | null;
  item: string;
  /** Decimal string in 元. */
  yuan: string;
  /** `元/人/月` */
  unit: string;
  printed: string;
  /** Part of the unit is not printed but follows from the result. */
  implied: boolean;
  place: string | null;
}

export interface UnitGroup {
  name: string;
  unit: string;
  figures: UnitFigure[];
  /** 元; null for a single figure. */
  spread: Spread | null;
}

/** Indicators of one name, side by side. */
export interface TargetGroup {
  name: string;
  level2: string | null;
  indicators: IndicatorRow[];
  /** Places (regions) that have it. */
  places: number;
  /** Over the quantities, where all have one measure and there are two at least. */
  spread: (Spread & { measure: string }) | null;
}

/** The same thing across places and years. */
export interface Comparison {
  /** What was looked for. */
  topic: string;
  /** Project it started from, `p12`; null for a topic. */
  project: string | null;
  /** Projects whose name (or programme, direction) is about it, the largest group first. */
  groups: ProjectGroup[];
  /** Projects that speak of it in goal or purpose only. */
  mentions: ProjectRow[];
  /** Projects, regions and years among `groups` and `mentions`. */
  regions: string[];
  years: number[];
  unitGroups: UnitGroup[];
  targetGroups: TargetGroup[];
}
