import { createHash } from 'node:crypto';
import type { CostSpec, DisclosureSpec, IndicatorSpec, ProjectSpec } from '../../src/audit/rules/example.js';
import type {
  BudgetAxis,
  BudgetLine,
  CostLine,
  Disclosure,
  Evidence,
  Form,
  FormState,
  Horizon,
  Indicator,
  MoneyAt,
  Printed,
  Project,
  ScoreTotal,
} from '../../src/model/disclosure.js';
import type { CellClaim, ReadDocument } from '../../src/model/document.js';
import { emptyDisclosure, emptyProject } from '../../src/model/facts/empty-disclosure.js';
import type { FormKind } from '../../src/model/facts/form-kinds.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import type { Grid } from '../../src/model/grid.js';
import type { Money } from '../../src/model/money.js';
import { buildPack } from './pack-builder.js';
import { plainForm } from './plain-form.js';
import { printedMoney } from './printed-money.js';
import { calculationOf, targetOf } from './read-values.js';
import { READ_WELL } from './read-well.js';

/** A read document that holds one disclosure, as the assembler would give it: every value with its cell. */
export function buildDocument(spec: DisclosureSpec, path = 'example.docx'): ReadDocument {
  return new Builder(spec).build(path);
}

class Builder {
  readonly #spec: DisclosureSpec;
  readonly #unit: MoneyUnit;
  readonly #forms: Form[] = [];
  readonly #grids: Grid[] = [];
  readonly #claims: CellClaim[] = [];
  readonly #disclosure: Disclosure;

  constructor(spec: DisclosureSpec) {
    this.#spec = spec;
    this.#unit = spec.unit ?? '万元';
    const region = spec.region === undefined ? { code: '990102', name: '甲区' } : spec.region;
    this.#disclosure = {
      ...emptyDisclosure(),
      region: region && { ...region, province: null, city: null },
      year: spec.year === undefined ? 2023 : spec.year,
      stage: spec.stage ?? 'budget',
      department: spec.department === undefined ? '某某局' : spec.department,
      departmentKey: null,
    };
  }

  build(path: string): ReadDocument {
    this.#department();
    this.#summary();
    for (const project of this.#spec.projects ?? []) this.#project(project);
    const pack = buildPack(this.#spec, this.#unit, this.#grids.length);
    Object.assign(this.#disclosure, { statements: pack.statements, said: pack.said });
    return {
      sha256: createHash('sha256').update(path).digest('hex'),
      path,
      bytes: 1,
      format: 'docx',
      ...READ_WELL,
      blocks: [...this.#grids, ...pack.blocks],
      forms: this.#forms,
      claims: this.#claims,
      disclosures: [this.#disclosure],
    };
  }

  #form(kind: FormKind, title: string | undefined, state: FormState | undefined): Form {
    const index = this.#forms.length;
    this.#grids.push({ kind: 'grid', table: index + 1, rows: 0, columns: 1, cells: [], certainty: 'ruled' });
    const form = { ...plainForm(index, kind, 0), state: state ?? 'filled' };
    if (title) form.title = { text: title, evidence: this.#cell(form, title) };
    this.#forms.push(form);
    return form;
  }

  /** A cell in a row of its own, or `beside` the cells of the row before it. */
  #cell(form: Form, quote: string, beside = false): Evidence {
    const grid = this.#grids[form.index];
    if (!grid) throw new Error('表没有对应的网格');
    const before = grid.cells.at(-1);
    const row = beside && before ? before.row : grid.rows + 1;
    const column = beside && before ? before.column + 1 : 1;
    const place = `t${form.index + 1} r${row} c${column}`;
    grid.rows = row;
    grid.columns = Math.max(grid.columns, column);
    grid.cells.push({ row, column, rowSpan: 1, colSpan: 1, text: quote, place });
    return { place, quote, block: form.index, cell: grid.cells.length - 1 };
  }

  #printed(form: Form, text: string | undefined, beside = false): Printed | null {
    return text === undefined ? null : { text, evidence: this.#cell(form, text, beside) };
  }

  #money(printed: string): Money {
    return printedMoney(printed, this.#unit);
  }

  #moneyAt(form: Form, label: string, printed: string | undefined): MoneyAt | null {
    if (printed === undefined) return null;
    return { money: this.#money(printed), label, evidence: this.#cell(form, printed) };
  }

  #budgets(
    form: Form,
    project: number | null,
    axis: BudgetAxis,
    amounts: Record<string, string>,
    horizon: Horizon = 'annual',
  ): void {
    for (const [category, printed] of Object.entries(amounts)) {
      const line: BudgetLine = {
        form: form.index,
        project,
        axis,
        category,
        horizon,
        scope: 'own',
        money: this.#money(printed),
        label: category,
        evidence: this.#cell(form, printed),
      };
      this.#disclosure.budgets.push(line);
    }
  }

  #department(): void {
    const spec = this.#spec.departmentForm;
    if (!spec) return;
    const form = this.#form('department', spec.title, spec.state);
    if (spec.total !== undefined) this.#budgets(form, null, 'total', { 资金总额: spec.total });
    this.#budgets(form, null, 'revenue', spec.revenue ?? {});
    this.#budgets(form, null, 'expenditure', spec.expenditure ?? {});
    for (const indicator of spec.indicators ?? []) this.#indicator(form, null, indicator);
    for (const { item, goal, amount } of spec.tasks ?? []) {
      const evidence = { item: this.#cell(form, item), money: this.#cell(form, amount, true) };
      const money = this.#money(amount);
      this.#disclosure.workPlan.push({
        form: form.index,
        item,
        office: null,
        goal: goal ?? null,
        money,
        evidence,
      });
    }
    if (spec.duties === undefined) return;
    this.#disclosure.texts.push({
      form: form.index,
      project: null,
      kind: 'duties',
      heading: null,
      text: spec.duties,
      evidence: this.#cell(form, spec.duties),
    });
  }

  #summary(): void {
    const spec = this.#spec.summary;
    if (!spec) return;
    const form = this.#form('summary', spec.title, undefined);
    form.total = this.#moneyAt(form, '合计', spec.total);
    for (const row of spec.rows) {
      if (row.sums) {
        const printed = [{ text: row.name, evidence: this.#cell(form, row.name) }];
        const evidence = this.#cell(form, row.amount, true);
        const amounts = [{ money: this.#money(row.amount), label: '金额', evidence }];
        form.sums = [...(form.sums ?? []), { printed, amounts }];
        continue;
      }
      const project = this.#projectNamed(row.name);
      const name = this.#cell(form, row.name);
      const amount = this.#cell(form, row.amount, true);
      const money = this.#money(row.amount);
      const isSecret = /涉密|不公开/.test(row.goal ?? '');
      const goal = this.#printed(form, row.goal, true);
      project.money ??= money;
      if (isSecret) project.state = 'secret';
      project.mentions.push({
        form: form.index,
        role: 'summary-row',
        name: row.name,
        namePrinted: row.name,
        money,
        annualGoal: this.#printed(form, row.annualGoal, true),
        periodGoal: isSecret ? null : goal,
        evidence: { name, money: amount },
      });
      if (isSecret && goal) project.evidence.periodGoal = goal.evidence;
    }
  }

  #projectNamed(name: string): Project {
    const known = this.#disclosure.projects.find((project) => project.name === name);
    if (known) return known;
    const project = emptyProject(this.#disclosure.projects.length + 1, name);
    this.#disclosure.projects.push(project);
    return project;
  }

  #project(spec: ProjectSpec): void {
    const form = this.#form(spec.kind ?? 'project', spec.title, spec.state);
    const project = this.#projectNamed(spec.summaryName ?? spec.name);
    form.project = project.id;
    project.hasForm = true;
    if (project.state === 'secret') project.state = 'disclosed';
    project.code = spec.code ?? null;
    project.parent = spec.parent ?? null;
    project.direction = spec.direction ?? null;
    project.period = spec.period ?? null;
    if (spec.code) project.evidence.code = this.#cell(form, spec.code);
    const name = this.#cell(form, spec.name);
    project.evidence.name ??= name;
    this.#offices(form, project, spec);
    const money = spec.amount === undefined ? null : this.#money(spec.amount);
    if (money) project.money = money;
    project.mentions.push({
      form: form.index,
      role: 'form',
      name: spec.name,
      namePrinted: spec.name,
      money,
      annualGoal: this.#printed(form, spec.annualGoal),
      periodGoal: this.#printed(form, spec.periodGoal),
      evidence: spec.amount === undefined ? { name } : { name, money: this.#cell(form, spec.amount) },
    });
    for (const text of spec.templateTexts ?? []) {
      const { cell } = this.#cell(form, text);
      this.#claims.push({
        block: form.index,
        cell: cell ?? 0,
        form: form.index,
        status: 'set-aside',
        reason: 'template-text',
      });
    }
    form.parentAmount = this.#moneyAt(form, '金额', spec.parentAmount);
    form.costTotal = this.#moneyAt(form, '合计', spec.costTotal);
    this.#projectFigures(form, project.id, spec);
  }

  #offices(form: Form, project: Project, { department, agency }: ProjectSpec): void {
    project.department = department ?? null;
    project.agency = agency ?? null;
    if (department) project.evidence.department = this.#cell(form, department);
    if (agency) project.evidence.agency = this.#cell(form, agency);
  }

  #projectFigures(form: Form, project: number, spec: ProjectSpec): void {
    if (spec.funding && spec.amount !== undefined) {
      this.#budgets(form, project, 'total', { 预算数: spec.amount });
      this.#budgets(form, project, 'funding', spec.funding);
    }
    if (spec.periodAmount !== undefined)
      this.#budgets(form, project, 'total', { 实施期资金总额: spec.periodAmount }, 'period');
    for (const cost of spec.costs ?? []) this.#disclosure.costs.push(this.#cost(form, project, cost));
    for (const [step, printed] of Object.entries(spec.plan ?? {})) {
      const share = /^-?[\d.]+%?$/.test(printed) ? printed.replace('%', '') : null;
      const evidence = this.#cell(form, printed);
      this.#disclosure.plans.push({ form: form.index, project, step, share, printed, evidence });
    }
    for (const indicator of spec.indicators ?? []) this.#indicator(form, project, indicator);
    this.#scores(form, project, spec);
  }

  #scores(form: Form, project: number, { execution, scoreTotal }: ProjectSpec): void {
    if (execution) {
      const { initial, budget, spent, weight = null, rate = null, score = null } = execution;
      const evidence: Record<string, Evidence> = {};
      for (const [field, printed] of Object.entries(execution)) evidence[field] = this.#cell(form, printed);
      const money = (printed: string | undefined) => (printed === undefined ? null : this.#money(printed));
      this.#disclosure.execution.push({
        form: form.index,
        project,
        category: '年度资金总额',
        initial: money(initial),
        budget: money(budget),
        spent: money(spent),
        weight,
        rate: rate?.replace('%', '') ?? null,
        score,
        evidence,
      });
    }
    if (scoreTotal) {
      const { weight = null, score = null, grade = null } = scoreTotal;
      const evidence: ScoreTotal['evidence'] = {
        weight: this.#cell(form, weight ?? ''),
        score: this.#cell(form, score ?? ''),
        ...(grade === null ? {} : { grade: this.#cell(form, grade) }),
      };
      this.#disclosure.scoreTotals.push({ form: form.index, project, weight, score, grade, evidence });
    }
  }

  #indicator(form: Form, project: number | null, spec: IndicatorSpec): void {
    const indicator: Indicator = {
      id: this.#disclosure.indicators.length + 1,
      form: form.index,
      project,
      level1: spec.level1 || null,
      level2: spec.level2 ?? null,
      level1Printed: spec.level1 || null,
      level2Printed: spec.level2 ?? null,
      name: spec.name,
      namePrinted: spec.name,
      description: spec.description ?? null,
      target: spec.target,
      parsed: spec.parts
        ? {
            ...targetOf(spec.target, undefined),
            kind: 'multi',
            parts: spec.parts.map(({ label, parsed }) => ({ ...targetOf(spec.target, parsed), label })),
          }
        : {
            ...targetOf(spec.target, spec.parsed),
            ...(spec.deadline ? { kind: 'deadline' as const, to: spec.deadline } : {}),
            ...(spec.flags ? { flags: spec.flags } : {}),
          },
      horizon: spec.horizon ?? 'annual',
      scope: null,
      standard: spec.standard ?? null,
      targetBasis: null,
      weight: spec.weight ?? null,
      actual: spec.actual ?? null,
      ...(spec.actual ? { actualParsed: targetOf(spec.actual, spec.actualParsed) } : {}),
      score: spec.score ?? null,
      evidence: { name: this.#cell(form, spec.name), target: this.#cell(form, spec.target) },
    };
    if (spec.description) indicator.evidence.description = this.#cell(form, spec.description);
    if (spec.weight) indicator.evidence.weight = this.#cell(form, spec.weight);
    if (spec.standard) indicator.evidence.standard = this.#cell(form, spec.standard);
    if (spec.actual) indicator.evidence.actual = this.#cell(form, spec.actual);
    if (spec.score) indicator.evidence.score = this.#cell(form, spec.score);
    this.#disclosure.indicators.push(indicator);
  }

  #cost(form: Form, project: number, spec: CostSpec): CostLine {
    const evidence: CostLine['evidence'] = {
      item: this.#cell(form, spec.item),
      money: this.#cell(form, spec.amount),
    };
    if (spec.calculation !== undefined) evidence.calculation = this.#cell(form, spec.calculation);
    return {
      id: this.#disclosure.costs.length + 1,
      form: form.index,
      project,
      category: null,
      item: spec.item,
      money: this.#money(spec.amount),
      calculation: spec.calculation ?? null,
      parsed: spec.calculation === undefined ? null : calculationOf(spec, spec.calculation),
      evidence,
    };
  }
}
