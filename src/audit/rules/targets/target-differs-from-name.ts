import Big from 'big.js';
import type { Indicator } from '../../../model/disclosure.js';
import { CHINESE_DIGITS } from '../../../model/facts/chinese-digits.js';
import { describeCases, INDICATOR_FORMS, judgeEntries, oncePerRow } from '../../subjects/indicators.js';
import { joinedText } from '../../texts/joined-text.js';
import { oncePerText } from '../../texts/once-per-text.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { arithmetic } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetDiffersFromName = defineFormRule({
  id: 'target-differs-from-name',
  version: 2,
  title: '指标值与名称里的数字不同',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: arithmetic('名称写明“一份”的，指标值就是一份'),
  formula: '名称末尾带同一单位的数字 = 指标值；名称写“甲或乙”两个数字的，指标值是其中之一',
  why: '名称说“一份”，指标值写“2份”，两个数字必有一个没有改；名称里的数字说的是每次、每人或规格的不在其内。',
  messages: { differs: '{count}项指标值与名称里的数字不同：{cases}，待核实。' },
  *check(form) {
    yield* judgeEntries(form, (entry) => {
      const named = oncePerRow(entry).filter((indicator) => figuresIn(indicator).length > 0);
      if (named.length === 0) return notApplicable('名称里没有与指标值同一单位的数字');
      const differing = named.filter(differs);
      if (differing.length === 0) return pass;
      const cases = differing.map((indicator) => ({ entry, indicator }));
      return fail({ field: 'targets/named-figure', message: 'differs', ...describeCases(cases) });
    });
  },
  examples: {
    passes: [
      { title: '相同', disclosures: [counted('编写年度报告（一份）', '1', '份')] },
      { title: '两个数之一', disclosures: [counted('晚报：2期整版或4期半版', '4', '期')] },
      { title: '名称里的数就是指标值', disclosures: [counted('新建充电桩20个', '20', '个')] },
    ],
    reports: [
      {
        title: '一份与 2 份',
        disclosures: [counted('编写年度报告（一份）', '2', '份')],
        fields: ['targets/named-figure'],
      },
      {
        title: '2 期或 4 期，指标值 1 期',
        disclosures: [counted('晚报：2期整版或4期半版', '1', '期')],
        fields: ['targets/named-figure'],
      },
      {
        title: '新建 20 个与 30 个',
        disclosures: [counted('新建充电桩20个', '30', '个')],
        fields: ['targets/named-figure'],
      },
    ],
    notApplicable: [
      { title: '每月一次', disclosures: [counted('每月1次例会', '12', '次')] },
      { title: '一次性补助', disclosures: [counted('一次性补助次数', '5', '次')] },
      { title: '规格的单位不同', disclosures: [counted('宣传片（5分钟）', '6', '个')] },
      { title: '数的是别的东西', disclosures: [counted('发布三条文化带精品线路', '20', '条')] },
      { title: '序数', disclosures: [counted('第一批次设备', '3', '批')] },
    ],
  },
});

const DIGITS: Readonly<Record<string, number>> = { ...CHINESE_DIGITS, 十: 10 };
/** A figure that says how often, how large or which one. */
const RATE = /每|各|人均|户均|日均|以上|以下|不少于|不低于|超过|一次性|\d[-~—至]\d/;

/** A figure with the unit at the end of a name. */
const countOf = oncePerText(
  (unit): RegExp =>
    new RegExp(`(?<![第\\d.十百千万-])(\\d+|[一两二三四五六七八九十])(?:个)?${unit}[)》”]?$`, 'gu'),
);

/** Two figures to choose from: `2期整版或4期半版`. */
const choiceOf = oncePerText(
  (unit): RegExp => new RegExp(`(\\d+)${unit}[^\\d]{0,8}或(?:者)?[^\\d]{0,4}(\\d+)${unit}`, 'u'),
);

/** Figures at the end of the name (or in brackets there) that count what the target counts. */
function figuresIn({ name, parsed }: Indicator): Big[] {
  const { kind, quantity, measure } = parsed;
  if ((kind !== 'number' && kind !== 'frequency') || quantity === null || !measure) return [];
  const text = joinedText(name);
  const unit = measure.replace(/\/.*$/, '');
  if (!/[\d一两二三四五六七八九十]/.test(text) || RATE.test(text)) return [];
  if (unit === '' || /[%元]/.test(unit)) return [];
  const choice = text.includes('或') ? choiceOf(unit).exec(text) : null;
  if (choice) return choice.slice(1).map((figure) => new Big(figure));
  return [...text.matchAll(countOf(unit))].map(([, figure = '']) => new Big(DIGITS[figure] ?? figure));
}

const differs = (indicator: Indicator): boolean => {
  const value = new Big(indicator.parsed.quantity ?? 0);
  const figures = figuresIn(indicator);
  const sum = figures.reduce((total, figure) => total.plus(figure), new Big(0));
  return ![sum, ...figures].some((figure) => figure.eq(value));
};

function counted(name: string, value: string, unit: string) {
  const parsed: TargetSpec = ['number', '=', value, unit, value, unit];
  const indicators = [{ level1: '产出指标', level2: '数量指标', name, target: `${value}${unit}`, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
