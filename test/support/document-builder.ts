import { createHash } from 'node:crypto';
import type {
  BudgetLine,
  CostLine,
  Disclosure,
  Evidence,
  Indicator,
  Project,
  Region,
} from '../../src/model/disclosure.js';
import type { CellClaim, ReadDocument } from '../../src/model/document.js';
import { emptyDisclosure } from '../../src/model/facts/empty-disclosure.js';
import type { Cell, Grid } from '../../src/model/grid.js';
import type { Money } from '../../src/model/money.js';
import { tablePlace } from '../../src/model/place.js';
import type { Target } from '../../src/model/target.js';
import { plainForm } from './plain-form.js';
import { READ_WELL } from './read-well.js';
import { buildSaid, buildStatement, type SaidPlan, type StatementPlan } from './statement-builder.js';

export interface IndicatorPlan {
  name: string;
  target?: string | null;
  level1?: string;
  level2?: string;
  description?: string;
  weight?: string;
  parsed?: Partial<Target>;
  /** What a self-evaluation says of it. */
  actual?: string;
  actualParsed?: Partial<Target>;
  score?: string;
}

export interface CostPlan {
  item: string;
  wan: string;
  calculation?: string;
}

export interface ProjectPlan {
  name: string;
  /** Amount in 万元 as printed; left out: blank. */
  wan?: string;
  code?: string;
  annualGoal?: string;
  purpose?: string;
  indicators?: IndicatorPlan[];
  costs?: CostPlan[];
  hasForm?: boolean;
  /** 年度资金总额 of its self-evaluation in 万元: 年初预算, 全年预算, 执行数. */
  spending?: [initial: string, budget: string, spent: string];
  /** 总分 of its self-evaluation. */
  score?: string;
}

export interface DisclosurePlan {
  region?: Region | null;
  year?: number | null;
  stage?: Disclosure['stage'];
  department?: string | null;
  departmentKey?: string | null;
  /** Whole department, in 万元. */
  total?: string;
  projects?: ProjectPlan[];
  /** Indicators of the whole department. */
  indicators?: IndicatorPlan[];
  statements?: StatementPlan[];
  said?: SaidPlan[];
  /** Whether there is a form at all; a pack may hold statements only. Disclosures without one come last. */
  hasForm?: boolean;
}

export interface DocumentPlan extends Partial<Omit<ReadDocument, 'disclosures'>> {
  /** What the sha256 is made of; the path by default. */
  content?: string;
  disclosures?: DisclosurePlan[];
}

/** A county for fixtures; it exists nowhere. */
export const SOME_REGION: Region = { code: '990104', name: '云溪区', province: '青禾省', city: '临川市' };

/**
 * A document as the readers would leave it: one form (unless it says there is none) and one grid per disclosure, each value in a cell of its own that is
 * claimed by its field, so that evidence, claims and blocks agree.
 */
export function buildDocument({ content, disclosures = [], ...given }: DocumentPlan = {}): ReadDocument {
  const path = given.path ?? '资料/甲.txt';
  const parts = disclosures.map((plan, index) => buildDisclosure(plan, index));
  return {
    sha256: createHash('sha256')
      .update(content ?? path)
      .digest('hex'),
    path,
    bytes: 1000,
    format: 'text',
    ...READ_WELL,
    diagnostics: [],
    blocks: parts.map((part) => part.grid),
    forms: parts.flatMap((part) => part.form ?? []),
    claims: parts.flatMap((part) => part.claims),
    disclosures: parts.map((part) => part.disclosure),
    ...given,
  };
}

/** An amount printed in 万元. */
export function wan(printed: string): Money {
  const [whole = '0', decimals = ''] = printed.split('.');
  return {
    state: 'amount',
    fen: Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0')),
    printed,
    figure: printed,
    decimals: decimals.length,
    unit: '万元',
    unitFrom: 'caption',
  };
}

class GridWriter {
  readonly cells: Cell[] = [];
  readonly claims: CellClaim[] = [];
  private row = 0;
  private column = 0;

  constructor(private readonly index: number) {}

  nextRow(): void {
    this.row += 1;
    this.column = 0;
  }

  write(text: string, claim: Pick<CellClaim, 'status' | 'field' | 'reason'>): Evidence {
    this.column += 1;
    const place = tablePlace(this.index + 1, this.row, this.column);
    this.claims.push({ block: this.index, cell: this.cells.length, form: this.index, ...claim });
    this.cells.push({ row: this.row, column: this.column, rowSpan: 1, colSpan: 1, text, place });
    return { place, quote: text, block: this.index, cell: this.cells.length - 1 };
  }

  field(text: string, field: string): Evidence {
    return this.write(text, { status: 'claimed', field });
  }

  grid(): Grid {
    const columns = Math.max(0, ...this.cells.map((cell) => cell.column));
    return {
      kind: 'grid',
      table: this.index + 1,
      rows: this.row,
      columns,
      cells: this.cells,
      certainty: 'ruled',
    };
  }
}

function buildDisclosure(plan: DisclosurePlan, index: number) {
  const writer = new GridWriter(index);
  const disclosure: Disclosure = {
    ...emptyDisclosure(),
    region: plan.region === undefined ? SOME_REGION : plan.region,
    year: plan.year === undefined ? 2023 : plan.year,
    stage: plan.stage ?? 'budget',
    department: plan.department === undefined ? '云溪区水利局' : plan.department,
    departmentKey: plan.departmentKey === undefined ? '水利局' : plan.departmentKey,
  };
  writer.nextRow();
  writer.write('绩效目标表', { status: 'set-aside', reason: 'title' });
  if (plan.total !== undefined) disclosure.budgets.push(buildTotal(plan.total, index, writer));
  for (const project of plan.projects ?? []) addProject(disclosure, project, index, writer);
  for (const indicator of plan.indicators ?? []) addIndicator(disclosure, indicator, null, index, writer);
  for (const [n, statement] of (plan.statements ?? []).entries())
    disclosure.statements.push(buildStatement(statement, { id: n + 1, block: index, money: wan }, writer));
  for (const said of plan.said ?? []) disclosure.said.push(buildSaid(said, wan, writer));
  const form = plan.hasForm === false ? null : plainForm(index, 'department', index);
  return { disclosure, form, grid: writer.grid(), claims: form ? writer.claims : [] };
}

function buildTotal(total: string, form: number, writer: GridWriter): BudgetLine {
  writer.nextRow();
  writer.write('资金总额', { status: 'label' });
  return {
    form,
    project: null,
    axis: 'total',
    category: '资金总额',
    horizon: 'annual',
    scope: 'own',
    money: wan(total),
    label: '资金总额',
    evidence: writer.field(total, 'budget.amount'),
  };
}

function addProject(disclosure: Disclosure, plan: ProjectPlan, form: number, writer: GridWriter): void {
  writer.nextRow();
  const name = writer.field(plan.name, 'project.name');
  const money = plan.wan === undefined ? undefined : writer.field(plan.wan, 'project.amount');
  const project: Project = {
    id: disclosure.projects.length + 1,
    name: plan.name,
    namePrinted: plan.name,
    code: plan.code ?? null,
    parent: null,
    direction: null,
    agency: null,
    department: null,
    attribute: null,
    money: plan.wan === undefined ? null : wan(plan.wan),
    period: null,
    annualGoal: plan.annualGoal ?? null,
    periodGoal: null,
    purpose: plan.purpose ?? null,
    hasForm: plan.hasForm ?? true,
    state: 'disclosed',
    mentions: [],
    evidence: { name, ...(money ? { money } : {}) },
  };
  disclosure.projects.push(project);
  for (const indicator of plan.indicators ?? [])
    addIndicator(disclosure, indicator, project.id, form, writer);
  addExecution(disclosure, plan, { project: project.id, form }, writer);
  for (const cost of plan.costs ?? [])
    disclosure.costs.push(buildCost(cost, disclosure, project.id, form, writer));
}

/** What a self-evaluation says of a project's money and of it as a whole. */
function addExecution(
  disclosure: Disclosure,
  { spending, score }: ProjectPlan,
  of: { project: number; form: number },
  writer: GridWriter,
): void {
  if (spending) {
    writer.nextRow();
    const [initial, budget, spent] = spending;
    disclosure.execution.push({
      ...of,
      category: '年度资金总额',
      initial: wan(initial),
      budget: wan(budget),
      spent: wan(spent),
      weight: '10',
      rate: String(Math.round((Number(spent) / Number(budget)) * 10_000) / 100),
      score: null,
      evidence: {
        budget: writer.field(budget, 'execution.budget'),
        spent: writer.field(spent, 'execution.spent'),
      },
    });
  }
  if (score === undefined) return;
  writer.nextRow();
  const evidence = { score: writer.field(score, 'score.total') };
  disclosure.scoreTotals.push({ ...of, weight: '100', score, evidence });
}

function addIndicator(
  disclosure: Disclosure,
  plan: IndicatorPlan,
  project: number | null,
  form: number,
  writer: GridWriter,
): void {
  writer.nextRow();
  const target = plan.target === undefined ? '1次' : plan.target;
  const unparsed = { operator: null, value: null, unit: null, quantity: null, measure: null };
  const indicator: Indicator = {
    id: disclosure.indicators.length + 1,
    form,
    project,
    level1: plan.level1 ?? '产出指标',
    level2: plan.level2 ?? '数量指标',
    level1Printed: plan.level1 ?? '产出指标',
    level2Printed: plan.level2 ?? '数量指标',
    name: plan.name,
    namePrinted: plan.name,
    description: plan.description ?? null,
    target,
    parsed: {
      kind: 'text',
      raw: target ?? '',
      ...unparsed,
      ...plan.parsed,
    },
    horizon: 'annual',
    scope: null,
    standard: null,
    targetBasis: null,
    weight: plan.weight ?? null,
    actual: plan.actual ?? null,
    ...(plan.actual === undefined
      ? {}
      : { actualParsed: { kind: 'text', raw: plan.actual, ...unparsed, ...plan.actualParsed } }),
    score: plan.score ?? null,
    evidence: {
      name: writer.field(plan.name, 'indicator.name'),
      ...(target === null ? {} : { target: writer.field(target, 'indicator.target') }),
      ...(plan.actual === undefined ? {} : { actual: writer.field(plan.actual, 'indicator.actual') }),
      ...(plan.score === undefined ? {} : { score: writer.field(plan.score, 'indicator.score') }),
    },
  };
  disclosure.indicators.push(indicator);
}

function buildCost(
  plan: CostPlan,
  disclosure: Disclosure,
  project: number,
  form: number,
  writer: GridWriter,
): CostLine {
  writer.nextRow();
  return {
    id: disclosure.costs.length + 1,
    form,
    project,
    category: '业务费',
    item: plan.item,
    money: wan(plan.wan),
    calculation: plan.calculation ?? null,
    parsed: null,
    evidence: {
      item: writer.field(plan.item, 'cost.item'),
      money: writer.field(plan.wan, 'cost.amount'),
    },
  };
}
