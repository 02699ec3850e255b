import Big from 'big.js';
import {
  costedQuantities,
  meetsPromise,
  type NamedQuantity,
  promisedQuantities,
  sameThing,
} from '../../subjects/quantity.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { ProjectSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const quantityDiffersFromCalculation = defineFormRule({
  id: 'quantity-differs-from-calculation',
  version: 1,
  title: '数量指标与测算依据中的数量不符',
  severity: 'warning',
  tolerance: 'T0',
  forms: ['project', 'project-list'],
  authority: guidance('预算安排与绩效目标应当匹配：测算的数量应支持承诺的数量'),
  formula: '数量指标的指标值 = 测算依据中同一事项的数量（“≥”时测算不少于指标值）',
  why: '按一个数量要钱，按另一个数量承诺，预算与目标脱节；同一事项由其他渠道出资的，应当说明。',
  messages: {
    differs: '“{name}”承诺{promised}，测算依据中同一事项为{costed}{others}，待核实。',
    similar: '“{name}”承诺{promised}，测算依据中名称相近的为{costed}{others}，待核实。',
  },
  *check(form) {
    let compared = false;
    for (const entry of form.entries) {
      const costed = costedQuantities(entry);
      for (const promised of promisedQuantities(entry)) {
        const verdict = judge(entry, promised, costed);
        if (!verdict) continue;
        compared = true;
        yield verdict;
      }
    }
    if (!compared) yield notApplicable('测算依据中没有与指标同名同单位的数量');
  },
  examples: {
    passes: [
      {
        title: '承诺与测算都是 2 万份',
        disclosures: [{ projects: [withLeaflets('2', '20000', '20000')] }],
      },
    ],
    reports: [
      {
        title: '承诺 15 万份，测算 10 万份',
        disclosures: [{ projects: [withLeaflets('15', '150000', '100000')] }],
        fields: ['quantity:发放宣传资料'],
      },
    ],
    notApplicable: [
      {
        title: '没有同名数量',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  {
                    level1: '产出指标',
                    name: '培训人数',
                    target: '30人',
                    parsed: ['number', null, '30', '人', '30', '人'],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
});

function judge(entry: FormEntry, promised: NamedQuantity, costed: NamedQuantity[]): Verdict | null {
  const matches = costed.map((quantity) => ({ quantity, how: sameThing(promised, quantity) }));
  const same = matches.filter(({ how }) => how === 'same').map(({ quantity }) => quantity);
  const alike = matches.filter(({ how }) => how !== null).map(({ quantity }) => quantity);
  if (alike.length === 0) return null;
  const chosen = preferTotals(same.length > 0 ? same : alike);
  if (
    isMet(promised, chosen) ||
    (same.length > 0 && !chosen.some(({ isTotal }) => isTotal) && isMet(promised, alike))
  ) {
    return pass;
  }
  const cells = new Set(chosen.map(({ operand }) => operand.evidence.place));
  const others = costed.filter(
    (quantity) =>
      quantity.unit === promised.unit &&
      !chosen.includes(quantity) &&
      cells.has(quantity.operand.evidence.place),
  );
  const finding = {
    field: `quantity:${promised.labels.at(-1) ?? ''}`,
    project: entry.project,
    message: same.length > 0 ? 'differs' : 'similar',
    parameters: {
      name: promised.labels[0] ?? '',
      promised: withoutName(promised),
      costed: chosen.map(named).join('、'),
      others: others.length === 0 ? '' : `（同一测算中同单位的另有${others.map(named).join('、')}）`,
    },
    reported: promised.printed,
    expected: chosen.map(({ printed }) => printed).join('、'),
    operands: [promised.operand, ...[...chosen, ...others].map(({ operand }) => operand)],
  };
  return same.length > 0 ? fail(finding) : review(finding);
}

const named = ({ printed, labels }: NamedQuantity): string => `${printed}（${labels[0] ?? ''}）`;

/** 宣传资料15万份 → 15万份, where the name stands before it anyway. */
const withoutName = ({ printed, labels }: NamedQuantity): string =>
  printed.startsWith(labels[0] ?? '') ? printed.slice(labels[0]?.length) : printed;

/** 省市4次，自查4次，合计8次: the sum stands for its parts. */
function preferTotals(quantities: NamedQuantity[]): NamedQuantity[] {
  const totals = quantities.filter(({ isTotal }) => isTotal);
  return totals.length > 0 ? totals : quantities;
}

function isMet(promised: NamedQuantity, costed: NamedQuantity[]): boolean {
  const sum = costed.reduce((total, { value }) => total.plus(value), new Big(0));
  return [sum, ...costed.map(({ value }) => value)].some((value) => meetsPromise(promised, value));
}

function withLeaflets(printed: string, promised: string, costed: string): ProjectSpec {
  return {
    name: '甲',
    indicators: [
      {
        level1: '产出指标',
        name: '发放宣传资料',
        target: `${printed}万份`,
        parsed: ['number', null, printed, '万份', promised, '份'],
      },
    ],
    costs: [
      {
        item: '宣传费',
        amount: '2',
        calculation: '宣传资料*1元/份',
        quantities: [{ label: '宣传资料', value: costed, unit: '份' }],
      },
    ],
  };
}
