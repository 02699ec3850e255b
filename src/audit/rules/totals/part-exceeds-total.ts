import type { BudgetLine } from '../../../model/disclosure.js';
import { type Figure, fenOf, figureOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { halfWidth } from '../../figures/intervals.js';
import { basicSpending } from '../../subjects/basic-spending.js';
import type { DisclosureSubject, FormEntry, FormSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const partExceedsTotal = defineFormRule({
  id: 'part-exceeds-total',
  version: 1,
  title: '其中数大于总数',
  severity: 'error',
  tolerance: 'T1',
  forms: ['department', 'project', 'project-list', 'summary'],
  authority: arithmetic('部分不大于全部'),
  formula: '其中项 ≤ 总额；一个项目的金额 ≤ 部门整体总额（扣除基本支出）',
  why: '部分大于全部，两个数中必有一个不对，常见的是一张表改了、另一张还是上年的数；跨年项目的总额可以大于部门一年的总额。',
  messages: {
    part: '“{part}”为{value}，大于其总额“{total}”{limit}，待核实。',
    project: '项目“{part}”为{value}，大于部门整体的“{total}”{limit}，待核实。',
    rest: '项目“{part}”为{value}，部门整体的“{total}”除{basic}外只有{limit}，待核实。',
  },
  *check(form) {
    let compared = false;
    for (const verdict of [...partVerdicts(form), ...projectVerdicts(form)]) {
      compared = true;
      yield verdict;
    }
    if (!compared) yield notApplicable('没有可比的其中项');
  },
  examples: {
    passes: [
      {
        title: '其中财政拨款不大于总额',
        disclosures: [{ projects: [{ name: '甲', amount: '10', funding: { 财政拨款: '8' } }] }],
      },
      { title: '项目不大于部门总额', disclosures: [whole('100', '60', '40')] },
    ],
    reports: [
      {
        title: '其中财政拨款大于总额',
        disclosures: [{ projects: [{ name: '甲', amount: '10', funding: { 财政拨款: '12' } }] }],
        fields: ['part:财政拨款'],
      },
      {
        title: '一个项目大于部门整体',
        disclosures: [{ departmentForm: { total: '100' }, projects: [{ name: '甲', amount: '120' }] }],
        fields: ['part:甲'],
      },
      {
        title: '项目占满了总额，而部门还有基本支出',
        disclosures: [whole('100', '60', '100')],
        fields: ['part:甲'],
      },
    ],
    notApplicable: [{ title: '只有总额', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** A lone 其中 against its total; where a form prints several parts, their sum is another rule's. */
function* partVerdicts(form: FormSubject): Iterable<Verdict> {
  for (const entry of form.entries) {
    const parts = entry.budgets.filter(({ axis, money }) => axis !== 'total' && money.state === 'amount');
    for (const line of parts) {
      const siblings = parts.filter((other) => other.axis === line.axis && isSameScope(other, line));
      const total = siblings.length === 1 ? totalOf(entry, line) : null;
      if (!total || fenOf(total) === null || isSameCell(total, line)) continue;
      yield judge(
        entry,
        figureOf(line.category, line.money, line.evidence, entry.reading),
        total,
        total,
        'part',
      );
    }
  }
}

const isSameScope = (a: BudgetLine, b: BudgetLine): boolean => a.horizon === b.horizon && a.scope === b.scope;

const isSameCell = ({ evidence }: Figure, line: BudgetLine): boolean =>
  evidence.block === line.evidence.block && evidence.cell === line.evidence.cell;

function totalOf(entry: FormEntry, part: BudgetLine): Figure | null {
  const totals = entry.budgets.filter((line) => line.axis === 'total' && isSameScope(line, part));
  const [line, another] = totals;
  if (another) return null;
  if (line) return figureOf(line.label, line.money, line.evidence, entry.reading);
  return part.horizon === 'annual' ? entry.amount : null;
}

/** The department's whole form against each project of the same disclosure. */
function* projectVerdicts(form: FormSubject): Iterable<Verdict> {
  if (form.form.kind !== 'department') return;
  const whole = form.entries.find(({ project }) => project === null);
  const total = whole?.amount;
  if (!whole || !total || fenOf(total) === null) return;
  const basic = basicSpending(form, whole);
  for (const entry of projectsOf(form.disclosure)) {
    const { amount, project } = entry;
    if (!amount || !project || fenOf(amount) === null) continue;
    const figure = { ...amount, label: project.name };
    const isApart = APART.test(`${project.name}${entry.reading.form.title?.text ?? ''}`);
    yield exceeds(figure, total) || !basic || isApart
      ? judge(entry, figure, total, total, 'project')
      : judge(entry, figure, total, basic, 'rest');
  }
}

/** Money handed on to others may stand outside the department's own spending. */
const APART = /转移支付|专项资金|补助下级|对下/;

/** Each project once, as its own form prints it for the year. */
const projectsOf = ({ forms }: DisclosureSubject): FormEntry[] =>
  forms
    .filter(({ form }) => form.kind === 'project' || form.kind === 'project-list')
    .flatMap(({ entries }) => entries);

const exceeds = (part: Figure, total: Figure): boolean =>
  (fenOf(part) ?? 0) - (fenOf(total) ?? 0) > slackOf(part, total);

const slackOf = (...figures: Figure[]): number =>
  figures.reduce((slack, { money, form }) => slack + Number(halfWidth(money, form.decimals)), 0);

/** `less`: what of the total is left for the part (the total itself, or what is to be taken off it). */
function judge(
  entry: FormEntry,
  part: Figure,
  total: Figure,
  less: Figure,
  message: 'part' | 'project' | 'rest',
): Verdict {
  const limit = (fenOf(total) ?? 0) - (message === 'rest' ? (fenOf(less) ?? 0) : 0);
  const difference = (fenOf(part) ?? 0) - limit;
  if (difference <= slackOf(part, total, less)) return pass;
  const unit = total.money.unit ?? '万元';
  return fail({
    field: `part:${part.label}`,
    project: entry.project,
    message,
    parameters: {
      part: part.label,
      value: showFigure(part),
      total: total.label,
      limit: showFen(limit, unit),
      basic: `${less.label}${showFigure(less)}`,
    },
    reported: showFigure(part),
    expected: `≤${showFen(limit, unit)}`,
    differenceFen: difference,
    totalFen: limit,
    operands: message === 'rest' ? [part, total, less] : [part, total],
    doubts: message === 'part' ? [] : doubtsOf(entry, part),
  });
}

function doubtsOf(entry: FormEntry, part: Figure): string[] {
  const isApart = APART.test(`${part.label}${entry.reading.form.title?.text ?? ''}`);
  return [
    ...(isSpanning(entry, part) ? ['项目金额可能是跨年的总额'] : []),
    ...(isApart ? ['专项资金、转移支付可能不在部门整体之内'] : []),
  ];
}

/** The amount is not said to be the year's. */
const isSpanning = ({ budgets }: FormEntry, part: Figure): boolean =>
  budgets.some(
    ({ axis, horizon, evidence }) =>
      axis === 'total' &&
      horizon === 'period' &&
      evidence.block === part.evidence.block &&
      evidence.cell === part.evidence.cell,
  );

function whole(total: string, basic: string, amount: string) {
  return {
    departmentForm: {
      total,
      expenditure: { 基本支出: basic, 项目支出: String(Number(total) - Number(basic)) },
    },
    projects: [{ name: '甲', amount }],
  };
}
