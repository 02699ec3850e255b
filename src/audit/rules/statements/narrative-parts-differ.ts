import { type CrossListed, crossListed } from '../../equations/statements/said-cross-lists.js';
import { plainSubject } from '../../equations/statements/said-facts.js';
import { completeParts, exceedingPart, saidWholes } from '../../equations/statements/said-parts.js';
import { type Figure, fenOf } from '../../figures/figure.js';
import { showFen, showFigure, showSum } from '../../figures/format.js';
import { isPrintedSum, sumFen } from '../../figures/printed-sum.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { SaidSpec } from '../pack-example.js';
import { defineDocumentRule } from '../rule.js';

/** Parts that are right. */
const MET: SaidSpec[] = [
  { subject: '收入预算', amount: '1000.00万元' },
  { subject: '事业收入', within: '收入预算', amount: '10.00万元' },
];

export const narrativePartsDiffer = defineDocumentRule({
  id: 'narrative-parts-differ',
  version: 1,
  title: '文字说明的各项与总数不符',
  severity: 'warning',
  tolerance: 'T1',
  authority: arithmetic('总数 = 各项之和；其中的一项不能大于总数'),
  formula:
    '其中的一项 ≤ 总数；货物 + 工程 + 服务 = 政府采购，出国 + 接待 + 用车 = “三公”，人员 + 公用 = 基本支出；一个科目按人员、公用、专项分列的各项之和 = 该科目',
  why: '各项与总数不是一套数，多半漏了一项，或改了一处没有改另一处；“其中”之后没有列全的不提。',
  messages: {
    exceeds: '文字中“{whole}”为{total}，其中“{part}”为{amount}，一项大于总数，待核实。',
    sum: '文字中“{whole}”为{total}，各项相加为{computed}（{formula}），相差{difference}，待核实。',
    missing: '文字中“{whole}”为{total}，按{lists}分列的各项中没有它，其他科目各项相加都与总数相等，待核实。',
  },
  *check(disclosure) {
    const wholes = saidWholes(disclosure);
    const crossed = crossListed(disclosure);
    if (wholes.length === 0 && crossed.length === 0) return yield notApplicable('文字中没有分项');
    for (const each of wholes) {
      const part = exceedingPart(each);
      const parts = completeParts(each);
      if (part) yield exceeds(each.whole, part);
      else if (parts && isPrintedSum(each.whole, parts) === false) yield sumDiffers(each.whole, parts);
      else yield pass;
    }
    for (const each of crossed) yield isListed(each) ? sumDiffers(each.whole, each.parts) : missing(each);
  },
  examples: {
    passes: [
      {
        title: '其中没有列全',
        disclosures: [{ said: parted('项目支出', '100.00', ['维修费', '30.00'], ['设备费', '20.00']) }],
      },
      {
        title: '货物、工程、服务相加为总数',
        disclosures: [{ said: procurement('100.00', '60.00', '0', '40.00') }],
      },
      { title: '四舍五入差一分', disclosures: [{ said: procurement('100.00', '33.33', '33.33', '33.33') }] },
      {
        title: '只写了货物和服务',
        disclosures: [
          {
            said: parted(
              '政府采购预算',
              '100.00',
              ['政府采购货物预算', '30.00'],
              ['政府采购服务预算', '20.00'],
            ),
          },
        ],
      },
      {
        title: '一项等于总数',
        disclosures: [{ said: parted('收入预算', '100.00', ['一般公共预算拨款收入', '100.00']) }],
      },
      {
        title: '“三公”的用车有两级',
        disclosures: [
          {
            said: parted(
              '“三公”经费',
              '10.00',
              ['因公出国（境）费', '0'],
              ['公务接待费', '2.00'],
              ['公务用车购置及运行费', '8.00'],
              ['公务用车运行费', '8.00'],
            ),
          },
        ],
      },
      {
        title: '各科目按人员、公用、专项分列',
        disclosures: [{ said: [...MET, ...crossing('20.00', '338.16')] }],
      },
      {
        title: '多数科目不等：不是一套分列',
        disclosures: [
          {
            said: [
              ...MET,
              ...crossing('25.00', '300.00').map((said) =>
                said.within ? { ...said, amount: '9.99万元' } : said,
              ),
            ],
          },
        ],
      },
      {
        title: '说的是别的年份',
        disclosures: [
          {
            said: [
              ...MET,
              { subject: '培训费', aboutYear: 2023, amount: '1.00万元' },
              { subject: '师资费', within: '培训费', aboutYear: 2022, amount: '2.00万元' },
            ],
          },
        ],
      },
    ],
    reports: [
      {
        title: '一项大于总数',
        disclosures: [{ said: parted('“三公”经费', '0.27', ['会议费', '0.24'], ['培训费', '0.71']) }],
        fields: ['parts:三公经费'],
      },
      {
        title: '货物、工程、服务相加不是总数',
        disclosures: [{ said: procurement('100.00', '60.00', '0', '30.00') }],
        fields: ['parts:政府采购'],
      },
      {
        title: '人员与公用相加不是基本支出',
        disclosures: [{ said: parted('基本支出', '100.00', ['人员经费', '80.00'], ['公用经费', '25.00']) }],
        fields: ['parts:基本支出'],
      },
      {
        title: '分列漏了一个科目的一部分',
        disclosures: [{ said: crossing('25.00', '338.16') }],
        fields: ['parts:行政运行'],
      },
      { title: '分列漏了一个科目', disclosures: [{ said: crossing('20.00') }], fields: ['parts:电影'] },
    ],
    notApplicable: [
      { title: '没有分项', disclosures: [{ said: [{ subject: '基本支出', amount: '1万元' }] }] },
      {
        title: '总数没有写出金额',
        disclosures: [{ said: [{ subject: '人员经费', within: '基本支出', amount: '1万元' }] }],
      },
    ],
  },
});

const isListed = ({ parts }: CrossListed): boolean => parts.length > 0;

const exceeds = (whole: Figure, part: Figure): Verdict =>
  report('exceeds', whole, [part], { part: part.label, amount: showFigure(part) });

function sumDiffers(whole: Figure, parts: Figure[]): Verdict {
  const unit = whole.money.unit ?? '万元';
  const computed = sumFen(parts);
  return report('sum', whole, parts, {
    computed: showFen(computed, unit),
    formula: showSum(whole, parts).replace(/（[^）]*）$/, ''),
    difference: showFen(Math.abs((fenOf(whole) ?? 0) - computed), unit),
  });
}

const missing = ({ whole, lists, last }: CrossListed): Verdict =>
  report('missing', whole, last, { lists: lists.map((list) => `“${list}”`).join('、') });

const report = (
  message: 'exceeds' | 'sum' | 'missing',
  whole: Figure,
  parts: Figure[],
  parameters: Record<string, string>,
): Verdict =>
  fail({
    field: `parts:${plainSubject(whole.label)}`,
    project: null,
    message,
    parameters: { whole: whole.label, total: showFigure(whole), ...parameters },
    reported: showFigure(whole),
    totalFen: fenOf(whole) ?? undefined,
    operands: [whole, ...parts],
  });

function parted(subject: string, amount: string, ...parts: [string, string][]): SaidSpec[] {
  return [
    { subject, amount: `${amount}万元` },
    ...parts.map(([part, own]) => ({ subject: part, within: subject, amount: `${own}万元` })),
  ];
}

function procurement(total: string, goods: string, works: string, services: string): SaidSpec[] {
  return parted(
    '政府采购预算',
    total,
    ['政府采购货物预算', goods],
    ['政府采购工程预算', works],
    ['政府采购服务预算', services],
  );
}

/** Four classes, then the same by 人员经费, 公用经费 and 专项业务经费; 电影 in the last where an amount is given. */
function crossing(running: string, film?: string): SaidSpec[] {
  const classOf = (code: string, subject: string, amount: string, within?: string): SaidSpec => ({
    code,
    subject,
    amount: `${amount}万元`,
    ...(within ? { within } : {}),
  });
  return [
    classOf('2013301', '行政运行', running),
    classOf('2013302', '一般行政管理事务', '30.00'),
    classOf('2050803', '培训支出', '9.60'),
    classOf('2210201', '住房公积金', '12.00'),
    classOf('2070607', '电影', '338.16'),
    classOf('2013301', '行政运行', '16.00', '人员经费'),
    classOf('2210201', '住房公积金', '12.00', '人员经费'),
    classOf('2013301', '行政运行', '4.00', '公用经费'),
    classOf('2050803', '培训支出', '2.00', '公用经费'),
    classOf('2013302', '一般行政管理事务', '30.00', '专项业务经费'),
    classOf('2050803', '培训支出', '7.60', '专项业务经费'),
    ...(film ? [classOf('2070607', '电影', film, '专项业务经费')] : []),
  ];
}
