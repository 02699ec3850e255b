import { describeCases, INDICATOR_FORMS, judgeEntries, targetsOf } from '../../subjects/indicators.js';
import { fail, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import type { TargetSpec } from '../example.js';
import { defineFormRule } from '../rule.js';

export const targetIsPlaceholder = defineFormRule({
  id: 'target-is-placeholder',
  version: 1,
  title: '指标值没有填定',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('指标值应当明确', '财预〔2021〕101号'),
  formula: '指标值不是“是/否”“XX”“待定”一类的选项或空格',
  why: '空白表中的选项、空格留在公开的表里，年末就没有可以对照的目标值。',
  messages: { left: '{count}项指标的指标值没有填定：{cases}，待核实。' },
  *check(form) {
    yield* judgeEntries(form, (entry) => {
      const left = entry.indicators.filter((indicator) =>
        targetsOf(indicator).some(({ kind }) => kind === 'placeholder'),
      );
      if (left.length === 0) return pass;
      const cases = left.map((indicator) => ({ entry, indicator }));
      return fail({ field: 'targets/placeholder', message: 'left', ...describeCases(cases) });
    });
  },
  examples: {
    passes: [{ title: '指标值为“是”', disclosures: [withTarget('是', ['level', null, '是', '', '', ''])] }],
    reports: [
      {
        title: '“是/否”没有选定',
        disclosures: [withTarget('是/否', ['placeholder', null, '', '', '', ''])],
        fields: ['targets/placeholder'],
      },
    ],
    notApplicable: [{ title: '表中没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

function withTarget(target: string, parsed: TargetSpec) {
  const indicators = [{ level1: '产出指标', level2: '数量指标', name: '开展宣传', target, parsed }];
  return { projects: [{ name: '甲', indicators }] };
}
