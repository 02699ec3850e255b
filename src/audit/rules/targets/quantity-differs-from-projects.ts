import Big from 'big.js';
import { showCounted } from '../../figures/format.js';
import { meetsPromise, type NamedQuantity, promisedQuantities, sameThing } from '../../subjects/quantity.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const quantityDiffersFromProjects = defineDocumentRule({
  id: 'quantity-differs-from-projects',
  version: 1,
  title: '部门数量指标与各项目之和不符',
  severity: 'warning',
  tolerance: 'T0',
  authority: guidance('部门整体绩效目标由项目绩效目标汇总，同一事项的数量应当衔接'),
  formula: '部门指标值 = Σ 各项目中同一事项的指标值（“≥”时不少于）',
  why: '同一事项在部门表和项目表中数量不同；部分工作由基本支出承担的，部门数可以大于项目数之和。',
  messages: { differs: '部门“{name}”为{reported}，各项目同一事项相加为{sum}（{parts}），待核实。' },
  *check(disclosure) {
    const projects = quantitiesOf(disclosure, true);
    let compared = false;
    for (const promised of quantitiesOf(disclosure, false)) {
      const verdict = judge(promised, projects, hidden(disclosure));
      if (!verdict) continue;
      compared = true;
      yield verdict;
    }
    if (!compared) yield notApplicable('项目表中没有与部门指标同名同单位的数量');
  },
  examples: {
    passes: [
      {
        title: '17 万份 = 15 万份 + 2 万份',
        disclosures: [
          {
            departmentForm: { indicators: [leaflets('17', '170000')] },
            projects: [
              { name: '甲', indicators: [leaflets('15', '150000')] },
              { name: '乙', indicators: [leaflets('2', '20000')] },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '部门 17 万份，项目只有 15 万份',
        disclosures: [
          {
            departmentForm: { indicators: [leaflets('17', '170000')] },
            projects: [{ name: '甲', indicators: [leaflets('15', '150000')] }],
          },
        ],
        fields: ['quantity:发放宣传资料'],
      },
    ],
    notApplicable: [
      {
        title: '没有部门表',
        disclosures: [{ projects: [{ name: '甲', indicators: [leaflets('15', '150000')] }] }],
      },
    ],
  },
});

function quantitiesOf(disclosure: DisclosureSubject, ofProjects: boolean): NamedQuantity[] {
  return disclosure.forms
    .flatMap(({ entries }) => entries)
    .filter((entry) => (entry.project !== null) === ofProjects)
    .flatMap((entry) =>
      promisedQuantities(entry).map((quantity) => ({
        ...quantity,
        operand: { ...quantity.operand, label: entry.project?.name ?? quantity.operand.label },
      })),
    );
}

const hidden = ({ disclosure }: DisclosureSubject): string[] =>
  disclosure.projects.some((project) => !project.hasForm) ? ['有项目没有公开绩效目标表'] : [];

/**
 * Words that only resemble each other may name two things: they can confirm a figure, not question it. Two lower bounds
 * that differ do not contradict each other, so they are for a person to judge.
 */
function judge(promised: NamedQuantity, projects: NamedQuantity[], doubts: string[]): Verdict | null {
  const alike = projects.filter((quantity) => sameThing(promised, quantity) !== null);
  if (alike.length === 0) return null;
  const same = alike.filter((quantity) => sameThing(promised, quantity) === 'same');
  const isLess = same.length > 0 && isBelow(promised, same);
  if (!isLess && [same, alike].some((parts) => parts.length > 0 && isMet(promised, parts))) return pass;
  if (same.length === 0) return notApplicable('名称相近，不能确定为同一事项');
  const sum = sumOf(same);
  const bounds = [promised, ...same].some(({ operator }) => operator !== null && operator !== '=');
  return (bounds ? review : fail)({
    field: `quantity:${promised.labels.at(-1) ?? ''}`,
    project: null,
    message: 'differs',
    parameters: {
      name: promised.labels[0] ?? '',
      reported: promised.printed,
      sum: showCounted(sum, promised.unit),
      parts: same.map(({ printed, operand }) => `${operand.label} ${printed}`).join('、'),
    },
    reported: promised.printed,
    expected: showCounted(sum, promised.unit),
    formula: `${same.map(({ value }) => value.toFixed()).join(' + ')} = ${sum.toFixed()} ≠ ${promised.value.toFixed()}（${promised.unit}）`,
    operands: [promised.operand, ...same.map(({ operand }) => operand)],
    doubts,
  });
}

const sumOf = (quantities: NamedQuantity[]): Big =>
  quantities.reduce((total, { value }) => total.plus(value), new Big(0));

const isMet = (promised: NamedQuantity, parts: NamedQuantity[]): boolean =>
  [sumOf(parts), ...parts.map(({ value }) => value)].some((value) => meetsPromise(promised, value));

/** Both are lower bounds, and the department's is below what its projects promise together and each of them alone. */
const isBelow = (promised: NamedQuantity, parts: NamedQuantity[]): boolean =>
  isLower(promised) && parts.every((part) => isLower(part) && part.value.gt(promised.value));

const isLower = ({ operator }: NamedQuantity): boolean => operator === '>=' || operator === '>';

function leaflets(printed: string, quantity: string): IndicatorSpec {
  return {
    level1: '产出指标',
    name: '发放宣传资料',
    target: `${printed}万份`,
    parsed: ['number', null, printed, '万份', quantity, '份'],
  };
}
