import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../../normalizers/parse/target/parse-target.js';
import { parseActual } from '../../../normalizers/recognize/tables/indicators/parse-actual.js';
import { achievementOf, isFarBeyond } from '../../../src/model/promises/achievement.js';

function of(target: string, actual: string, name = '甲', level2 = '数量指标') {
  const parsed = parseTarget({ text: target, name, level2 });
  const done = parseActual(actual, parsed, { name, level2 });
  return achievementOf({ ...parsed, text: target }, { ...done, text: actual }, { name, level2 });
}

describe('achievementOf', () => {
  it.each([
    ['≥350篇', '335篇', 'missed', 0],
    ['≥350篇', '350篇', 'met', 0],
    ['≥18个', '30个', 'met', 12 / 18],
    ['≤4次', '4次', 'met', 0],
    ['≤4次', '5次', 'missed', 0],
    ['≤4次', '2次', 'met', 0.5],
    ['≥85%', '84.99%', 'missed', 0],
    ['>5次', '5次', 'missed', 0],
    ['5-10场', '7场', 'met', 0],
    ['5-10场', '11场', 'missed', 0],
    ['18个', '18个', 'met', 0],
    ['≥18个', '20', 'met', 2 / 18],
  ])('%s, done %s: surely %s', (target, actual, kind, beyond) => {
    expect(of(target, actual)).toEqual({ kind, beyond: expect.closeTo(beyond, 6), isSure: true });
  });

  it.each([
    ['11月底前', '12月5日', 'missed', true],
    ['12月底前', '2023年12月20日', 'met', true],
    ['2023年12月前', '2023年3月至2024年1月', 'not-comparable', true],
    ['每月10日前', '12月', 'not-comparable', true],
    ['8月底前', '2月至7月', 'met', false],
  ])('the day %s, done %s: %s', (target, actual, kind, isSure) => {
    expect(of(target, actual, '完成时间', '时效指标')).toMatchObject({ kind, isSure });
  });

  it.each([
    ['≥18个', '部分达成预期指标并具有一定效果', 'missed', true],
    ['≥18个', '基本达成', 'missed', false],
    ['≥18个', '达成预期指标', 'met', true],
    ['有所提升', '有所提升', 'met', true],
    ['有所提升', '得到好评', 'not-comparable', true],
    ['≥18个', '按计划完成', 'not-comparable', true],
    ['≥18个', '', 'not-comparable', true],
  ])('the words %s, done %s: %s', (target, actual, kind, isSure) => {
    expect(of(target, actual)).toMatchObject({ kind, isSure });
  });

  it.each([
    ['18个', '20个', '走访户数', '数量指标', 'met'],
    ['18个', '16个', '走访户数', '数量指标', 'missed'],
    ['5%', '6%', '投诉率', '质量指标', 'missed'],
    ['≥18个', '20', '走访户数', '数量指标', 'met'],
    ['3万元', '2万元', '装订费', '数量指标', 'met'],
    ['3万元', '4万元', '装订费', '成本指标', 'missed'],
    ['300万元', '400万元', '带动农户收入', '经济效益指标', 'met'],
  ])('without a sign %s, done %s (%s): %s', (target, actual, name, level2, kind) => {
    expect(of(target, actual, name, level2).kind).toBe(kind);
  });

  it('is not sure which way is better where no sign says it, but of costs', () => {
    expect(of('18个', '16个').isSure).toBe(false);
    expect(of('300万元', '200万元', '带动农户收入', '经济效益指标').isSure).toBe(false);
    expect(of('3万元', '4万元', '装订费', '成本指标').isSure).toBe(true);
  });

  it('is not sure of a figure in no measure, and holds none of two measures together', () => {
    const read = (text: string) => ({ ...parseTarget({ text, name: '甲', level2: '数量指标' }), text });
    const named = { name: '甲', level2: '数量指标' };
    expect(achievementOf(read('≥18个'), { ...read('20'), measure: null }, named)).toMatchObject({
      kind: 'met',
      isSure: false,
    });
    expect(of('≥18个', '18人次').kind).toBe('not-comparable');
  });

  it('says nothing of how far beyond a target of zero it is', () => {
    expect(of('≥0次', '3次')).toEqual({ kind: 'met', beyond: null, isSure: true });
  });

  it.each([
    ['≥100次', '130次', false],
    ['≥100次', '131次', true],
    ['≤5%', '3%', true],
    ['≤5%', '4%', false],
    ['5-10场', '7场', false],
    ['≥100次', '30次', false],
  ])('%s, done %s: far beyond %s', (target, actual, far) => {
    expect(isFarBeyond(of(target, actual))).toBe(far);
  });
});
