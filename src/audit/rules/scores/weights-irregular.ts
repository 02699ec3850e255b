import { isFullScore, type WeightSum, weightSums } from '../../equations/weight-sums.js';
import { INDICATOR_FORMS } from '../../subjects/indicators.js';
import { totalRow } from '../../subjects/scores.js';
import type { FormSubject } from '../../subjects/subject.js';
import { hasUnreadRows } from '../../subjects/unread-rows.js';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { IndicatorSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const weightsIrregular = defineFormRule({
  id: 'weights-irregular',
  version: 2,
  title: '指标权重之和不是表的满分',
  severity: 'warning',
  tolerance: 'T0',
  forms: INDICATOR_FORMS,
  authority: guidance('自评满分 100 分，其中预算执行率 10 分，其余指标 90 分', '财预〔2020〕10号'),
  formula: 'Σ 指标权重 = 100，或 90（预算执行率另占 10）；有执行率分值的，两者之和为总分',
  why: '权重之和不是满分，自评得分就没有意义；权重分列在上级指标或合并单元格中的，可能没有读全。',
  messages: { differs: '指标权重相加为{sum}（{formula}），应为{expected}，待核实。' },
  *check(form) {
    let stated = false;
    for (const weights of weightSums(form)) {
      stated = true;
      yield judge(form, weights);
    }
    if (!stated) yield notApplicable('没有权重');
  },
  examples: {
    passes: [
      {
        title: '和为 100',
        disclosures: [{ projects: [{ name: '甲', indicators: [weighing('60'), weighing('40')] }] }],
      },
      {
        title: '和为 90',
        disclosures: [{ projects: [{ name: '甲', indicators: [weighing('50'), weighing('40')] }] }],
      },
    ],
    reports: [
      {
        title: '和为 95',
        disclosures: [{ projects: [{ name: '甲', indicators: [weighing('55'), weighing('40')] }] }],
        fields: ['weights'],
      },
    ],
    notApplicable: [
      {
        title: '没有权重',
        disclosures: [
          { projects: [{ name: '甲', indicators: [{ level1: '产出指标', name: '次数', target: '1次' }] }] },
        ],
      },
    ],
  },
});

/** A slip is of a few points; more is missing when rows were not read. */
const MOST_OFF = 20;

function judge(form: FormSubject, weights: WeightSum): Verdict {
  const { entry, horizon, rows, weighted, sum, allowed } = weights;
  if (sum === null) return notEvaluated('权重未能读出');
  if (isFullScore(weights)) return pass;
  const isJoined = form.form.blocks.length > 1 && totalRow(entry) === null;
  if (hasUnreadRows(form) || isJoined) return notEvaluated('表没有读全');
  const formula = `${weighted.map(({ weight }) => weight).join(' + ')} = ${sum.toFixed()}`;
  return fail({
    field: horizon === 'period' ? 'weights/period' : 'weights',
    project: entry.project,
    message: 'differs',
    parameters: { sum: sum.toFixed(), formula, expected: allowed.map(String).join(' 或 ') },
    reported: sum.toFixed(),
    expected: allowed.map(String).join(' 或 '),
    formula,
    operands: weighted.map(({ weightCell }) => weightCell),
    doubts: [
      ...(rows.some(({ weight, isCovered }) => weight === null && !isCovered) ? ['有指标未标权重'] : []),
      ...(allowed.every((maximum) => sum.lt(maximum - MOST_OFF))
        ? ['权重之和偏低较多，可能有指标没有读到']
        : []),
    ],
  });
}

function weighing(weight: string): IndicatorSpec {
  return { level1: '产出指标', name: `指标${weight}`, target: '1次', weight };
}
