import type { Basis, Disclosure, Form } from '../../src/model/disclosure.js';
import type { CellClaim, ReadDocument } from '../../src/model/document.js';
import { isGrid } from '../../src/model/grid.js';
import type { Said } from '../../src/model/statement.js';
import { compactStatement } from './compact-statement.js';
import {
  compactBudget,
  compactCost,
  compactExecution,
  compactIndicator,
  compactMoney,
  compactPlan,
  compactProject,
  compactScore,
  compactText,
  compactWork,
  line,
  oneLine,
} from './compact-values.js';

/** A document as a person can check it against the file: one line a value, with its place. Plain JSON. */
export function compactDocument(document: ReadDocument): object {
  return {
    format: document.format,
    outcome: document.outcome,
    ...present('title', document.title),
    cells: countStatus(document.claims),
    ...present('setAside', countReasons(document.claims)),
    ...present('unclaimed', unclaimedOf(document)),
    ...present(
      'diagnostics',
      document.diagnostics.map(({ code, message, place }) => line(code, withoutSureness(message), place)),
    ),
    forms: document.forms.map(compactForm),
    disclosures: document.disclosures.map(compactDisclosure),
  };
}

/** How sure a recognized text is differs a little from one machine to another. */
const withoutSureness = (message: string): string => message.replace(/，其中 \d+ 个字把握不大/, '');

/** The entry, unless it holds nothing. */
function present(key: string, value: unknown): Record<string, unknown> {
  const empty = value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  return empty ? {} : { [key]: value };
}

function countStatus(claims: readonly CellClaim[]): Record<string, number> {
  const counts = { claimed: 0, label: 0, 'set-aside': 0, unclaimed: 0 };
  for (const { status } of claims) counts[status]++;
  return counts;
}

export function countReasons(claims: readonly CellClaim[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of claims) if (reason) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

const unclaimedOf = ({ claims, blocks }: ReadDocument): string[] =>
  claims
    .filter((claim) => claim.status === 'unclaimed')
    .map((claim) => {
      const block = blocks[claim.block];
      const cell = block && isGrid(block) ? block.cells[claim.cell] : undefined;
      return line(cell?.place, oneLine(cell?.text ?? ''));
    });

function compactForm(form: Form): string {
  const { claimed, missing, rowsThatFit } = form.certainty;
  return line(
    `${form.kind} ${form.state}`,
    form.title ? oneLine(form.title.text) : '（无标题）',
    form.title?.evidence.place,
    form.definition,
    form.disclosure > 0 && `disclosure ${form.disclosure}`,
    form.project !== null && `project ${form.project}`,
    form.total && `合计 ${compactMoney(form.total.money)}`,
    form.costTotal && `支出合计 ${compactMoney(form.costTotal.money)}`,
    form.parentAmount && `所属专项 ${compactMoney(form.parentAmount.money)}`,
    claimed < 1 && `claimed ${claimed.toFixed(3)}`,
    rowsThatFit < 1 && `rows that fit ${rowsThatFit.toFixed(3)}`,
    missing.length > 0 && `missing ${missing.join(' ')}`,
  );
}

function compactDisclosure(disclosure: Disclosure): object {
  const names = new Map<number | null, string>([[null, '部门']]);
  for (const { id, name } of disclosure.projects) names.set(id, name);
  const perProject = <T extends { project: number | null }>(rows: readonly T[], show: (row: T) => string) => {
    const grouped: Record<string, string[]> = {};
    for (const row of rows) {
      const name = names.get(row.project) ?? `? ${row.project}`;
      grouped[name] = [...(grouped[name] ?? []), show(row)];
    }
    return grouped;
  };
  const plans = Object.entries(perProject(disclosure.plans, compactPlan));
  return {
    subject: compactSubject(disclosure),
    ...present('budgets', perProject(disclosure.budgets, compactBudget)),
    ...present('projects', disclosure.projects.map(compactProject)),
    ...present('indicators', perProject(disclosure.indicators, compactIndicator)),
    ...present('costs', perProject(disclosure.costs, compactCost)),
    ...present('plans', Object.fromEntries(plans.map(([name, steps]) => [name, steps.join('，')]))),
    ...present('workPlan', disclosure.workPlan.map(compactWork)),
    ...present('execution', perProject(disclosure.execution, compactExecution)),
    ...present('scores', perProject(disclosure.scoreTotals, compactScore)),
    ...present('texts', perProject(disclosure.texts, compactText)),
    ...present('statements', disclosure.statements.map(compactStatement)),
    ...present('said', disclosure.said.map(compactSaid)),
  };
}

const compactSaid = ({
  subject,
  code,
  within,
  aboutYear,
  money,
  base,
  change,
  percent,
  count,
  evidence,
}: Said): string =>
  line(
    subject,
    code,
    within && `其中于 ${within}`,
    aboutYear === null ? null : String(aboutYear),
    money && compactMoney(money),
    base && `基数 ${compactMoney(base)}`,
    change && `${change.direction} ${compactMoney(change.money)}`,
    percent && `${percent.of} ${percent.direction ?? ''} ${percent.figure}%`,
    count && `${count.figure}${count.unit}`,
    evidence.place,
  );

function compactSubject({ region, year, stage, department, ...rest }: Disclosure): Record<string, string> {
  const { departmentCode, departmentKey, basis } = rest;
  const place = region && [region.code, region.province, region.city, region.name];
  return {
    region: withBasis(place ? place.filter(Boolean).join(' ') : null, basis.region),
    year: withBasis(year === null ? null : String(year), basis.year),
    stage: withBasis(stage, basis.stage),
    department: withBasis(department && line(department, departmentKey, departmentCode), basis.department),
  };
}

const withBasis = (value: string | null, basis: Basis | undefined): string =>
  `${value ?? '未确定'}${basis ? ` ← ${[basis.from, oneLine(basis.quote), basis.place].filter(Boolean).join(' ')}` : ''}`;
