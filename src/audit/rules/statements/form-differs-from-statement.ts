import {
  departmentFigures,
  PARTS,
  type Part,
  spendingFigures,
} from '../../equations/statements/department-totals.js';
import { doMeet } from '../../equations/statements/facts.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showIn } from '../../figures/format.js';
import { slipWords } from '../../figures/unit-slip.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { spendingTable } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

export const formDiffersFromStatement = defineDocumentRule({
  id: 'form-differs-from-statement',
  version: 2,
  title: '整体绩效目标表的金额与预算表不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('整体绩效目标以部门全部支出为对象，其总额、基本支出、项目支出应与预算表一致'),
  formula: '整体目标表总额、基本支出、项目支出 = 预算表支出合计、基本支出、项目支出（各表口径之一）',
  why: '目标表与预算表的总额不是同一个数，多半一张是上年的或调整前的；口径为财政拨款或一般公共预算的，与相应的表核对。',
  messages: {
    differs:
      '整体绩效目标表的{what}为{reported}，{statement}为{expected}，相差{difference}{also}，各预算表中没有与它相同的数，待核实。',
  },
  *check(disclosure) {
    const forms = disclosure.forms.filter(({ form }) => form.kind === 'department');
    const [form, another] = forms;
    if (!form) return yield notApplicable('没有整体绩效目标表');
    if (another) return yield notApplicable('有几张整体绩效目标表，不知道哪一张是全部门的');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    yield judge(disclosure, departmentFigures(form));
  },
  examples: {
    passes: [
      { title: '三个数都相同', disclosures: [pack('120', '100', '20')] },
      { title: '目标表以元、预算表以万元', disclosures: [pack('120.004', '100.004', '20')] },
    ],
    reports: [
      { title: '目标表是上年的总额', disclosures: [pack('114', '94', '20')], fields: ['department:total'] },
      {
        title: '总额相同，基本支出不同',
        disclosures: [pack('120', '96', '24')],
        fields: ['department:basic'],
      },
    ],
    notApplicable: [
      { title: '没有整体绩效目标表', disclosures: [{ statements: pack('1', '1', '0').statements }] },
      { title: '没有预算表', disclosures: [{ departmentForm: { total: '120' } }] },
    ],
  },
});

function judge(disclosure: DisclosureSubject, printed: Record<Part, Figure | null>): Verdict {
  const known = spendingFigures(disclosure);
  const compared = (Object.keys(PARTS) as Part[]).flatMap((part) => {
    const figure = printed[part];
    return figure && fenOf(figure) && known[part].length > 0 ? [{ part, figure, known: known[part] }] : [];
  });
  if (compared.length === 0) return notApplicable('没有可以核对的金额');
  const failing = compared.filter(({ figure, known: figures }) => !doMeet([figure], figures));
  const [first, ...others] = failing;
  const expected = first?.known[0];
  if (!first || !expected) return pass;
  const difference = (fenOf(first.figure) ?? 0) - (fenOf(expected) ?? 0);
  const unit = first.figure.money.unit ?? '万元';
  return fail({
    field: `department:${first.part}`,
    project: null,
    message: 'differs',
    parameters: {
      what: PARTS[first.part],
      reported: showFigure(first.figure),
      statement: `预算表的“${expected.label}”`,
      expected: showIn(expected, unit),
      difference: `${showFen(Math.abs(difference), unit)}${slipWords(first.figure, expected)}`,
      also: others
        .map(({ part, figure, known: [other] }) =>
          other ? `；${PARTS[part]}${showFigure(figure)}与“${other.label}”${showIn(other, unit)}也不同` : '',
        )
        .join(''),
    },
    reported: showFigure(first.figure),
    expected: showFigure(expected),
    differenceFen: difference,
    totalFen: fenOf(expected) ?? undefined,
    operands: failing.flatMap(({ figure, known: figures }) => [figure, ...figures.slice(0, 2)]),
  });
}

function pack(total: string, basic: string, project: string): DisclosureSpec {
  return {
    departmentForm: { total, expenditure: { 基本支出: basic, 项目支出: project } },
    statements: [spendingTable({ item: '合计', role: 'total', amounts: ['120', '100', '20'] })],
  };
}
