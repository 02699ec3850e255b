import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { type ImpossiblePair, impossiblePairs } from '../../subjects/impossible-pairs.js';
import { bareName } from '../../subjects/indicator-name.js';
import { INDICATOR_FORMS, nameOperand, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { similarity } from '../../texts/similarity.js';
import { fail, notApplicable, pass, review, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetsContradict = defineFormRule({
  id: 'targets-contradict',
  version: 4,
  title: '互补的两个指标值不能同时成立',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: arithmetic('互补的两个比率之和为 100%'),
  formula:
    '正常率（合格率、准确率…）为 100% 时，故障率（不合格率、差错率…）的上限为 0；两者之和不超过 100%；名称与描述不相反；全年容许的中断合计不超过可用性留下的时间；最高的一项不多于总数',
  why: '一个要求全部正常，另一个容许部分故障，年末按哪一个考核就不清楚；两个比率的口径不同时不矛盾；单次恢复的时间不是全年的中断。',
  messages: {
    allows: '{positive}，同一项目又有{negative}：前者不容许的，后者容许到{bound}%，待核实。',
    exceeds: '{positive}，同一项目又有{negative}：两者相加超过100%，不能同时成立，待核实。',
    lost: '{positive}，同一项目又有{negative}：所说若是同一批东西，前者不容许的，后者容许到{bound}%，待核实。',
    downtime:
      '{first}，一年容许中断{allowed}分钟，而{second}，一年合{asked}分钟，按哪一个考核不清楚，待核实。',
    part: '{first}是总数，{second}只是最高的一项，要求的反而更多，待核实。',
    described: '{positive}，指标描述却是“{description}”，名称与描述的意思相反，待核实。',
  },
  *check(form) {
    let met = false;
    for (const entry of form.entries) {
      for (const pair of oncePerPair(pairsOf(entry.indicators))) {
        met = true;
        yield judge(entry, pair);
      }
      for (const indicator of entry.indicators.filter(isDescribedAsOpposite)) {
        met = true;
        yield opposite(entry, indicator);
      }
      for (const pair of oncePerName(impossiblePairs(entry))) {
        met = true;
        yield impossible(entry, pair);
      }
    }
    if (!met) yield notApplicable('没有互补的比率');
  },
  examples: {
    passes: [
      { title: '≥90% 与 ≤5% 可以同时成立', disclosures: [network(['≥90%', '>=', '90'], ['≤5%', '<=', '5'])] },
    ],
    reports: [
      {
        title: '100% 正常，又容许 5% 故障',
        disclosures: [network(['100%', '=', '100'], ['≤5%', '<=', '5'])],
        fields: ['indicator:网络故障率'],
      },
      {
        title: '资料完整率 100%，又容许 1% 遗失',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  rate('资料保管完整率', ['100%', '=', '100']),
                  rate('资料及原始单据遗失、损毁发生率', ['≤1%', '<=', '1']),
                ],
              },
            ],
          },
        ],
        fields: ['indicator:资料及原始单据遗失、损毁发生率'],
      },
      {
        title: '可用性 99.9%，每月可累计中断 52 分钟',
        disclosures: [available('99.9', '52')],
        fields: ['indicator:平台累计中断时间'],
      },
      {
        title: '最高阅读量多于总阅读量',
        disclosures: [counts(['推文总阅读量', '2000', '人次'], ['推文最高阅读量', '5000', '人次'])],
        fields: ['indicator:推文最高阅读量'],
      },
      {
        title: '名称是安全率，描述是事故发生率',
        disclosures: [
          {
            projects: [
              {
                name: '甲',
                indicators: [
                  { ...rate('设备安全率', ['100%', '=', '100']), description: '设备安全事故发生率' },
                ],
              },
            ],
          },
        ],
        fields: ['indicator:设备安全率/description'],
      },
    ],
    notApplicable: [
      { title: '可用性容许的中断', disclosures: [available('99', '52')] },
      { title: '一次恢复的时间', disclosures: [available('99.9', '52', '平台中断恢复时间')] },
      { title: '一次中断的时间', disclosures: [available('99.9', '52', '平台单次中断时间')] },
      { title: '没有说是合计的中断', disclosures: [available('99.9', '52', '平台中断时间')] },
      {
        title: '最高的一篇不多于总数',
        disclosures: [counts(['推文总阅读量', '5000', '人次'], ['推文最高阅读量', '2000', '人次'])],
      },
      {
        title: '参会的人数与别的活动的企业数',
        disclosures: [counts(['邀请企业参会', '100', '家'], ['参会人数', '50', '人'])],
      },
      {
        title: '只有一个比率',
        disclosures: [{ projects: [{ name: '甲', indicators: [rate('网络正常率', ['100%', '=', '100'])] }] }],
      },
    ],
  },
});

interface Pair {
  positive: Indicator;
  negative: Indicator;
  /** Only the first words of the names are the same. */
  loosely?: boolean;
}

/** 遗失、损毁率 is the opposite of 完整率 in two words, and one pair. */
const oncePerPair = (pairs: Pair[]): Pair[] =>
  pairs.filter(
    ({ positive, negative }, index) =>
      !pairs.slice(0, index).some((other) => other.positive === positive && other.negative === negative),
  );

/** The same two names for the year and for the period are told once. */
const oncePerName = (pairs: ImpossiblePair[]): ImpossiblePair[] =>
  pairs.filter(
    ({ first, second }, index) =>
      !pairs
        .slice(0, index)
        .some((other) => other.first.name === first.name && other.second.name === second.name),
  );

/** Names this alike once 正常 and 故障 are taken out are about the same thing. */
const SAME_THING = 0.6;

function pairsOf(indicators: Indicator[]): Pair[] {
  const rates = indicators.filter(({ parsed }) => parsed.kind === 'percent' && parsed.quantity !== null);
  return rates.flatMap((negative) => {
    const name = bareName(negative.name);
    return indicatorWords().opposites.flatMap(([good, bad]) => {
      if (!isAbout(name, bad)) return [];
      const core = coreOf(name, bad);
      const positive = rates.find((other) => {
        const otherName = bareName(other.name);
        if (other.horizon !== negative.horizon || !isAbout(otherName, good) || otherName.includes(bad))
          return false;
        const otherCore = coreOf(otherName, good);
        return core.length >= 2 && (otherCore.startsWith(core) || similarity(core, otherCore) >= SAME_THING);
      });
      if (positive) return [{ positive, negative }];
      const kept = indicatorWords().lost.test(bad)
        ? rates.find((other) => isKept(other, good, negative))
        : undefined;
      return kept ? [{ positive: kept, negative, loosely: true }] : [];
    });
  });
}

/** 档案完整率 and 档案等材料遗失率 begin with the same word. */
const isKept = ({ name, horizon }: Indicator, good: string, lost: Indicator): boolean =>
  horizon === lost.horizon &&
  isAbout(bareName(name), good) &&
  bareName(name).slice(0, 2) === bareName(lost.name).slice(0, 2);

/** 无差错率 and 零事故率 count what is good; 故障修复率 is about neither. */
const isAbout = (name: string, word: string): boolean =>
  name.includes(word) &&
  !indicatorWords().mended.test(name) &&
  !new RegExp(`[无零未].{0,4}${word}`).test(name) &&
  /(率|比例)$/.test(name);

const coreOf = (name: string, word: string): string =>
  name.replace(word, '').replace(/(发生|运行|率|比例)/g, '');

function judge(entry: FormEntry, { positive, negative, loosely = false }: Pair): Verdict {
  const [least, most] = [positive, negative].map(({ parsed }) => new Big(parsed.quantity ?? 0));
  const { operator } = negative.parsed;
  if (!least || !most || positive.parsed.operator === '<=' || positive.parsed.operator === '<') return pass;
  const isBound = operator === '<=' || operator === '<';
  const allows = isBound && least.eq(100) && most.gt(0);
  const exceeds = !isBound && least.plus(most).gt(100);
  if (!allows && (!exceeds || loosely)) return pass;
  return (loosely ? review : fail)({
    field: `indicator:${negative.name}`,
    project: entry.project,
    message: loosely ? 'lost' : allows ? 'allows' : 'exceeds',
    parameters: {
      positive: quoteTarget(positive),
      negative: quoteTarget(negative),
      bound: most.toFixed(),
    },
    reported: (negative.target ?? '').trim(),
    expected: `不超过${new Big(100).minus(least).toFixed()}%`,
    operands: [targetOperand(entry, positive), targetOperand(entry, negative)],
  });
}

function impossible(entry: FormEntry, { way, first, second, minutes }: ImpossiblePair): Verdict {
  const told = {
    first: quoteTarget(first.indicator),
    second: quoteTarget(second.indicator),
    ...(minutes ? { allowed: minutes.allowed.toFixed(), asked: minutes.asked.toFixed() } : {}),
  };
  return fail({
    field: `indicator:${second.name}`,
    project: entry.project,
    message: way,
    parameters: told,
    reported: second.printed,
    operands: [targetOperand(entry, first.indicator), targetOperand(entry, second.indicator)],
  });
}

/** 运行安全率 whose description is 事故发生率. */
function isDescribedAsOpposite({ name, description, parsed }: Indicator): boolean {
  if (parsed.kind !== 'percent' || description === null) return false;
  const [own, described] = [bareName(name), bareName(description)];
  return indicatorWords().opposites.some(
    ([good, bad]) =>
      (isAbout(own, good) && !own.includes(bad) && isAbout(described, bad)) ||
      (isAbout(own, bad) && isAbout(described, good) && !described.includes(bad)),
  );
}

const opposite = (entry: FormEntry, indicator: Indicator): Verdict =>
  fail({
    field: `indicator:${indicator.name}/description`,
    project: entry.project,
    message: 'described',
    parameters: { positive: quoteTarget(indicator), description: (indicator.description ?? '').trim() },
    reported: (indicator.target ?? '').trim(),
    operands: [
      nameOperand(entry, indicator),
      ...(indicator.evidence.description
        ? [{ label: '指标描述', evidence: indicator.evidence.description, form: entry.reading }]
        : []),
      targetOperand(entry, indicator),
    ],
  });

type Printed = [target: string, operator: TargetSpec[1], value: string];

function rate(name: string, [target, operator, value]: Printed): IndicatorSpec {
  const parsed: TargetSpec = ['percent', operator, value, '%', value, '%'];
  return { level1: '产出指标', level2: '质量指标', name, target, parsed };
}

function network(normal: Printed, fault: Printed) {
  return {
    projects: [{ name: '甲', indicators: [rate('网络运行正常率', normal), rate('网络故障率', fault)] }],
  };
}

function available(share: string, minutes: string, name = '平台累计中断时间') {
  const down: TargetSpec = ['duration', '<=', minutes, '分钟/月', minutes, '分钟/月'];
  const indicators = [
    rate('平台年可用性', [`≥${share}%`, '>=', share]),
    {
      level1: '产出指标',
      level2: '质量指标',
      name,
      target: `≤${minutes}分钟/月`,
      parsed: down,
    },
  ];
  return { projects: [{ name: '甲', indicators }] };
}

function counts(...rows: [name: string, value: string, unit: string][]) {
  const indicators = rows.map(([name, value, unit]): IndicatorSpec => {
    const parsed: TargetSpec = ['number', '>=', value, unit, value, unit];
    return { level1: '效益指标', level2: '社会效益指标', name, target: `≥${value}${unit}`, parsed };
  });
  return { projects: [{ name: '甲', indicators }] };
}
