import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareLabel, compact, joinLines } from '../../../normalizers/recognize/words/label-text.js';

describe('compact', () => {
  it.each([
    ['满意 度 指 标', '满意度指标'],
    ['金　额\n（万元）', '金额(万元)'],
    ['项目名称﹕', '项目名称:'],
    ['【绩效目标】', '(绩效目标)'],
  ])('%j → %s', (text, expected) => {
    expect(compact(text)).toBe(expected);
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(compact(compact(text))).toBe(compact(text));
      }),
    );
  });
});

describe('bareLabel', () => {
  it.each([
    ['项目资金（万元）', '项目资金', ['万元']],
    ['其中：一般公共预算拨款', '一般公共预算拨款', []],
    ['其中:财政拨款', '财政拨款', []],
    ['一、项目名称', '项目名称', []],
    ['（二）部门职责概述：', '部门职责概述', []],
    ['1.年度目标', '年度目标', []],
    ['③ 立项依据', '立项依据', []],
    ['年度资金总额(含本级和市县)', '年度资金总额', ['含本级和市县']],
    ['年度资金总额(含本级和市', '年度资金总额', ['含本级和市']],
    ['成本指标（必填硬性指标）', '成本指标', ['必填硬性指标']],
    ['责任单位/科室', '责任单位科室', []],
    ['支出方向      （子项）', '支出方向', ['子项']],
    ['项目名称*', '项目名称', []],
  ])('%s → %s %j', (text, core, qualifiers) => {
    expect(bareLabel(text)).toMatchObject({ core, qualifiers });
  });

  it('keeps what brackets hold in the full label', () => {
    expect(bareLabel('单位（项目）名称').full).toBe('单位项目名称');
  });

  it('says whether 其中 stood before it', () => {
    expect([bareLabel('其中：财政资金').ofWhich, bareLabel('财政资金').ofWhich]).toEqual([true, false]);
  });

  it('takes no decimal for a number of the label', () => {
    expect(bareLabel('3.5万人次').core).toBe('3.5万人次');
  });
});

describe('joinLines', () => {
  it.each([
    ['队伍建设\n办公室', '队伍建设办公室'],
    ['pH\nvalue', 'pH value'],
    ['共100\n人', '共100人'],
    ['  首尾 \n 空格  ', '首尾空格'],
    ['（一）\n甲', '（一）甲'],
  ])('%j → %s', (text, expected) => {
    expect(joinLines(text)).toBe(expected);
  });
});
