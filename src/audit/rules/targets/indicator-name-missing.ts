import type { Indicator } from '../../../model/disclosure.js';
import { describeCases, INDICATOR_FORMS, judgeEntries, oncePerRow } from '../../subjects/indicators.js';
import { plainText } from '../../texts/plain-text.js';
import { fail, pass } from '../../verdicts/verdict.js';
import { guidance } from '../authority.js';
import { defineFormRule } from '../rule.js';

export const indicatorNameMissing = defineFormRule({
  id: 'indicator-name-missing',
  version: 2,
  title: '三级指标只写了指标的分类',
  severity: 'warning',
  tolerance: 'none',
  forms: INDICATOR_FORMS,
  authority: guidance('三级指标应当反映具体的产出、效益', '财预〔2021〕101号'),
  formula: '三级指标的名称 ≠ 一级、二级指标的名称',
  why: '名称照抄分类（如“服务对象满意度指标”“可持续影响指标”），看不出考核什么；“服务对象满意度”本身就是内容，不在其内；多写“指标”二字的满意度只作提示。',
  messages: { missing: '{count}项三级指标只写了分类：{cases}，待核实。' },
  *check(form) {
    yield* judgeEntries(form, (entry) => {
      const missing = oncePerRow(entry).filter(isLevel);
      if (missing.length === 0) return pass;
      const cases = missing.map((indicator) => ({ entry, indicator }));
      const severity = missing.every(saysWhom) ? { severity: 'note' as const } : {};
      return fail({
        field: 'indicators/level-as-name',
        message: 'missing',
        ...severity,
        ...describeCases(cases),
      });
    });
  },
  examples: {
    passes: [
      { title: '写明了内容', disclosures: [named('参训学员满意度')] },
      { title: '满意度不带“指标”二字', disclosures: [named('服务对象满意度')] },
    ],
    reports: [
      {
        title: '照抄二级指标',
        disclosures: [named('服务对象满意度指标')],
        fields: ['indicators/level-as-name'],
      },
      {
        title: '照抄别的分类',
        disclosures: [named('可持续影响指标')],
        fields: ['indicators/level-as-name'],
      },
    ],
    notApplicable: [{ title: '表中没有指标', disclosures: [{ projects: [{ name: '甲', amount: '10' }] }] }],
  },
});

/** 生态效益 and 经济成本 alone say as little as with 指标 behind; 满意度 says whom to ask. */
const LEVEL =
  /^((产出|效益|成本|满意度|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|经济成本|社会成本|生态环境成本|(社会公众或|社会公众)?服务对象满意度)指标|(经济|社会|生态)效益|可持续影响|(经济|社会|生态环境)成本)$/;

/** 服务对象满意度指标 says what is asked, whatever stands behind. */
const saysWhom = ({ name }: Indicator): boolean => /(服务对象|公众)满意度指标$/.test(plainText(name));

function isLevel({ name, target }: Indicator): boolean {
  const plain = plainText(name);
  return LEVEL.test(plain) && plainText(target ?? '') !== '';
}

function named(name: string) {
  const indicators = [{ level1: '满意度指标', level2: '服务对象满意度指标', name, target: '≥90%' }];
  return { projects: [{ name: '甲', indicators }] };
}
