import type { IndicatorRow, ProjectRow, RowSubject } from './comparison.js';
import type { TextKind } from './disclosure.js';
import type { Stage } from './facts/stages.js';
import type { StatementRow } from './statement-comparison.js';

/** A row of `budgets` that is a total (资金总额) of the whole department. */
export interface TotalRow extends RowSubject {
  category: string;
  amountFen: number;
  place: string;
}

/** A row of `texts`. */
export interface TextRow extends RowSubject {
  kind: TextKind;
  heading: string | null;
  text: string;
  place: string;
}

/** What a store holds of one department, over all years and stages. */
export interface DepartmentRows {
  projects: ProjectRow[];
  indicators: IndicatorRow[];
  totals: TotalRow[];
  texts: TextRow[];
  /** Of packs, with forms or without. */
  statements: StatementRow[];
}

/** What was disclosed for one year; of its first stage (budget before adjusted before self-evaluation). */
export interface Edition {
  year: number;
  stage: Stage;
  documents: number[];
  /** 资金总额 as printed; null where none is. */
  totalFen: number | null;
  projects: number;
  /** Sum of the projects' amounts; null where none has one. */
  projectsFen: number | null;
  indicators: number;
}

/** What a trend follows. */
export const TRENDED_TITLES = { total: '总额', project: '项目', indicator: '指标', text: '文字' } as const;

export const CHANGE_TITLES = {
  came: '新增',
  went: '不再出现',
  changed: '变化',
  same: '未变',
  /** A text taken over word for word or nearly. */
  recycled: '沿用上年',
} as const;

/** What became of a thing from one year to the next that the store has. */
export interface TrendChange {
  of: keyof typeof TRENDED_TITLES;
  change: keyof typeof CHANGE_TITLES;
  yearBefore: number;
  year: number;
  /** null: whole department. */
  project: string | null;
  name: string;
  /** Where the name was another one. */
  nameBefore: string | null;
  /** As printed, or an amount in 万元. */
  before: string | null;
  after: string | null;
  /** Later minus earlier, of amounts. */
  differenceFen: number | null;
  /** 0 … 1: likeness of texts. */
  likeness: number | null;
  /** Row of the later year (`p12`, `i12`), of the earlier one where it went. */
  row: string | null;
  place: string | null;
}

export interface Trend {
  region: string | null;
  department: string | null;
  /** Only this project was followed; null: the whole department. */
  project: string | null;
  editions: Edition[];
  changes: TrendChange[];
}
