import type { Indicator } from '../../../model/disclosure.js';
import { isCostIndicator } from '../../subjects/cost-target.js';
import { bareName } from '../../subjects/indicator-name.js';
import {
  casesOf,
  describeCases,
  INDICATOR_FORMS,
  judgeEntries,
  oncePerRow,
  targetsOf,
} from '../../subjects/indicators.js';
import { indicatorWords } from '../../texts/indicator-words.js';
import { fail, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetIsPlaceholder = defineFormRule({
  id: 'target-is-placeholder',
  version: 3,
  title: '指标值没有填定',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('指标值应当明确', '财预〔2021〕101号'),
  formula:
    '指标值不是“是/否”“XX”“待定”“按需”一类的选项或空格，不是没有下文的“不超”“不低于”或总能做到的“≥0”，时间一栏写的是时间，不是“否”“无”，也不是“以……为准”；金额一栏不填“是”',
  why: '空白表中的选项、空格留在公开的表里，或者只写了依据而没有写目标，年末就没有可以对照的目标值；“事故：无”一类属正常。',
  messages: {
    left: '{count}项指标的指标值没有填定：{cases}，待核实。',
    amount: '{count}项金额指标没有写金额：{cases}，待核实。',
  },
  *check(form) {
    const answered = casesOf(form).filter(({ indicator }) => isAnswerForAmount(indicator));
    if (answered.length > 0) {
      const cases = answered.filter(({ entry, indicator }) => oncePerRow(entry).includes(indicator));
      yield fail({ field: 'targets/amount', message: 'amount', ...describeCases(cases) });
    }
    yield* judgeEntries(form, (entry) => {
      const left = oncePerRow(entry).filter(isUnsettled);
      if (left.length === 0) return pass;
      const cases = left.map((indicator) => ({ entry, indicator }));
      return fail({ field: 'targets/placeholder', message: 'left', ...describeCases(cases) });
    });
  },
  examples: {
    passes: [
      { title: '指标值为“是”', disclosures: [withTarget('是', ['level', null, '是', '', '', ''])] },
      {
        title: '事故为“无”',
        disclosures: [withTarget('无', ['none', null, '', '', '', ''], '安全生产事故')],
      },
      {
        title: '时间写成“按期完成”',
        disclosures: [withTarget('按期完成', ['text', null, '', '', '', ''], '项目完成时间')],
      },
      {
        title: '事故不低于零没有意义，但不是没有填',
        disclosures: [withTarget('≥0起', ['number', '>=', '0', '起', '0', '起'], '安全事故')],
      },
      {
        title: '有数字，又说明以何为准',
        disclosures: [withTarget('95%，以验收报告为准', ['percent', '=', '95', '%', '95', '%'])],
      },
    ],
    reports: [
      {
        title: '“是/否”没有选定',
        disclosures: [withTarget('是/否', ['placeholder', null, '', '', '', ''])],
        fields: ['targets/placeholder'],
      },
      {
        title: '只写了依据',
        disclosures: [withTarget('以双方签字的记录单为准', ['text', null, '', '', '', ''])],
        fields: ['targets/placeholder'],
      },
      {
        title: '没有下文的“不低于”',
        disclosures: [withTarget('不低于', ['text', null, '', '', '', ''])],
        fields: ['targets/placeholder'],
      },
      {
        title: '按需开展',
        disclosures: [withTarget('按需开展', ['text', null, '', '', '', ''], '技术培训')],
        fields: ['targets/placeholder'],
      },
      {
        title: '总能做到的 ≥0',
        disclosures: [withTarget('≥0次', ['number', '>=', '0', '次', '0', '次'], '培训次数')],
        fields: ['targets/placeholder'],
      },
      {
        title: '时间填的不是时间',
        disclosures: [withTarget('主动公开', ['text', null, '', '', '', ''], '名单公开时间')],
        fields: ['targets/placeholder'],
      },
      {
        title: '应当做到的事填了“否”',
        disclosures: [withTarget('否', ['level', null, '否', '', '', ''], '符合安全规定')],
        fields: ['targets/placeholder'],
      },
      {
        title: '金额填了“是”',
        disclosures: [withTarget('是', ['level', null, '是', '', '', ''], '不超过预算（万元）')],
        fields: ['targets/amount'],
      },
    ],
    notApplicable: [{ title: '表中没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** What is to be absent: 事故, 投诉. */
const UNWANTED =
  /事故|投诉|违规|违纪|违法|事件|问题|差错|失误|错误|故障|污染|破坏|负面|舆情|上访|信访|隐患|损失|影响|风险|缺|漏|超|逾期|拖欠|是否|有无|腐败|案件|灾|疫情|伤亡|隐性债务|不良|不足/;
/** A comparison without what is compared with, and words that leave the figure for later. */
const UNFINISHED =
  /^(不超过?|不[低少高大小多]于|不得[低少高]于|达到|[大小高低多少]于|超过|以[上下内]|[待未]确?定|待明确|暂定|尚未确定|另定|另行(确定|明确|通知)|视(实际)?情况(而定|确定)|(根据|按照?|视)实际情况(而定|确定)?|以实际(情况)?为准|按需(要|求)?(开展|安排|配备|采购|提供|确定)?|按实际(需要|需求)(开展|安排|确定)?|若干.?|适量|一定数量|相应数量)$/;
const TIME_NAME = /(时间|日期|时限)$/;
const TIME_WORD =
  /[年月日天周季节时分秒]|[前后内底初末]|按期|按时|及时|准时|适时|随时|即时|实时|长期|全程|当|同步|优|良/;

const BASIS = /^(以|按照?|根据).{2,40}(为准|为依据)[。.]?$/;

/** Nothing is promised: an option not chosen, 无 or 否 where something is to be done, the proof in place of the target. */
function isUnsettled(indicator: Indicator): boolean {
  const target = (indicator.target ?? '').normalize('NFKC').trim();
  const wanted = !UNWANTED.test(indicator.name);
  if (targetsOf(indicator).some(({ kind }) => kind === 'placeholder')) return true;
  if (wanted && /^(无|否)$/.test(target)) return true;
  if (UNFINISHED.test(target) || isAlwaysMet(indicator) || isTimeless(indicator, target)) return true;
  return BASIS.test(target) && !/\d/.test(target);
}

/** ≥0 of what is to be done. */
const isAlwaysMet = (indicator: Indicator): boolean =>
  indicator.parsed.operator === '>=' &&
  indicator.parsed.quantity === '0' &&
  !isCostIndicator(indicator) &&
  !indicatorWords().betterLow.pattern.test(bareName(indicator.name)) &&
  !UNWANTED.test(indicator.name);

/** 公开时间 answered with how it is made public. */
const isTimeless = ({ name, parsed }: Indicator, target: string): boolean =>
  parsed.kind === 'text' &&
  TIME_NAME.test(bareName(name)) &&
  !/缩短|减少|延长|节约|节省/.test(name) &&
  !TIME_WORD.test(target) &&
  !/\d/.test(target);

/** 是 under a name that asks for an amount: 不超过预算（万元）. */
const isAnswerForAmount = ({ name, target }: Indicator): boolean =>
  /^是$/.test((target ?? '').trim()) && /\((万元|元|亿元)\)$/.test(name.normalize('NFKC').trim());

function withTarget(target: string, parsed: TargetSpec, name = '开展宣传') {
  const indicators = [{ level1: '产出指标', level2: '数量指标', name, target, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
