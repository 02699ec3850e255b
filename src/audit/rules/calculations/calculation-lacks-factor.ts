import { yuanOrWan } from '../../figures/format.js';
import { type CalculatedLine, judgeCalculations, showTerm } from '../../subjects/calculation.js';
import type { FormEntry } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec, TermSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const calculationLacksFactor = defineFormRule({
  id: 'calculation-lacks-factor',
  version: 1,
  title: '测算依据缺少一个因数',
  severity: 'note',
  tolerance: 'T2',
  forms: ['project', 'project-list', 'department'],
  authority: arithmetic('单价按月（季、天）计的，算式应乘以月数（季数、天数）'),
  formula: '数量 × 单价 × 未列的因数 = 所列结果',
  why: '金额本身可以成立，只是算式少写了月数一类的因数，补上即可。',
  messages: {
    lacks:
      '“{item}”的测算依据“{term}”未列{implied}；乘以{implied}为{computed}，与所列结果{stated}相符，待核实。',
  },
  check: (form) => judgeCalculations(form, judge),
  examples: {
    passes: [
      {
        title: '月数已列',
        disclosures: [
          allowance('12人*235元/人/月*12月=3.38万元', { factors: ['12人', '235元/人/月', '12月'] }),
        ],
      },
    ],
    reports: [
      {
        title: '按月计的单价没有乘月数',
        disclosures: [
          allowance('12人*235元/人/月=3.38万元', { factors: ['12人', '235元/人/月'], implied: '12月' }),
        ],
        fields: ['calculation:津贴/津贴'],
      },
    ],
    notApplicable: [{ title: '没有明细', disclosures: [{ projects: [{ name: '甲' }] }] }],
  },
});

function* judge(read: CalculatedLine, entry: FormEntry): Iterable<Verdict> {
  const products = read.parsed.terms.filter((term) => term.kind === 'product');
  if (products.length === 0) yield notApplicable('测算依据没有算式');
  for (const term of products) {
    const { implied, computedYuan, statedYuan } = term;
    if (!implied || computedYuan === null) yield pass;
    else {
      yield fail({
        field: `calculation:${read.name}/${term.label}`,
        project: entry.project,
        message: 'lacks',
        parameters: {
          item: read.name,
          term: term.printed.trim(),
          implied: `×${implied.value}${implied.unit ? `（${implied.unit}）` : ''}`,
          computed: yuanOrWan(computedYuan),
          stated: statedYuan === null ? '本行金额' : yuanOrWan(statedYuan),
        },
        formula: `${showTerm(term)} = ${computedYuan}（元）`,
        operands: [read.operand],
      });
    }
  }
}

function allowance(calculation: string, term: TermSpec): DisclosureSpec {
  const terms = [{ ...term, computed: '33840', stated: '33800' }];
  return { projects: [{ name: '甲', costs: [{ item: '津贴', amount: '3.38', calculation, terms }] }] };
}
