import type {
  BudgetLine,
  CostLine,
  Disclosure,
  ExecutionLine,
  Form,
  Indicator,
  PlanStep,
  Project,
  ProjectMention,
  ScoreTotal,
} from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { Place } from '../../model/place.js';
import { type Figure, figureOf } from '../figures/figure.js';
import { finestDecimals } from '../figures/intervals.js';
import { unseenPlaces } from '../texts/unseen-text.js';
import type { FormReading } from '../verdicts/form-reading.js';
import { type Kept, nothingKept } from './once-per.js';

/** What one form says about one project, or (project null) about the whole department. */
export interface FormEntry {
  reading: FormReading;
  project: Project | null;
  mention: ProjectMention | null;
  /** The project's amount as this form prints it. */
  amount: Figure | null;
  budgets: BudgetLine[];
  costs: CostLine[];
  plans: PlanStep[];
  indicators: Indicator[];
  execution: ExecutionLine[];
  scoreTotals: ScoreTotal[];
  kept: Kept;
}

export interface FormSubject {
  reading: FormReading;
  form: Form;
  disclosure: DisclosureSubject;
  entries: FormEntry[];
  kept: Kept;
}

export interface DisclosureSubject {
  document: ReadDocument;
  index: number;
  disclosure: Disclosure;
  /** Its forms in reading order, blank templates left out. */
  forms: FormSubject[];
  /** Places of the document whose text runs out of sight. */
  unseen: ReadonlySet<Place>;
  /** All disclosures of the document, this one included. */
  siblings: DisclosureSubject[];
  kept: Kept;
}

/** The subjects of one document: a view on its disclosures, grouped by form and project. */
export function subjectsOf(document: ReadDocument): DisclosureSubject[] {
  const siblings: DisclosureSubject[] = [];
  const unseen = unseenPlaces(document);
  for (const [index, disclosure] of document.disclosures.entries()) {
    const subject: DisclosureSubject = {
      document,
      index,
      disclosure,
      forms: [],
      unseen,
      siblings,
      kept: nothingKept(),
    };
    const entriesOf = groupByForm(document.forms, disclosure);
    for (const form of formsOf(document, index)) {
      const entries = entriesOf.get(form.index) ?? [];
      const reading: FormReading = { form, decimals: {}, unseen };
      const placed = entries.map((entry) => place(entry, reading));
      reading.decimals = finestDecimals(moniesOf(form, placed));
      subject.forms.push({ reading, form, disclosure: subject, entries: placed, kept: nothingKept() });
    }
    siblings.push(subject);
  }
  return siblings;
}

/** Forms of one disclosure in reading order, blank templates left out. */
export const formsOf = ({ forms }: ReadDocument, disclosure: number): Form[] =>
  forms.filter((form) => form.disclosure === disclosure && form.state !== 'template');

type LooseEntry = Omit<FormEntry, 'reading' | 'amount' | 'kept'>;

function groupByForm(forms: Form[], disclosure: Disclosure): Map<number, LooseEntry[]> {
  const byForm = new Map<number, LooseEntry[]>();
  const ownProject = new Map(forms.map((form) => [form.index, form.project]));
  const projects = new Map(disclosure.projects.map((project) => [project.id, project]));
  const entry = (form: number, projectId: number | null): LooseEntry => {
    const project = projects.get(projectId ?? ownProject.get(form) ?? 0) ?? null;
    const entries = byForm.get(form) ?? [];
    byForm.set(form, entries);
    const known = entries.find((candidate) => candidate.project === project);
    if (known) return known;
    const fresh = emptyEntry(project);
    entries.push(fresh);
    return fresh;
  };
  for (const project of disclosure.projects) {
    for (const mention of project.mentions) entry(mention.form, project.id).mention ??= mention;
  }
  for (const line of disclosure.budgets) entry(line.form, line.project).budgets.push(line);
  for (const line of disclosure.costs) entry(line.form, line.project).costs.push(line);
  for (const step of disclosure.plans) entry(step.form, step.project).plans.push(step);
  for (const indicator of disclosure.indicators) {
    entry(indicator.form, indicator.project).indicators.push(indicator);
  }
  for (const line of disclosure.execution) entry(line.form, line.project).execution.push(line);
  for (const total of disclosure.scoreTotals) entry(total.form, total.project).scoreTotals.push(total);
  return byForm;
}

const emptyEntry = (project: Project | null): LooseEntry => ({
  project,
  mention: null,
  budgets: [],
  costs: [],
  plans: [],
  indicators: [],
  execution: [],
  scoreTotals: [],
});

function place(entry: LooseEntry, reading: FormReading): FormEntry {
  return { ...entry, reading, amount: amountOf(entry, reading), kept: nothingKept() };
}

/** The amount printed for the project in this form, else its one annual budget total. */
function amountOf(entry: LooseEntry, reading: FormReading): Figure | null {
  const { mention } = entry;
  if (mention?.money && mention.evidence.money) {
    return figureOf(`${mention.name} 金额`, mention.money, mention.evidence.money, reading);
  }
  const totals = entry.budgets.filter(
    (line) => line.axis === 'total' && line.horizon === 'annual' && line.money.state === 'amount',
  );
  const own = totals.filter((line) => line.scope === 'own');
  const [line, another] = own.length > 0 ? own : totals;
  return line && !another ? figureOf(line.label, line.money, line.evidence, reading) : null;
}

function* moniesOf(form: Form, entries: FormEntry[]) {
  for (const at of [form.total, form.costTotal, form.parentAmount]) if (at) yield at.money;
  for (const entry of entries) {
    if (entry.amount) yield entry.amount.money;
    for (const line of entry.budgets) yield line.money;
    for (const line of entry.costs) if (line.money) yield line.money;
    for (const { initial, budget, spent } of entry.execution) {
      for (const money of [initial, budget, spent]) if (money) yield money;
    }
  }
}
