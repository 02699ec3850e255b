import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { foreignFunds } from '../../texts/funds-of-sections.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeFundDiffers = defineDocumentRule({
  id: 'narrative-fund-differs',
  version: 1,
  title: '一种预算的一节说的是另一种预算',
  severity: 'note',
  tolerance: 'none',
  authority: guidance(
    '《中华人民共和国预算法》第五条：一般公共预算、政府性基金预算、国有资本经营预算各自完整、独立',
  ),
  formula: '标题所说的预算 = 其下“本部门无……”所说的预算',
  why: '多半从别的一节复制而来没有改，该项预算究竟有没有收支值得核实；一份文件只提示一次。',
  messages: { differs: '“{heading}”一节写“{printed}”，说的是{said}而不是{fund}，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const paragraphs = paragraphsOf(disclosure);
    const found = foreignFunds(paragraphs.map(({ text }) => text));
    const [first] = found;
    if (!first) return yield pass;
    const { heading, printed, said, fund } = first;
    yield fail({
      field: 'fund',
      project: null,
      message: 'differs',
      parameters: { heading, printed, said, fund },
      reported: said,
      expected: fund,
      operands: found.flatMap(({ at }) => {
        const evidence = paragraphs[at]?.evidence;
        return evidence ? [{ label: '文字说明', evidence, form: proseReading(disclosure) }] : [];
      }),
    });
  },
  examples: {
    passes: [
      {
        title: '各节说各自的预算',
        disclosures: [pack('（五）国有资本经营预算收支情况', '本部门无当年国有资本经营预算拨款收支。')],
      },
      {
        title: '标题并列两种预算',
        disclosures: [pack('（五）政府性基金预算和国有资本经营预算情况', '本部门无政府性基金预算收支。')],
      },
      {
        title: '一句话里并列',
        disclosures: [pack('（四）政府性基金预算情况', '本部门无政府性基金预算、国有资本经营预算收支。')],
      },
    ],
    reports: [
      {
        title: '国有资本经营预算一节说无一般公共预算',
        disclosures: [pack('（五）国有资本经营预算收支情况', '本部门无2021年结转的一般公共预算拨款支出。')],
        fields: ['fund'],
      },
    ],
    notApplicable: [{ title: '没有预算说明', disclosures: [{ prose: ['（五）国有资本经营预算'] }] }],
  },
});

function pack(heading: string, text: string): DisclosureSpec {
  return {
    said: [{ subject: '收入预算', aboutYear: 2023, amount: '100万元' }],
    prose: [heading, text, '（六）政府采购情况', '本部门无政府采购。'],
  };
}
