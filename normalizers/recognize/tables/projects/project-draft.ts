import type { BudgetLine, Evidence, Printed, ProjectMention } from '../../../../src/model/disclosure.js';
import { isSecret } from '../../../../src/model/facts/secrecy.js';
import { agencyName } from '../../../parse/department/agency-name.js';
import { parseProjectCode } from '../../../parse/project-code/parse-project-code.js';
import type { ProjectTableRow } from '../../form/form.js';
import { evidenceOf } from '../../form/ledger.js';
import { canonicalProjectName } from '../../values/canonical-name.js';
import { evidenceOfCells, textOf } from '../../values/evidence.js';
import { budgetLinesOfColumns, type MoneyUnits, totalAmong } from '../../values/money-of.js';

/** A project as one form or one row tells it, before it is merged with its other mentions. */
export interface ProjectDraft {
  name: string;
  namePrinted: string;
  code: string | null;
  parent: string | null;
  direction: string | null;
  values: Partial<
    Record<
      | 'agency'
      | 'agencyCode'
      | 'department'
      | 'attribute'
      | 'period'
      | 'annualGoal'
      | 'periodGoal'
      | 'purpose',
      string
    >
  >;
  secret: boolean;
  mention: ProjectMention;
  evidence: Partial<Record<string, Evidence>>;
  budgets: Omit<BudgetLine, 'form' | 'project'>[];
}

/** The project of one row of a summary or flat list; `agency` is the row that sums the projects around it. */
export function draftOfRow(
  row: ProjectTableRow,
  index: number,
  role: 'summary-row' | 'list',
  units: MoneyUnits,
  agency: ProjectTableRow | null,
): ProjectDraft {
  const cell = (field: string) => row.cells[field];
  const printed = (cell('project.name') ?? []).map((at) => at.cell.text).join('');
  const { name, code } = canonicalProjectName(printed);
  const budgets = budgetLinesOfColumns(row.amounts, units);
  const total = totalAmong(budgets);
  const evidence: ProjectDraft['evidence'] = {};
  const put = (key: string, field: string) => {
    const found = evidenceOfCells(cell(field));
    if (found) evidence[key] = found;
  };
  put('name', 'project.name');
  put('code', 'project.code');
  put('agency', 'agency.name');
  put('agencyCode', 'agency.code');
  put('annualGoal', 'goal.annual');
  put('periodGoal', 'goal.period');
  put('purpose', 'project.purpose');
  if (total) evidence.money = total.evidence;
  const goal = (field: string): Printed | null => {
    const text = textOf(cell(field));
    const at = evidenceOfCells(cell(field));
    return text && at && !isSecret(text) ? { text, evidence: at } : null;
  };
  const printedCode = textOf(cell('project.code'));
  const annual = goal('goal.annual') ?? codedGoal(row);
  const period = goal('goal.period');
  return {
    name,
    namePrinted: printed.trim(),
    code: printedCode ? (parseProjectCode(printedCode)?.code ?? printedCode) : code,
    parent: textOf(cell('project.parent')),
    direction: null,
    values: {
      agency: agencyName(
        textOf(cell('agency.name')) ?? textOf(agency?.cells['project.name'] ?? agency?.cells['agency.name']),
      ),
      agencyCode: textOf(cell('agency.code')) ?? undefined,
      attribute: textOf(cell('project.attribute')) ?? undefined,
      period: textOf(cell('project.period')) ?? undefined,
      purpose: (row.purposeText ?? textOf(cell('project.purpose'))) || undefined,
      annualGoal: annual?.text,
      periodGoal: period?.text,
    },
    secret: Object.values(row.cells).some((cells) => cells.some((at) => isSecret(at.cell.text))),
    mention: {
      form: index,
      role,
      name,
      namePrinted: printed.trim(),
      money: total?.money ?? null,
      annualGoal: annual,
      periodGoal: period,
      evidence: {
        name: evidence.name ?? evidence.money ?? emptyEvidence,
        ...(total ? { money: total.evidence } : {}),
      },
    },
    evidence,
    budgets,
  };
}

function codedGoal(row: ProjectTableRow): Printed | null {
  const [at] = Object.values(row.cells).flatMap((cells) =>
    cells.filter(({ cell }) => /【.*目标/s.test(cell.text)),
  );
  return row.goalText && at ? { text: row.goalText, evidence: evidenceOf(at) } : null;
}

const emptyEvidence: Evidence = { place: '', quote: '', block: -1, cell: null };
