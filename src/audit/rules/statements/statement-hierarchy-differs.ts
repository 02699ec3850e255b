import { FAULT_MESSAGES } from '../../equations/statements/describe-fault.js';
import type { StatementSum } from '../../equations/statements/statement-sum.js';
import { faultVerdicts, hiddenSum } from '../../equations/statements/statement-verdicts.js';
import { unlistedPurchase, type WithheldTable, withheldTables } from '../../equations/statements/withheld.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { sumFen } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import { classTable, type StatementSpec, spendingTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const statementHierarchyDiffers = defineDocumentRule({
  id: 'statement-hierarchy-differs',
  version: 2,
  title: '预算表的类、款、项不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('类等于所属各款之和，款等于所属各项之和'),
  formula: '类 = Σ 款；款 = Σ 项；301 = Σ 30101…',
  why: '上级科目与所列下级之和不等，有科目漏列或金额有误；公安、国家安全、保密和国防可依法不公开到项，只作一次提示。',
  messages: {
    ...FAULT_MESSAGES,
    withheld:
      '{tables}：差额都在{classes}，其余各类都相符{purchase}；可能为依法不公开的部分，不作差错，待核实。',
    hidden:
      '“{label}”印为{reported}，所列下级合计{computed}，少{difference}；这类支出可依法不公开到项，不作差错，待核实。',
  },
  *check(disclosure) {
    yield* faultVerdicts(disclosure, true);
    yield* hiddenNote(disclosure);
  },
  examples: {
    passes: [
      { title: '类等于款，款等于项', disclosures: [{ statements: [classes('201', '30', '20')] }] },
      { title: '只列到类', disclosures: [{ statements: [classes('201', '30', '20'), onlyClasses()] }] },
    ],
    reports: [
      {
        title: '款比所属各项多 4 万元',
        disclosures: [{ statements: [classes('201', '30', '16')] }],
        fields: ['general-public:政府办公厅（室）及相关机构事务'],
      },
      {
        title: '支出总表没有列全公共安全各行，别的类都相符：提示',
        disclosures: [{ statements: [rows('32', '8'), sides('公共安全支出')] }],
        fields: ['expenditure:合计'],
      },
      {
        title: '公安没有列全到项：提示',
        disclosures: [{ statements: [classes('204', '30', '16')] }],
        fields: ['general-public:政府办公厅（室）及相关机构事务'],
      },
    ],
    notApplicable: [
      { title: '没有预算表', disclosures: [{}] },
      { title: '表没有下级科目', disclosures: [{ statements: [onlyClasses()] }] },
    ],
  },
});

/** One note a disclosure: the tables that leave out rows of a class, else the largest of the sums that lack what may be hidden. */
function* hiddenNote(disclosure: DisclosureSubject): Iterable<Verdict> {
  const [first, ...others] = withheldTables(disclosure);
  const largest = hiddenSum(disclosure);
  if (first) yield withheld(first, others, unlistedPurchase(disclosure));
  else if (largest) yield hidden(largest);
}

function withheld(first: WithheldTable, others: WithheldTable[], purchase: Figure | null): Verdict {
  const tables = [first, ...others];
  const names = new Set(tables.flatMap(({ classes }) => classes.map(({ label }) => `“${label}”`)));
  const bought = purchase?.label.split(/[·/]/).at(-1);
  return fail({
    field: `${first.subject.statement.kind}:${first.total.label}`,
    project: null,
    message: 'withheld',
    severity: 'note',
    parameters: {
      tables: tables.map(describeTable).join('；'),
      classes: [...names].join('、'),
      purchase: purchase ? `；“三公”经费表的“${bought}”${showFigure(purchase)}也没有列出` : '',
    },
    reported: showFigure(first.total),
    expected: showFen(sumFen(first.parts), first.total.money.unit ?? '万元'),
    differenceFen: first.lackFen,
    totalFen: fenOf(first.total) ?? undefined,
    operands: [
      ...tables.flatMap(({ total, classes }) => [total, ...classes]),
      ...(purchase ? [purchase] : []),
      ...tables.flatMap(({ parts }) => parts),
    ],
  });
}

function describeTable({ subject, total, parts, lackFen }: WithheldTable): string {
  const unit = total.money.unit ?? '万元';
  return `${subject.name}的“${total.label.split('·')[0]}”印为${showFigure(total)}，所列各行相加${showFen(sumFen(parts), unit)}，少${showFen(lackFen, unit)}`;
}

function hidden({ total, parts }: StatementSum): Verdict {
  const unit = total.money.unit ?? '万元';
  const lack = (fenOf(total) ?? 0) - sumFen(parts);
  return fail({
    field: `general-public:${total.label}`,
    project: null,
    message: 'hidden',
    severity: 'note',
    parameters: {
      label: total.label,
      reported: showFigure(total),
      computed: showFen(sumFen(parts), unit),
      difference: showFen(lack, unit),
    },
    reported: showFigure(total),
    expected: showFen(sumFen(parts), unit),
    differenceFen: lack,
    totalFen: fenOf(total) ?? undefined,
    operands: [total, ...parts],
  });
}

/** A class with two items under one 款, and a second class that adds up. */
function classes(code: string, first: string, second: string): StatementSpec {
  const group = code === '204' ? '20402' : `${code}03`;
  return classTable(
    { item: '合计', role: 'total', amounts: ['80'] },
    { code, item: '一般公共服务支出', amounts: ['50'] },
    { code: group, item: '政府办公厅（室）及相关机构事务', amounts: ['50'] },
    { code: `${group}01`, item: '行政运行', amounts: [first] },
    { code: `${group}02`, item: '一般行政管理事务', amounts: [second] },
    { code: '221', item: '住房保障支出', amounts: ['30'] },
    { code: '22102', item: '住房改革支出', amounts: ['30'] },
    { code: '2210201', item: '住房公积金', amounts: ['18'] },
    { code: '2210203', item: '购房补贴', amounts: ['12'] },
  );
}

/** 支出总表 without rows for the classes, the last one of 公共安全 as given. */
function rows(total: string, last: string): StatementSpec {
  const amounts = (figure: string) => [figure, '', figure];
  return {
    ...spendingTable(
      { code: '2040201', item: '行政运行', amounts: amounts('10') },
      { code: '2040220', item: '执法办案', amounts: amounts(last) },
      { code: '2080505', item: '机关事业单位基本养老保险缴费支出', amounts: amounts('4') },
      { item: '合计', role: 'total', amounts: amounts(total) },
    ),
  };
}

function sides(name: string): StatementSpec {
  const half = { half: 1 };
  return {
    kind: 'income-expenditure',
    title: '收支总表',
    columns: [
      ['预算数', 'budget', 0, 'income'],
      ['预算数', 'budget', 1, 'expenditure'],
    ],
    lines: [
      { item: '一、一般公共预算拨款收入', level: 1, amounts: ['32'] },
      { item: '收入总计', role: 'total', amounts: ['32'] },
      { ...half, item: `四、${name}`, level: 1, amounts: ['28'] },
      { ...half, item: '八、社会保障和就业支出', level: 1, amounts: ['4'] },
      { ...half, item: '支出总计', role: 'total', amounts: ['32'] },
    ],
  };
}

function onlyClasses(): StatementSpec {
  return {
    kind: 'basic-economy',
    title: '基本支出表',
    columns: [['预算数', 'budget']],
    lines: [
      { item: '合计', role: 'total', amounts: ['25'] },
      { code: '301', item: '工资福利支出', amounts: ['20'] },
      { code: '302', item: '商品和服务支出', amounts: ['5'] },
    ],
  };
}
