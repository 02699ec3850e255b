import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { bareName } from '../../subjects/indicator-name.js';
import { INDICATOR_FORMS, nameOperand, quoteTarget, targetOperand } from '../../subjects/indicators.js';
import type { FormEntry } from '../../subjects/subject.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { similarity } from '../../texts/similarity.js';
import { fail, notApplicable, pass, type Verdict } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { IndicatorSpec, TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetsContradict = defineFormRule({
  id: 'targets-contradict',
  version: 1,
  title: '互补的两个指标值不能同时成立',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: arithmetic('互补的两个比率之和为 100%'),
  formula:
    '正常率（合格率、准确率…）为 100% 时，故障率（不合格率、差错率…）的上限为 0；两者之和不超过 100%；名称与描述不相反',
  why: '一个要求全部正常，另一个容许部分故障，年末按哪一个考核就不清楚；两个比率的口径不同时不矛盾。',
  messages: {
    allows: '{positive}，同一项目又有{negative}：前者不容许的，后者容许到{bound}%，待核实。',
    exceeds: '{positive}，同一项目又有{negative}：两者相加超过100%，不能同时成立，待核实。',
    described: '{positive}，指标描述却是“{description}”，名称与描述的意思相反，待核实。',
  },
  *check(form) {
    let met = false;
    for (const entry of form.entries) {
      for (const pair of pairsOf(entry.indicators)) {
        met = true;
        yield judge(entry, pair);
      }
      for (const indicator of entry.indicators.filter(isDescribedAsOpposite)) {
        met = true;
        yield opposite(entry, indicator);
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
}

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
      return positive ? [{ positive, negative }] : [];
    });
  });
}

/** 无差错率 and 零事故率 count what is good. */
const isAbout = (name: string, word: string): boolean =>
  name.includes(word) && !new RegExp(`[无零未].{0,4}${word}`).test(name) && /(率|比例)$/.test(name);

const coreOf = (name: string, word: string): string =>
  name.replace(word, '').replace(/(发生|运行|率|比例)/g, '');

function judge(entry: FormEntry, { positive, negative }: Pair): Verdict {
  const [least, most] = [positive, negative].map(({ parsed }) => new Big(parsed.quantity ?? 0));
  const { operator } = negative.parsed;
  if (!least || !most || positive.parsed.operator === '<=' || positive.parsed.operator === '<') return pass;
  const isBound = operator === '<=' || operator === '<';
  const allows = isBound && least.eq(100) && most.gt(0);
  const exceeds = !isBound && least.plus(most).gt(100);
  if (!allows && !exceeds) return pass;
  return fail({
    field: `indicator:${negative.name}`,
    project: entry.project,
    message: allows ? 'allows' : 'exceeds',
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
