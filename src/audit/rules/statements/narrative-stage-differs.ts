import { ownsProse, paragraphsOf, proseReading } from '../../subjects/prose.js';
import { mixedStages } from '../../texts/mixed-stage.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec } from '../example.js';
import { defineDocumentRule } from '../rule.js';

export const narrativeStageDiffers = defineDocumentRule({
  id: 'narrative-stage-differs',
  version: 1,
  title: '文字把预算写成决算，或把决算写成预算',
  severity: 'note',
  tolerance: 'none',
  authority: guidance('《地方预决算公开操作规程》：预算、决算分别公开，文字应与所公开的一致'),
  formula: '部门预算由各单位预算组成，部门决算由各单位决算组成；预算文本不说本年度的决算收支',
  why: '多半套用了决算（预算）的文本，金额和年份也值得再看；一份文件只提示一次。',
  messages: { mixed: '文字中“{cases}”，按上下文应为“{meant}”，待核实。' },
  *check(disclosure) {
    if (!ownsProse(disclosure)) return yield notApplicable('没有预算说明');
    const { siblings } = disclosure;
    const isBudget = siblings.every((each) => each.disclosure.stage === 'budget');
    const year = isBudget ? disclosure.disclosure.year : null;
    const found = paragraphsOf(disclosure).flatMap(({ text, evidence }) =>
      mixedStages(text, year).map((mixed) => ({ mixed, evidence })),
    );
    const [first] = found;
    if (!first) return yield pass;
    yield fail({
      field: 'stage',
      project: null,
      message: 'mixed',
      parameters: {
        cases: [...new Set(found.map(({ mixed }) => mixed.printed))].slice(0, MOST_SHOWN).join('”“'),
        meant: first.mixed.meant,
      },
      reported: first.mixed.said,
      expected: first.mixed.meant,
      operands: found.map(({ evidence }) => ({
        label: '文字说明',
        evidence,
        form: proseReading(disclosure),
      })),
    });
  },
  examples: {
    passes: [
      { title: '部门预算由单位预算组成', disclosures: [pack('部门预算包括：局本级预算和所属单位预算。')] },
      { title: '说的是上年的决算', disclosures: [pack('2022年度决算支出90万元，部门预算公开、决算公开。')] },
    ],
    reports: [
      {
        title: '部门预算由单位决算组成',
        disclosures: [pack('从构成看，部门预算包括：局本级决算（行政单位）和服务中心（事业单位）决算。')],
        fields: ['stage'],
      },
      {
        title: '预算文本说本年的决算支出',
        disclosures: [pack('2023年决算支出100万元。')],
        fields: ['stage'],
      },
    ],
    notApplicable: [{ title: '没有预算说明', disclosures: [{ prose: ['部门预算包括：局本级决算。'] }] }],
  },
});

const MOST_SHOWN = 3;

function pack(text: string): DisclosureSpec {
  return { said: [{ subject: '收入预算', aboutYear: 2023, amount: '100万元' }], prose: [text] };
}
