import type { Indicator } from '../../../model/disclosure.js';
import { bareName } from '../../subjects/indicator-name.js';
import {
  describeCases,
  INDICATOR_FORMS,
  judgeEntries,
  targetOperand,
  targetsOf,
} from '../../subjects/indicators.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { joinedText } from '../../texts/joined-text.js';
import { unseenPlaces } from '../../texts/unseen-text.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { DisclosureSpec, IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetUnitMissing = defineFormRule({
  id: 'target-unit-missing',
  version: 3,
  title: '指标值缺少计量单位',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当可衡量，指标值应有计量单位', '财预〔2020〕10号'),
  formula: '比率写有“%”，数量写有计量单位，写在指标值、单位栏或名称里都可以（同一文件中别的指标写有单位）',
  why: '“≥90”不知是 90% 还是 90 次，年末无法判断是否完成；名称写明数的是什么东西（…数量、…人员、一套…），或单位栏只写“万”的，只作提示；单位另列而没有读到的，本规则不报。',
  messages: {
    rate: '比率没有“%”：{cases}，其他指标值写有单位，待核实。',
    figure: '数字没有计量单位：{cases}，其他指标值写有单位，待核实。',
  },
  *check(form) {
    const unseen = unseenPlaces(form.disclosure.document);
    const others = form.disclosure.forms.some(({ entries }) =>
      entries.some(({ indicators }) => indicators.some(hasUnit)),
    );
    yield* judgeEntries(form, (entry) => {
      const bare = entry.indicators.filter(
        (indicator) => lacksUnit(indicator) && !unseen.has(targetOperand(entry, indicator).evidence.place),
      );
      if (bare.length === 0) return entry.indicators.some(hasUnit) ? pass : notApplicable('指标值都没有数字');
      if (!others) return notApplicable('各表的指标值都没有单位');
      const rates = bare.filter(({ parsed }) => parsed.flags?.includes('maybe-percent'));
      const cases = bare.map((indicator) => ({ entry, indicator }));
      return fail({
        field: 'targets/unit',
        message: rates.length === bare.length ? 'rate' : 'figure',
        ...(bare.every(isCountable) ? { severity: 'note' as const } : {}),
        ...describeCases(cases),
      });
    });
  },
  examples: {
    passes: [
      { title: '都写有单位', disclosures: [withTargets(counted(), rate('≥90%', '%'))] },
      {
        title: '名称说明了数什么：培训人数 30',
        disclosures: [
          withTargets(counted(), {
            level1: '产出指标',
            level2: '数量指标',
            name: '培训人数',
            target: '30',
            parsed: ['number', '=', '30', '', '30', ''],
            flags: ['unit-missing'],
          }),
        ],
      },
    ],
    reports: [
      {
        title: '及时率写成“≥90”',
        disclosures: [
          withTargets(counted(), { ...rate('≥90', ''), flags: ['unit-missing', 'maybe-percent'] }),
        ],
        fields: ['targets/unit'],
      },
    ],
    notApplicable: [
      {
        title: '都没有单位',
        disclosures: [withTargets({ ...rate('≥90', ''), flags: ['unit-missing', 'maybe-percent'] })],
      },
    ],
  },
});

const lacksUnit = (indicator: Indicator): boolean =>
  targetsOf(indicator).some(
    ({ kind, flags, label }) =>
      kind === 'number' &&
      flags?.includes('unit-missing') &&
      !flags.includes('operator-misplaced') &&
      !saysUnit(label ?? '') &&
      (flags.includes('maybe-percent') || !saysUnit(indicator.name)),
  );

/** 培训人数, 检查（艘次）: the name itself tells the unit; （是/否） tells none. */
function saysUnit(name: string): boolean {
  const joined = joinedText(name);
  const [, inBrackets] = /\(([\p{Script=Han}/]{1,6})\)(?:总?数|数量)?$/u.exec(joined) ?? [];
  return (
    (inBrackets !== undefined && !/是|否|含|等|以/.test(inBrackets)) ||
    indicatorWords().countedInName.test(bareName(name))
  );
}

/** 设备购置数量 19: the name says what is counted, the figure that it is counted in ones (or in 万). */
const isCountable = (indicator: Indicator): boolean =>
  targetsOf(indicator).every(
    ({ flags, label }) =>
      !flags?.includes('maybe-percent') &&
      indicatorWords().countable.test(bareName(label ? `${indicator.name}${label}` : indicator.name)),
  );

const hasUnit = (indicator: Indicator): boolean =>
  targetsOf(indicator).some(({ value, unit }) => value !== null && unit !== null && unit !== '');

function counted(): IndicatorSpec {
  return {
    level1: '产出指标',
    level2: '数量指标',
    name: '开展检查',
    target: '12次',
    parsed: ['number', '=', '12', '次', '12', '次'],
  };
}

function rate(target: string, unit: string): IndicatorSpec {
  return {
    level1: '产出指标',
    level2: '时效指标',
    name: '支付及时率',
    target,
    parsed: [unit === '' ? 'number' : 'percent', '>=', '90', unit, '90', unit],
  };
}

function withTargets(...indicators: IndicatorSpec[]): DisclosureSpec {
  return {
    projects: [{ name: '甲', indicators }],
  };
}
