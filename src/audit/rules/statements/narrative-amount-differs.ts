import {
  figuresMeant,
  isOfPackYear,
  plainSubject,
  saidFigure,
} from '../../equations/statements/said-facts.js';
import { statementObstacle } from '../../equations/statements/statement-verdicts.js';
import { wrongComparisons, type YearComparison } from '../../equations/statements/year-comparisons.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure } from '../../figures/format.js';
import { isSaidOf, lastPlace } from '../../figures/printed-sum.js';
import { slipWords } from '../../figures/unit-slip.js';
import type { DisclosureSubject } from '../../subjects/subject.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeAmountDiffers = defineDocumentRule({
  id: 'narrative-amount-differs',
  version: 3,
  title: '文字说明的金额与预算表不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('说明预算表的文字应与表中的数一致'),
  formula: '文字中的本年金额 = 所说科目在预算表中的金额（各表口径之一，按文字的小数位数）',
  why: '文字和表不是同一个数，读者不知道该信哪一个，多半文字沿用了上年或调整前的数；只比较各预算表都没有的数。',
  messages: {
    differs:
      '文字中“{subject}”为{reported}，{label}为{expected}，相差{difference}，各预算表中没有与它相同的数，待核实。',
    comparison:
      '文字中的对比表：“{what}”{before}、{now}，相差{difference}，“{change}”印为{printed}{sum}，待核实。',
  },
  *check(disclosure) {
    for (const wrong of wrongComparisons(disclosure)) yield judgeComparison(wrong, disclosure);
    const own = disclosure.disclosure.said.filter((said) => said.money && isOfPackYear(said, disclosure));
    if (own.length === 0) return yield notApplicable('文字中没有本年的金额');
    const obstacle = statementObstacle(disclosure);
    if (obstacle) return yield obstacle;
    const reported = new Set<string>();
    let compared = false;
    for (const said of own) {
      const figure = saidFigure(said, said.money, disclosure);
      const key = `${plainSubject(said.subject)} ${fenOf(figure) ?? ''}`;
      if (!figure || !fenOf(figure) || reported.has(key)) continue;
      const meant = figuresMeant(said, disclosure);
      if (meant.length === 0) continue;
      compared = true;
      const verdict = judge(figure, meant, disclosure);
      if (verdict.kind !== 'pass') reported.add(key);
      yield verdict;
    }
    if (!compared) yield notApplicable('文字所说的科目不在预算表中');
  },
  examples: {
    passes: [
      { title: '按两位小数相同', disclosures: [pack('6210.93万元')] },
      { title: '文字截去末位', disclosures: [pack('6210.92万元')] },
      { title: '说的是一般公共预算一项', disclosures: [pack('6000万元')] },
      { title: '会议费与“三公”表相同', disclosures: [meetings('2万元', '2')] },
    ],
    reports: [
      { title: '文字是上年的数', disclosures: [pack('5980.10万元')], fields: ['said:支出'] },
      {
        title: '同一句话说了两遍：一项疑点',
        disclosures: [pack('5980.10万元', '5980.10万元')],
        fields: ['said:支出'],
      },
      {
        title: '绩效目标管理全覆盖，所涉拨款不是一般公共预算的全部',
        disclosures: [covered('绩效目标管理全覆盖')],
        fields: ['said:涉及一般公共拨款'],
      },
      {
        title: '两个字的科目，编码相同',
        disclosures: [dredging('2130314')],
        fields: ['said:防汛'],
      },
      {
        title: '会议费沿用上年，表中本年为零',
        disclosures: [meetings('2万元', '0')],
        fields: ['said:会议费'],
      },
    ],
    notApplicable: [
      { title: '两个字的词，没有编码', disclosures: [dredging()] },
      { title: '绩效目标管理只涉及项目', disclosures: [covered('项目支出绩效目标管理全覆盖')] },
      { title: '没有文字', disclosures: [{ statements: pack('1万元').statements }] },
      { title: '没有预算表', disclosures: [{ said: [{ subject: '支出预算', amount: '1万元' }] }] },
      {
        title: '说的是上年',
        disclosures: [
          { ...pack('1万元'), said: [{ subject: '支出预算', aboutYear: 2022, amount: '1万元' }] },
        ],
      },
    ],
  },
});

/** So many last places are what sums of rounded figures may differ by. */
const SMALL = 10;

function judge(figure: Figure, meant: Figure[], disclosure: DisclosureSubject): Verdict {
  if (meant.some((each) => isSaidOf(figure, each))) return pass;
  const own = fenOf(figure) ?? 0;
  const slipped = meant.find((each) => slipWords(figure, each) !== '');
  const nearest =
    slipped ??
    meant.reduce((best, each) =>
      Math.abs((fenOf(each) ?? 0) - own) < Math.abs((fenOf(best) ?? 0) - own) ? each : best,
    );
  const difference = own - (fenOf(nearest) ?? 0);
  const unit = figure.money.unit ?? '万元';
  const isSmall = Math.abs(difference) <= SMALL * lastPlace(unit, figure.money.decimals ?? 0);
  return fail({
    field: `said:${plainSubject(figure.label)}`,
    project: null,
    message: 'differs',
    ...(isSmall ? { severity: 'note' as const } : {}),
    parameters: {
      subject: figure.label,
      reported: showFigure(figure),
      label: `预算表的“${nearest.label}”`,
      expected: showFigure(nearest),
      difference: `${showFen(Math.abs(difference), unit)}${slipWords(figure, nearest)}`,
    },
    reported: showFigure(figure),
    expected: showFigure(nearest),
    differenceFen: difference,
    totalFen: fenOf(nearest) ?? undefined,
    operands: [figure, nearest],
    doubts: disclosure.disclosure.year === null ? ['不知道是哪一年的预算'] : [],
  });
}

function judgeComparison(
  { what, before, now, change, difference, sum, operands }: YearComparison,
  { disclosure }: DisclosureSubject,
): Verdict {
  return fail({
    field: `comparison:${what}`,
    project: null,
    message: 'comparison',
    ...(disclosure.year === null ? { severity: 'note' as const } : {}),
    parameters: {
      what,
      before: `${before.label}为${before.figure}`,
      now: `${now.label}为${now.figure}`,
      difference,
      change: change.label,
      printed: change.figure,
      sum: sum === null ? '' : `（与前一年相加为${sum}）`,
    },
    reported: change.figure,
    expected: difference,
    operands,
  });
}

function pack(...amounts: string[]): DisclosureSpec {
  return {
    statements: [
      {
        kind: 'expenditure',
        title: '部门支出总表',
        unit: '元',
        columns: [
          ['合计', 'total'],
          ['一般公共预算', 'general-public'],
        ],
        lines: [{ item: '合计', role: 'total', amounts: ['62109297.20', '60000000'] }],
      },
    ],
    said: amounts.map((amount) => ({
      subject: amount === '6000万元' ? '一般公共预算支出' : '支出预算',
      aboutYear: 2023,
      amount,
    })),
  };
}

/** 5859.6 of 6000 under a sentence that says what is covered. */
function covered(words: string): DisclosureSpec {
  const amount = '5859.6万元';
  return {
    ...pack(),
    said: [
      { subject: '涉及一般公共预算当年拨款', aboutYear: 2023, amount, sentence: `${words}，涉及${amount}。` },
    ],
  };
}

/** 108 in the prose, 180 in the table. */
function dredging(code?: string): DisclosureSpec {
  return {
    statements: [
      {
        kind: 'general-public',
        columns: [['合计', 'total']],
        lines: [{ code: '2130314', item: '防汛', amounts: ['180'] }],
      },
    ],
    said: [{ subject: '防汛', ...(code ? { code } : {}), aboutYear: 2023, amount: '108.00万元' }],
  };
}

/** What the prose and the table say of 会议费; last year's is 2. */
function meetings(amount: string, printed: string): DisclosureSpec {
  return {
    statements: [
      {
        kind: 'three-public',
        unit: '万元',
        columns: [
          ['上年/合计', 'last-year'],
          ['上年/会议费', 'last-year'],
          ['本年/合计', 'total'],
          ['本年/会议费', 'other'],
        ],
        lines: [{ item: '合计', role: 'total', amounts: ['2', '2', printed, printed] }],
      },
    ],
    said: [{ subject: '会议费', aboutYear: 2023, amount }],
  };
}
