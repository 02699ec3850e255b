import type { Horizon, Scope, TextKind } from '../../../src/model/disclosure.js';
import type { Cell, Grid, Paragraph } from '../../../src/model/grid.js';
import type { ColumnRole } from '../words/roles.js';
import type { CellAt } from './ledger.js';

/** A text in a cell or paragraph, with where it stands. */
export interface TextAt {
  text: string;
  at: CellAt | { block: number; paragraph: Paragraph };
}

/** A value found beside, under or inside its label. */
export interface FieldValue {
  /** `project.name`, `goal.annual` …, or `budget` for amounts. */
  field: string;
  /** Label as printed. */
  label: string;
  /** The group label it stands under: 所属专项, 项目资金（万元）, '' for none. */
  group: string;
  text: string;
  at: CellAt;
  scope: Scope | undefined;
  horizon: Horizon | undefined;
  /** Column of the label: labels under each other share scope and horizon. */
  column: number;
  row: number;
}

/** A value that stands in a cell without a label. */
export const fieldAt = (field: string, at: CellAt): FieldValue => ({
  field,
  label: '',
  group: '',
  text: at.cell.text,
  at,
  scope: undefined,
  horizon: undefined,
  column: at.cell.column,
  row: at.cell.row,
});

export interface FormColumn {
  /** `other`: a label that no list knows. */
  role: ColumnRole | 'other';
  /** Label as printed, group labels above it first. */
  label: string;
  from: number;
  to: number;
  horizon: Horizon | undefined;
  /** Side-by-side repetitions of the same roles are sets 0, 1 … */
  set: number;
}

export type HeaderType = 'execution' | 'indicators' | 'costs' | 'work-plan' | 'projects' | 'budgets';

/** A header row with the columns it names. */
export interface TableHeader {
  type: HeaderType;
  top: number;
  bottom: number;
  columns: FormColumn[];
}

/** One row of a work plan with the amounts in its row. */
export interface WorkRow extends TableRow {
  amounts: { label: string; at: CellAt }[];
}

/** One row of a table: the cells under each role. */
export interface TableRow {
  row: number;
  cells: Record<string, CellAt[]>;
}

export interface IndicatorTableRow {
  level1: CellAt | null;
  level2: CellAt | null;
  level1Text: string | null;
  /** The cell of level 1 in this row is a blank one of its own; its label stands in a row above. */
  level1Carried?: boolean;
  level2Text: string | null;
  name: CellAt;
  nameText: string;
  target: CellAt[];
  /** The target where it is only a part of its cell (indicators written into one cell). */
  targetText?: string;
  operator: CellAt[];
  unit: CellAt[];
  targetCutOff: boolean;
  horizon: Horizon;
  others: Record<string, CellAt[]>;
  /** Project columns of a flat list, in the row. */
  project: ProjectTableRow | null;
  /** 项目编码 in the row of a table that names its projects elsewhere. */
  projectCode?: CellAt;
}

/** Levels carry down over blank cells where merges are lost. */
export interface Levels {
  level1: CellAt | null;
  /** For each set of columns; a set without a column of its own shares that of the first. */
  level2: (CellAt | null)[];
  /** Labels that a page break cut in two, whole again, by the cell of their first half. */
  joined: Map<Cell, string>;
}

/** A table that the next grid may go on with: its printed header, the grid whose columns that counts, and how far it was read. */
export interface OpenTable {
  header: TableHeader;
  grid: Grid;
  state: BodyState;
}

/** What the rows of a table inherit from those above. */
export interface BodyState {
  levels: Levels;
  project: ProjectTableRow | null;
  projectCode?: CellAt;
}

export const freshState = (): BodyState => ({
  levels: { level1: null, level2: [], joined: new Map() },
  project: null,
});

/** What a row says of a project: a row of a summary, or the project columns of a flat list. */
export interface ProjectTableRow {
  row: number;
  cells: Record<string, CellAt[]>;
  amounts: { label: string; at: CellAt }[];
  /** Goals written into a coded cell. */
  goalText?: string;
  /** 【项目概况】 of a coded cell. */
  purposeText?: string;
  kind: 'project' | 'total' | 'agency';
}

export interface CostTableRow {
  cells: Record<string, CellAt[]>;
  amount: { label: string; at: CellAt } | null;
  kind: 'line' | 'total';
}

export interface PlanRow {
  step: CellAt;
  share: CellAt;
}

export interface NarrativeItem {
  kind: TextKind;
  heading: string | null;
  text: string;
  block: number;
  paragraph: Paragraph;
}

export interface ExecutionRow {
  label: CellAt;
  cells: Record<string, CellAt[]>;
}

/** The project (null: the department as a whole) and department of an evaluation report, and its conclusion as printed. */
export interface EvaluationRead {
  project: string | null;
  department: string | null;
  score: string;
  fullMark: string | null;
  grade: string | null;
  at: TextAt;
}

/** A form as recognized: where each thing stands, nothing parsed yet. */
export interface RecognizedForm {
  title: TextAt | null;
  /** Captions around it: 填报单位：…, 金额单位：万元. */
  captions: TextAt[];
  fields: FieldValue[];
  indicators: IndicatorTableRow[];
  projects: ProjectTableRow[];
  costs: CostTableRow[];
  plans: PlanRow[];
  workPlan: WorkRow[];
  budgetColumns: { label: string; group: string; at: CellAt }[];
  execution: ExecutionRow[];
  narrative: NarrativeItem[];
  /** What an evaluation report (绩效评价报告) concludes in its prose. */
  evaluation: EvaluationRead | null;
  blocks: number[];
  types: Set<HeaderType>;
  /** Roles of the columns of the first table of each type: a table that goes on has the same. */
  columns: Map<HeaderType, string>;
  /** The last table of indicators or projects, for grids that go on with it. */
  lastTable: OpenTable | null;
  /** Column names seen in indicator headers (to tell self-evaluations). */
  roles: Set<string>;
  rowsThatFit: { fit: number; all: number };
  /** Labels that print a unit of money: 项目资金（万元）. */
  unitLabels: string[];
}

export const emptyForm = (title: TextAt | null): RecognizedForm => ({
  title,
  captions: [],
  fields: [],
  indicators: [],
  projects: [],
  costs: [],
  plans: [],
  workPlan: [],
  budgetColumns: [],
  execution: [],
  narrative: [],
  evaluation: null,
  blocks: [],
  types: new Set(),
  columns: new Map(),
  lastTable: null,
  roles: new Set(),
  rowsThatFit: { fit: 0, all: 0 },
  unitLabels: [],
});
