import { FAULT_MESSAGES } from '../../equations/statements/describe-fault.js';
import { faultVerdicts, hiddenSums } from '../../equations/statements/statement-verdicts.js';
import { fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { sumFen } from '../../figures/printed-sum.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { StatementSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const statementHierarchyDiffers = defineDocumentRule({
  id: 'statement-hierarchy-differs',
  version: 1,
  title: '预算表的类、款、项不符',
  severity: 'error',
  tolerance: 'T1',
  authority: arithmetic('类等于所属各款之和，款等于所属各项之和'),
  formula: '类 = Σ 款；款 = Σ 项；301 = Σ 30101…',
  why: '上级科目与所列下级之和不等，有科目漏列或金额有误；公安、国家安全、保密和国防可依法不公开到项，只作一次提示。',
  messages: {
    ...FAULT_MESSAGES,
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

/** One note a disclosure, on the largest of the sums that lack what may be hidden. */
function* hiddenNote(disclosure: DisclosureSubject): Iterable<Verdict> {
  const lack = (sum: { total: Parameters<typeof fenOf>[0]; parts: Parameters<typeof sumFen>[0] }) =>
    (fenOf(sum.total) ?? 0) - sumFen(sum.parts);
  const [largest] = hiddenSums(disclosure).sort((a, b) => lack(b) - lack(a));
  if (!largest) return;
  const { total, parts } = largest;
  const unit = total.money.unit ?? '万元';
  yield fail({
    field: `general-public:${total.label}`,
    project: null,
    message: 'hidden',
    severity: 'note',
    parameters: {
      label: total.label,
      reported: showFigure(total),
      computed: showFen(sumFen(parts), unit),
      difference: showFen(lack(largest), unit),
    },
    reported: showFigure(total),
    expected: showFen(sumFen(parts), unit),
    differenceFen: lack(largest),
    totalFen: fenOf(total) ?? undefined,
    operands: [total, ...parts],
  });
}

/** A class with two items under one 款, and a second class that adds up. */
function classes(code: string, first: string, second: string): StatementSpec {
  const group = code === '204' ? '20402' : `${code}03`;
  return {
    kind: 'general-public',
    title: '一般公共预算支出表',
    columns: [['合计', 'total']],
    lines: [
      { item: '合计', role: 'total', amounts: ['80'] },
      { code, item: '一般公共服务支出', amounts: ['50'] },
      { code: group, item: '政府办公厅（室）及相关机构事务', amounts: ['50'] },
      { code: `${group}01`, item: '行政运行', amounts: [first] },
      { code: `${group}02`, item: '一般行政管理事务', amounts: [second] },
      { code: '221', item: '住房保障支出', amounts: ['30'] },
      { code: '22102', item: '住房改革支出', amounts: ['30'] },
      { code: '2210201', item: '住房公积金', amounts: ['18'] },
      { code: '2210203', item: '购房补贴', amounts: ['12'] },
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
