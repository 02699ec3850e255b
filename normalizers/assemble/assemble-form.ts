import type { Diagnostic } from '../../src/model/diagnostic.js';
import type {
  BudgetLine,
  Disclosure,
  Form,
  MoneyAt,
  Printed,
  Project,
  ScoreTotal,
} from '../../src/model/disclosure.js';
import type { CellClaim } from '../../src/model/document.js';
import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import { append } from '../append.js';
import type { ProjectTableRow, RecognizedForm } from '../recognize/form/form.js';
import { definitionsOf } from '../recognize/form/form-definitions.js';
import { formFeatures } from '../recognize/form/form-features.js';
import type { Assembly } from '../recognize/rows/table-type.js';
import { costTotalOf } from '../recognize/tables/costs/assemble-costs.js';
import { budgetLinesOfExecution } from '../recognize/tables/execution/assemble-execution.js';
import { assemblePlans } from '../recognize/tables/plan/assemble-plans.js';
import { isAgencyRow, isClassRow } from '../recognize/tables/projects/agency-row.js';
import { draftOfRow } from '../recognize/tables/projects/project-draft.js';
import { assembleSums, totalRowOf } from '../recognize/tables/projects/project-sums.js';
import { TABLE_TYPES } from '../recognize/tables/table-types.js';
import { evidenceOfText } from '../recognize/values/evidence.js';
import {
  budgetLinesOfColumns,
  budgetLinesOfFields,
  type MoneyUnits,
  moneyAt,
} from '../recognize/values/money-of.js';
import { compact } from '../recognize/words/label-text.js';
import { assembleParticulars } from './assemble-particulars.js';
import { draftOfForm, goalsOf, type ProjectBook } from './assemble-projects.js';
import { assembleTexts } from './assemble-texts.js';
import type { FormContext } from './form-context.js';
import { certaintyOf, isTemplate, stateOf } from './form-state.js';
import type { IndicatorWithCode } from './join-by-code.js';
import { nameInTitle } from './name-in-title.js';

interface Target {
  book: ProjectBook;
  disclosure: Disclosure;
  disclosureIndex: number;
  documentUnit: MoneyUnit | null;
  claims: readonly CellClaim[];
  diagnostics: Diagnostic[];
  /** Indicators whose project another form may name. */
  coded: IndicatorWithCode[];
}

/** Puts what one form says into the disclosure; returns the form's own record. */
export function assembleForm(
  form: RecognizedForm,
  context: FormContext,
  index: number,
  target: Target,
): Form {
  const units: MoneyUnits = { ...context.units, document: target.documentUnit };
  const { disclosure } = target;
  const title: Printed | null = form.title
    ? { text: form.title.text.trim(), evidence: evidenceOfText(form.title) }
    : null;
  const fieldBudgets = budgetLinesOfFields(form, units);
  const columnBudgets = budgetLinesOfColumns(form.budgetColumns, units);
  const budgets = isTemplate(form)
    ? []
    : [...fieldBudgets, ...columnBudgets, ...budgetLinesOfExecution(form, units)];
  const isProse =
    context.kind === 'narrative' ||
    (context.kind === 'evaluation-report' && form.evaluation?.project == null);
  const isList = context.kind === 'project-list' || context.kind === 'summary' || form.projects.length > 0;

  const rows = isList
    ? assembleRows(form, context, index, units, target)
    : new Map<ProjectTableRow, Project>();
  const project = isList || isProse ? null : projectOfForm(form, context, index, budgets, title, target);
  const owner = { form: index, project: project?.id ?? null };

  append(
    disclosure.budgets,
    budgets.map((line) => ({ ...owner, ...line })),
  );
  const assembly: Assembly = {
    ...owner,
    disclosure,
    units,
    diagnostics: target.diagnostics,
    projectOf: (row) => (row ? (rows.get(row) ?? null) : project),
    nameByCode: (indicator, code) => target.coded.push({ indicator, code, form: index }),
  };
  append(disclosure.scoreTotals, scoreOfEvaluation(form, owner));
  for (const type of TABLE_TYPES) type.assemble?.(form, assembly);
  append(disclosure.plans, assemblePlans(form, owner));
  const goals = goalsOf(form);
  const loose = project ? [goals.other] : isList ? [] : [goals.annual, goals.period, goals.other];
  disclosure.texts.push(
    ...assembleTexts(
      form,
      owner,
      loose.flatMap((goal) => (goal ? [goal] : [])),
    ),
  );

  const record: Form = {
    index,
    kind: context.kind,
    state: 'filled',
    definition: definitionsOf(context.kind, formFeatures(form))[0]?.id ?? null,
    title,
    disclosure: target.disclosureIndex,
    blocks: form.blocks,
    project: project?.id ?? null,
    total: totalRowOf(form, units),
    costTotal: costTotalOf(form, units),
    parentAmount: parentAmountOf(form, units),
    ...present(
      'sums',
      assembleSums(form, (row) => rows.has(row), units),
    ),
    ...present('particulars', assembleParticulars(form, project)),
    certainty: certaintyOf(
      form,
      context,
      target.claims,
      project !== null || rows.size > 0 || target.coded.some((each) => each.form === index),
    ),
  };
  return { ...record, state: stateOf(form, record) };
}

/** Lists that few forms have are left out where they are empty. */
const present = <K extends string, T>(key: K, list: T[]): Partial<Record<K, T[]>> =>
  list.length > 0 ? ({ [key]: list } as Record<K, T[]>) : {};

/** Rows of a summary or flat list: each a project; the budget lines of those that have no form of their own. */
function assembleRows(
  form: RecognizedForm,
  context: FormContext,
  index: number,
  units: MoneyUnits,
  target: Target,
): Map<ProjectTableRow, Project> {
  const projects = new Map<ProjectTableRow, Project>();
  const role = form.indicators.length > 0 ? 'list' : 'summary-row';
  let agency: ProjectTableRow | null = null;
  const department = compact(context.department?.text ?? '');
  const withIndicators = new Set(form.indicators.map((indicator) => indicator.project));
  for (const [i, row] of form.projects.entries()) {
    if (isClassRow(row) && !withIndicators.has(row)) continue;
    const sums = isAgencyRow(form.projects, i, withIndicators.has(row), department);
    if (row.kind === 'agency' || sums) agency = row;
    if (row.kind !== 'project' || row === agency) continue;
    const draft = draftOfRow(row, index, role, units, agency);
    const project = target.book.add(draft);
    projects.set(row, project);
    if (role === 'list' || row.amounts.length > 1) {
      target.disclosure.budgets.push(
        ...draft.budgets.map((line) => ({ form: index, project: project.id, ...line })),
      );
    }
  }
  return projects;
}

function projectOfForm(
  form: RecognizedForm,
  context: FormContext,
  index: number,
  budgets: Omit<BudgetLine, 'form' | 'project'>[],
  title: Printed | null,
  target: Target,
): Project | null {
  if (context.kind === 'department' || context.kind === 'department-self-evaluation') return null;
  const fromTitle = form.evaluation?.project ?? (title ? nameInTitle(title.text) : null);
  const fallback = fromTitle && title ? { text: fromTitle, evidence: title.evidence } : null;
  const draft = draftOfForm(form, index, budgets, fallback);
  return draft ? target.book.add(draft) : null;
}

/** Score and grade that the prose of an evaluation report states; all stand in one sentence. */
function scoreOfEvaluation(
  { evaluation }: RecognizedForm,
  owner: Pick<ScoreTotal, 'form' | 'project'>,
): ScoreTotal[] {
  if (!evaluation) return [];
  const { score, fullMark, grade, at } = evaluation;
  const evidence = evidenceOfText(at);
  return [
    {
      ...owner,
      weight: fullMark,
      score,
      grade,
      evidence: { score: evidence, ...(grade === null ? {} : { grade: evidence }) },
    },
  ];
}

function parentAmountOf(form: RecognizedForm, units: MoneyUnits): MoneyAt | null {
  const value = form.fields.find((field) => field.field === 'parent.amount');
  return value ? moneyAt(value.at, value.text, `${value.group} ${value.label}`, units) : null;
}
