import type { Indicator } from '../../../model/disclosure.js';
import type { Target } from '../../../model/target.js';
import { bareName } from '../../subjects/indicator-name.js';
import {
  casesOf,
  describeCases,
  INDICATOR_FORMS,
  type IndicatorCase,
  quoteTarget,
} from '../../subjects/indicators.js';
import { type IndicatorWords, indicatorWords } from '../../texts/indicator-words.js';
import type { OperandDraft } from '../../verdicts/operand.js';
import { fail, notApplicable, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetUnitForeign = defineFormRule({
  id: 'target-unit-foreign',
  version: 4,
  title: '计量单位与指标名称或指标值不合',
  severity: 'note',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('绩效指标应当与目标密切相关、可衡量', '财预〔2020〕10号'),
  formula:
    '名称以“率”“次数”“人数”“金额”“时间”“面积”结尾的，指标值用相应的单位；指标值是文字的，没有数东西的单位',
  why: '“时长 ≤40%”“保障率 0次”说明名称或指标值有一个填错了；也可能只是单位用得随意。',
  messages: { foreign: '{count}项指标的单位与名称或指标值不合：{cases}，待核实。' },
  *check(form) {
    const judged = casesOf(form).filter(
      ({ indicator }) => isWords(indicator) || (promiseOf(indicator) && isMeasured(indicator.parsed)),
    );
    if (judged.length === 0) return yield notApplicable('没有名称含单位类别的数字指标');
    const foreign = judged.filter(({ indicator }) => isCountedWords(indicator) || isForeign(indicator));
    if (foreign.length === 0) return yield pass;
    const described = describeCases(foreign, describe);
    yield fail({
      field: 'targets/foreign-unit',
      message: 'foreign',
      ...described,
      operands: [...described.operands, ...foreign.flatMap(unitOperand)],
    });
  },
  examples: {
    passes: [
      {
        title: '名称已经写明人次',
        disclosures: [counting('活动受益人次数', '≥500人', ['number', '>=', '500', '人', '500', '人'])],
      },
      {
        title: '次数以次计',
        disclosures: [counting('检查次数', '12次', ['number', '=', '12', '次', '12', '次'])],
      },
      {
        title: '人数的增长以百分比计',
        disclosures: [counting('就业人数', '同比增长3%', ['percent', '=', '3', '%', '3', '%'])],
      },
    ],
    reports: [
      {
        title: '保障率以次计',
        disclosures: [counting('安全保障率', '0次', ['number', '=', '0', '次', '0', '次'])],
        fields: ['targets/foreign-unit'],
      },
      {
        title: '时长以百分比计',
        disclosures: [counting('每周工作时长', '≤40%', ['percent', '<=', '40', '%', '40', '%'])],
        fields: ['targets/foreign-unit'],
      },
    ],
    notApplicable: [
      {
        title: '名称没有说明计什么',
        disclosures: [counting('宣传手册', '5本', ['number', '=', '5', '本', '5', '本'])],
      },
    ],
  },
});

const WORDS = new Set<Target['kind']>(['text', 'level', 'echo']);

const isWords = ({ parsed: { kind, unit } }: Indicator): boolean => WORDS.has(kind) && unit !== null;

/** 优, and 箱 in the column of units. */
const isCountedWords = (indicator: Indicator): boolean =>
  isWords(indicator) &&
  indicator.evidence.unit !== undefined &&
  indicatorWords().counted.test(indicator.parsed.unit ?? '');

const describe = (indicator: Indicator): string =>
  isCountedWords(indicator)
    ? `${quoteTarget(indicator)}（单位为“${indicator.parsed.unit ?? ''}”）`
    : `${quoteTarget(indicator)}（名称为${promiseOf(indicator)?.what ?? ''}）`;

const unitOperand = ({ entry, indicator }: IndicatorCase): OperandDraft[] => {
  const { unit } = indicator.evidence;
  return unit && isCountedWords(indicator)
    ? [{ label: `计量单位 ${indicator.name}`, evidence: unit, form: entry.reading }]
    : [];
};

type NamePromise = IndicatorWords['promises'][number];

function promiseOf({ name }: Indicator): NamePromise | undefined {
  const bare = bareName(name);
  return indicatorWords().promises.find(({ pattern, except }) => pattern.test(bare) && !except?.test(bare));
}

const MEASURED = new Set<Target['kind']>(['number', 'percent', 'money', 'duration']);

const isMeasured = ({ kind, measure }: Target): boolean =>
  MEASURED.has(kind) && measure !== null && measure !== '';

/** 同比增长3%: of whatever the name counts. */
const GROWTH = /增长|增加|提高|提升|下降|减少|降低/;

function isForeign(indicator: Indicator): boolean {
  const promise = promiseOf(indicator);
  const { kind, measure } = indicator.parsed;
  if (!promise || (kind === 'percent' && GROWTH.test(indicator.target ?? ''))) return false;
  if (promise.foreignKinds.includes(kind)) return true;
  const unit = (measure ?? '').replace(/\/.*$/, '');
  return (kind === 'number' || kind === 'percent') && promise.measures?.includes(unit) === false;
}

function counting(name: string, target: string, parsed: TargetSpec) {
  return {
    projects: [
      { name: '甲', indicators: [{ level1: '产出指标', level2: '数量指标', name, target, parsed }] },
    ],
  };
}
