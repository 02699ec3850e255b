import type { MoneyUnit } from '../../../model/facts/money-units.js';
import { spendingFigures } from '../../equations/statements/department-totals.js';
import { type ProjectForm, projectForms } from '../../equations/statements/project-forms.js';
import { type ListedProject, projectsWithoutForm } from '../../equations/statements/projects-without-form.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { percentOf, showFen, showFenIn, showFigure, showIn } from '../../figures/format.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { hasUnreadRows } from '../../subjects/unread-rows.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { spendingTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const formsSumDiffersFromStatement = defineDocumentRule({
  id: 'forms-sum-differs-from-statement',
  version: 4,
  title: '项目绩效目标表金额之和与项目支出不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('公开绩效目标的项目都在项目支出之内'),
  formula: 'Σ 项目绩效目标表金额 ≤ 项目支出（转移支付、涉密项目另计）',
  why: '目标表加起来比项目支出多，有表重复或金额有误；比项目支出少，是有项目没有公开目标，金额一并列出；涉密项目可以不公开。',
  messages: {
    more: '{count}张项目绩效目标表合计{sum}，比{statement}{total}多{difference}{basic}，待核实。',
    less: '{count}张项目绩效目标表{aside}合计{sum}，比{statement}{total}少{difference}（占{share}%），{rest}，待核实。',
  },
  *check(disclosure) {
    const forms = projectForms(disclosure);
    if (forms.length === 0) return yield notApplicable('没有项目绩效目标表');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const lists = disclosure.forms.filter(
      ({ form }) => form.kind === 'project' || form.kind === 'project-list',
    );
    if (lists.some(hasUnreadRows)) return yield notEvaluated('项目绩效目标表没有读全');
    const totals = spendingFigures(disclosure).project;
    yield totals.length === 0 ? notApplicable('预算表没有列出项目支出') : judge(forms, totals, disclosure);
  },
  examples: {
    passes: [
      { title: '相等', disclosures: [pack('20', ['12', '8'])] },
      {
        title: '专项资金不在项目支出表内',
        disclosures: [{ ...pack('20', ['12', '8'], '产业发展专项资金') }],
      },
      { title: '除转移支付外相等', disclosures: [pack('20', ['12', '8'], '对下转移支付')] },
    ],
    reports: [
      { title: '目标表多 5 万元', disclosures: [pack('20', ['12', '13'])], fields: ['forms:more'] },
      {
        title: '专项资金列在项目支出表内，另一张表按部门总额填写',
        disclosures: [listed()],
        fields: ['forms:more'],
      },
      { title: '有项目没有目标表：提示', disclosures: [pack('30', ['12', '8'])], fields: ['forms:less'] },
      {
        title: '转移支付另计，其余仍比项目支出少',
        disclosures: [pack('30', ['12', '8'], '对下转移支付')],
        fields: ['forms:less'],
      },
    ],
    notApplicable: [
      { title: '没有项目绩效目标表', disclosures: [{ statements: pack('1', []).statements }] },
      { title: '没有预算表', disclosures: [{ projects: [{ name: '甲', amount: '1' }] }] },
    ],
  },
});

function judge(forms: ProjectForm[], totals: Figure[], subject: DisclosureSubject): Verdict {
  const { disclosure } = subject;
  const all = forms.map(({ figure }) => figure);
  const own = forms.filter(({ isTransfer }) => !isTransfer).map(({ figure }) => figure);
  if (totals.some((total) => [all, own].some((some) => some.length > 0 && isPrintedSum(total, some))))
    return pass;
  const widest = totals.reduce((most, each) => ((fenOf(each) ?? 0) > (fenOf(most) ?? 0) ? each : most));
  const limit = fenOf(widest) ?? 0;
  const least = own.length > 0 ? own : all;
  const isMore = sumFen(least) > limit;
  const isWithin = sumFen(all) <= limit;
  const shown = isMore || !isWithin ? least : all;
  const difference = sumFen(shown) - limit;
  if (difference === 0) return pass;
  const unit = widest.money.unit ?? '万元';
  const ofForms = shown[0]?.money.unit ?? unit;
  const missing = isMore ? null : projectsWithoutForm(widest, forms, subject);
  const basic = spendingFigures(subject).basic.find(
    (each) => isMore && isAbout(fenOf(each) ?? 0, difference),
  );
  return fail({
    field: isMore ? 'forms:more' : 'forms:less',
    project: null,
    message: isMore ? 'more' : 'less',
    ...(isMore ? {} : { severity: 'note' as const }),
    parameters: {
      count: String(shown.length),
      aside: !isMore && shown.length < all.length ? '（转移支付、专项资金另计）' : '',
      sum: showFenIn(sumFen(shown), unit, ofForms),
      statement: `预算表的“${widest.label}”`,
      total: showIn(widest, ofForms),
      basic: basic ? `，与基本支出${showIn(basic, ofForms)}相当` : '',
      difference: showFenIn(Math.abs(difference), unit, ofForms),
      share: percentOf(difference, limit) ?? '0',
      rest: restOf(missing, -difference, unit),
    },
    reported: showFen(sumFen(shown), unit),
    expected: showFigure(widest),
    differenceFen: difference,
    totalFen: limit,
    operands: [widest, ...shown, ...(missing ?? []).map(({ figure }) => figure)],
    doubts: isMore ? doubtsOf(shown, limit, disclosure.stage) : [],
  });
}

const MOST_NAMED = 5;

/** What the forms lack: the projects without one, and what is left between amounts of the others. */
function restOf(missing: ListedProject[] | null, lack: number, unit: MoneyUnit): string {
  if (missing === null) return '或有项目没有公开绩效目标';
  const figures = missing.map(({ figure }) => figure);
  const left = lack - sumFen(figures);
  const names = missing.slice(0, MOST_NAMED).map(({ name, figure }) => `“${name}”${showFigure(figure)}`);
  const many =
    missing.length > MOST_NAMED ? `等${missing.length}个项目共${showFen(sumFen(figures), unit)}` : '';
  const without = names.length > 0 ? `${names.join('、')}${many}没有公开绩效目标` : '';
  const amounts = `是有目标表的项目与项目支出表的金额之差`;
  if (without === '') return amounts;
  if (left === 0) return without;
  return left > 0
    ? `其中${without}，另外${showFen(left, unit)}${amounts}`
    : `其中${without}，有目标表的项目比项目支出表多${showFen(-left, unit)}`;
}

/** Within one in ten thousand: the figures are printed in several units. */
const isAbout = (fen: number, other: number): boolean => fen > 0 && Math.abs(fen - other) * 1e4 <= fen;

/** A single project larger than all project spending, or as many times it, is likely no amount of the year. */
function doubtsOf(forms: Figure[], limit: number, stage: string): string[] {
  return [
    ...(forms.some((form) => (fenOf(form) ?? 0) > limit)
      ? ['有项目的金额大于全部项目支出，可能是跨年的总额']
      : []),
    ...(stage === 'budget' ? [] : ['目标表可能按年初预算填写']),
  ];
}

/** The department's whole spending less 专项资金 stands as the amount of one project. */
function listed(): DisclosureSpec {
  const { projects = [], statements = [] } = pack('70', ['120'], '产业发展专项资金');
  return {
    projects,
    statements: [
      ...statements,
      {
        kind: 'project-expenditure',
        title: '项目支出表',
        columns: [['项目金额', 'total']],
        lines: [
          { item: '合计', role: 'total', amounts: ['70'] },
          { item: '设备维护', amounts: ['20'] },
          { item: '产业发展专项资金', amounts: ['50'] },
        ],
      },
    ],
  };
}

function pack(project: string, amounts: string[], other?: string): DisclosureSpec {
  return {
    projects: [
      ...amounts.map((amount, index) => ({ name: `第${index + 1}号工程经费`, amount })),
      ...(other ? [{ name: other, amount: '50' }] : []),
    ],
    statements: [
      spendingTable({
        item: '合计',
        role: 'total',
        amounts: [String(100 + Number(project)), '100', project],
      }),
    ],
  };
}
