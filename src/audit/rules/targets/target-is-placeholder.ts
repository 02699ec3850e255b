import type { Indicator } from '../../../model/disclosure.js';
import {
  casesOf,
  describeCases,
  INDICATOR_FORMS,
  judgeEntries,
  oncePerRow,
  targetsOf,
} from '../../subjects/indicators.js';
import { fail, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetIsPlaceholder = defineFormRule({
  id: 'target-is-placeholder',
  version: 2,
  title: '指标值没有填定',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('指标值应当明确', '财预〔2021〕101号'),
  formula: '指标值不是“是/否”“XX”“待定”一类的选项或空格，不是“否”“无”，也不是“以……为准”；金额一栏不填“是”',
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
const BASIS = /^(以|按照?|根据).{2,40}(为准|为依据)[。.]?$/;

/** Nothing is promised: an option not chosen, 无 or 否 where something is to be done, the proof in place of the target. */
function isUnsettled(indicator: Indicator): boolean {
  const target = (indicator.target ?? '').normalize('NFKC').trim();
  const wanted = !UNWANTED.test(indicator.name);
  if (targetsOf(indicator).some(({ kind }) => kind === 'placeholder')) return true;
  if (wanted && /^(无|否)$/.test(target)) return true;
  return BASIS.test(target) && !/\d/.test(target);
}

/** 是 under a name that asks for an amount: 不超过预算（万元）. */
const isAnswerForAmount = ({ name, target }: Indicator): boolean =>
  /^是$/.test((target ?? '').trim()) && /\((万元|元|亿元)\)$/.test(name.normalize('NFKC').trim());

function withTarget(target: string, parsed: TargetSpec, name = '开展宣传') {
  const indicators = [{ level1: '产出指标', level2: '数量指标', name, target, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
