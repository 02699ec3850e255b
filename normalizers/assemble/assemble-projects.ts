import type { Printed, Project } from '../../src/model/disclosure.js';
import { emptyProject } from '../../src/model/facts/empty-disclosure.js';
import { agencyName } from '../parse/department/agency-name.js';
import { parseDepartment } from '../parse/department/parse-department.js';
import { parseProjectCode } from '../parse/project-code/parse-project-code.js';
import type { FieldValue, RecognizedForm } from '../recognize/form/form.js';
import { evidenceOf } from '../recognize/form/ledger.js';
import type { ProjectDraft } from '../recognize/tables/projects/project-draft.js';
import { canonicalProjectName, nameKey } from '../recognize/values/canonical-name.js';
import { totalAmong } from '../recognize/values/money-of.js';
import { joinLines } from '../recognize/words/label-text.js';

/** The project a form of its own is about; null when it names none. */
export function draftOfForm(
  form: RecognizedForm,
  index: number,
  budgets: ProjectDraft['budgets'],
  fallbackName: Printed | null,
): ProjectDraft | null {
  const value = (field: string) => form.fields.find((v) => v.field === field && v.text.trim() !== '');
  const named = value('project.name');
  const parent = value('project.parent');
  const source = named ?? parent;
  const printed = source?.text ?? fallbackName?.text;
  const nameEvidence = source ? evidenceOf(source.at) : fallbackName?.evidence;
  if (!printed || !nameEvidence) return null;
  const { name, code } = canonicalProjectName(printed);
  const evidence: ProjectDraft['evidence'] = { name: nameEvidence };
  const values: ProjectDraft['values'] = {};
  const take = (key: keyof ProjectDraft['values'], found: FieldValue | undefined) => {
    if (!found) return;
    const long = key.endsWith('Goal') || key === 'purpose';
    values[key] = long ? found.text.trim() : joinLines(found.text);
    if (key === 'agency') values.agency = agencyName(values.agency ?? null);
    evidence[key] = evidenceOf(found.at);
  };
  take('agency', value('agency.name'));
  take('department', value('department.name'));
  take('attribute', value('project.attribute'));
  take('period', value('project.period') ?? value('project.start'));
  const end = value('project.end');
  if (end && values.period && !value('project.period')) values.period += `至${joinLines(end.text)}`;
  const goals = goalsOf(form);
  take('annualGoal', goals.annual);
  take('periodGoal', goals.period);
  take('purpose', value('project.purpose'));
  const printedCode = value('project.code');
  if (printedCode) evidence.code = evidenceOf(printedCode.at);
  const coded = value('department.coded');
  const glued = coded && parseDepartment(coded.text)?.agency;
  if (coded && glued && !values.agency) {
    values.agency = glued;
    evidence.agency = evidenceOf(coded.at);
  }
  const total = totalAmong(budgets.filter((line) => line.money.state !== 'blank')) ?? totalAmong(budgets);
  if (total) evidence.money = total.evidence;
  if (parent) evidence.parent = evidenceOf(parent.at);
  const isDirection = named !== undefined && /支出方向|子项/.test(named.label);
  return {
    name,
    namePrinted: printed.trim(),
    code: printedCode ? (parseProjectCode(printedCode.text)?.code ?? joinLines(printedCode.text)) : code,
    parent: parent ? joinLines(parent.text) : null,
    direction: isDirection ? joinLines(named.text) : null,
    values,
    secret: false,
    mention: {
      form: index,
      role: 'form',
      name,
      namePrinted: printed.trim(),
      money: total?.money ?? null,
      annualGoal: goals.annual ? printedOf(goals.annual) : null,
      periodGoal: goals.period ? printedOf(goals.period) : null,
      evidence: { name: nameEvidence, ...(total ? { money: total.evidence } : {}) },
    },
    evidence,
    budgets,
  };
}

const printedOf = (value: FieldValue): Printed => ({
  text: value.text.trim(),
  evidence: evidenceOf(value.at),
});

/** The year's goal: the one for the own level where two scopes are printed; the period's goal. */
export function goalsOf(form: RecognizedForm): {
  annual?: FieldValue;
  period?: FieldValue;
  other?: FieldValue;
} {
  const goals = form.fields.filter((v) => /^goal\.(annual|period)$/.test(v.field) && v.text.trim() !== '');
  const isPeriod = (goal: FieldValue) => goal.field === 'goal.period' || goal.horizon === 'period';
  const annual = goals.filter((goal) => !isPeriod(goal));
  const own = annual.find((goal) => goal.scope === 'own') ?? (annual.length === 2 ? annual[1] : annual[0]);
  return { annual: own, period: goals.find(isPeriod), other: annual.find((goal) => goal !== own) };
}

/**
 * Merges the mentions of a project within one disclosure: same code, same name, or a form whose 所属专项 is the summary's row
 * (then the 专项's name is the project's, unless several forms share the 专项). A form tells more than a row.
 */
export class ProjectBook {
  readonly projects: Project[] = [];
  private readonly byKey = new Map<string, Project[]>();

  constructor(private readonly formsPerParent: ReadonlyMap<string, number>) {}

  add(draft: ProjectDraft): Project {
    const alone =
      draft.direction !== null &&
      draft.parent !== null &&
      this.formsPerParent.get(nameKey(draft.parent)) === 1;
    const name = alone && draft.parent ? canonicalProjectName(draft.parent).name : draft.name;
    const keys = [name, draft.name].map(nameKey).filter((key) => key !== '');
    if (draft.code) keys.unshift(draft.code);
    const known = keys.flatMap((key) => this.byKey.get(key) ?? []).find((project) => isSame(project, draft));
    const project = known ?? this.create(name, draft);
    for (const key of keys) {
      const sharing = this.byKey.get(key) ?? [];
      if (!sharing.includes(project)) this.byKey.set(key, [...sharing, project]);
    }
    this.merge(project, name, draft, known === undefined);
    return project;
  }

  private create(name: string, draft: ProjectDraft): Project {
    const project = { ...emptyProject(this.projects.length + 1, name), namePrinted: draft.namePrinted };
    this.projects.push(project);
    return project;
  }

  private merge(project: Project, name: string, draft: ProjectDraft, isNew: boolean): void {
    const wins = draft.mention.role !== 'summary-row';
    if (wins && !project.hasForm && !isNew) {
      project.name = name;
      project.namePrinted = draft.namePrinted;
      project.money = null;
      project.annualGoal = null;
      project.periodGoal = null;
      project.evidence = {};
    }
    project.hasForm ||= wins;
    project.code ??= draft.code;
    project.parent ??= draft.parent;
    project.direction ??= draft.direction;
    project.money ??= draft.mention.money;
    for (const key of Object.keys(draft.values) as (keyof ProjectDraft['values'])[]) {
      const value = draft.values[key];
      if (value !== undefined) project[key] ??= value;
    }
    project.state =
      draft.secret && !project.hasForm ? 'secret' : project.hasForm ? 'disclosed' : project.state;
    project.mentions.push(draft.mention);
    project.evidence = { ...draft.evidence, ...project.evidence };
  }
}

/**
 * Two mentions with one name or code are one project unless something tells them apart: another code, another agency, a name
 * that has nothing in common (one code printed for two projects), or another amount in a mention of the same kind (two forms,
 * two rows of a list).
 */
function isSame(project: Project, draft: ProjectDraft): boolean {
  const differs = (a: string | null | undefined, b: string | null | undefined) => Boolean(a && b && a !== b);
  if (differs(project.code, draft.code) || differs(project.agency, draft.values.agency)) return false;
  if (project.code && project.code === draft.code && !alike(project.name, draft.name)) return false;
  const amount = draft.mention.money?.fen ?? null;
  return project.mentions.every(
    ({ role, money }) =>
      role !== draft.mention.role ||
      money?.fen === amount ||
      amount === null ||
      (money?.fen ?? null) === null,
  );
}

/** Names that share at least a third of the characters of the shorter. */
function alike(a: string, b: string): boolean {
  const [short = '', long = ''] = [nameKey(a), nameKey(b)].sort((x, y) => x.length - y.length);
  const shared = [...short].filter((char) => long.includes(char)).length;
  return shared * 3 >= short.length;
}
