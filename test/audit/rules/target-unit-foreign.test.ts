import { describe, expect, it } from 'vitest';
import { findingsInForms, type PrintedRow } from '../../support/project-forms.js';

async function isForeign(name: string, sign: string, value: string, unit: string): Promise<boolean> {
  const rows: PrintedRow[] = [
    ['产出指标', '数量指标', '巡查次数', '≥', '12', '次'],
    ['效益指标', '社会效益指标', name, sign, value, unit],
  ];
  const findings = await findingsInForms('columns', [{ name: '河道管护', amount: '20', rows }]);
  return findings.some(({ rule }) => rule === 'target-unit-foreign');
}

describe('target-unit-foreign', () => {
  it.each([
    ['村容村貌改善效果', '定性', '优', '条'],
    ['加强河道日常管护', '定性', '管护机制更加健全', '箱'],
    ['沿岸居民获得感', '定性', '明显增强', '平方米'],
    ['农户积极性', '定性', '有效提升', '台'],
    ['推动河道管护加强', '≥', '2', '年'],
    ['规范乡镇管护队伍建设', '≥', '200', '天'],
  ])('%s %s%s %s is foreign', async (...row) => {
    expect(await isForeign(...row)).toBe(true);
  });

  it.each([
    ['村容村貌改善效果', '定性', '优', ''],
    ['村容村貌改善效果', '定性', '优', '级'],
    ['村容村貌改善效果', '定性', '优', '其他'],
    ['村容村貌改善效果', '定性', '明显改善', '无'],
    ['村容村貌改善效果', '定性', '明显改善', '定性'],
    ['宣传受众人次', '≥', '3000', '人次'],
    ['宣传受众人次', '≥', '3000', '人'],
    ['服务群众人次数', '≥', '300', '人'],
    ['参训人数', '≥', '30', '人'],
    ['推动管护成果持续发挥作用', '≥', '2', '年'],
    ['提高应急响应速度', '≤', '2', '小时'],
    ['促进群众就业', '≥', '200', '人'],
    ['加强水质监测点建设', '≥', '3', '个'],
    ['提升河道管护效果影响期限', '≥', '3', '年'],
  ])('%s %s%s %s is not', async (...row) => {
    expect(await isForeign(...row)).toBe(false);
  });
});
