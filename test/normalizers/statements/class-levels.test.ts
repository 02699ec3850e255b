import { describe, expect, it } from 'vitest';
import { classLevels } from '../../../normalizers/statements/class-levels.js';
import { budgetClass, classesNamed } from '../../../src/model/facts/budget-classes.js';
import { linesOf, readStatement } from './draw-statements.js';

describe('names of budget classes', () => {
  it('are known with the years they were in force', () => {
    expect(budgetClass('210')?.names).toEqual([
      { name: '医疗卫生支出', to: 2013 },
      { name: '医疗卫生与计划生育支出', from: 2014, to: 2018 },
      { name: '卫生健康支出', from: 2019 },
    ]);
    expect(classesNamed('维修(护)费').map(({ code }) => code)).toEqual(['30213', '50209']);
  });

  it('give depths by the class they stand under', () => {
    expect(
      classLevels([
        '社会保障和就业支出',
        '行政事业单位养老支出',
        '行政单位离退休',
        '其他社会保障和就业支出',
        '其他社会保障和就业支出',
      ]),
    ).toEqual([1, 2, 3, 2, 3]);
    expect(classLevels(['一般公共服务支出', '档案事务', '行政运行', '档案馆'])).toEqual([1, 2, 3, 3]);
    expect(classLevels(['工资福利支出', '基本工资', '住房公积金', '商品和服务支出', '办公费'])).toEqual([
      1, 2, 2, 1, 2,
    ]);
  });

  it('give none where nothing above fits', () => {
    expect(classLevels(['住房公积金', '行政运行', '青禾县档案馆'])).toEqual([null, null, null]);
  });

  it('are counted below the numbered lines above them', () => {
    const statement = readStatement(
      '财政拨款收支总表',
      '单位：万元',
      `
收 入|<|支 出|<
项 目|预算数|项 目|预算数
一、财政拨款|9.00|一、本年支出合计|9.00
二、上年结转结余||科学技术支出|9.00
||技术研究与开发|9.00
||科技成果转化与扩散|9.00
||二、年终结转结余|`,
    );
    expect(linesOf(statement).filter((line) => line.startsWith('+1'))).toEqual([
      '+1 一、本年支出合计 L1 total 1:9.00',
      '+1 科学技术支出 L2 1:9.00',
      '+1 技术研究与开发 L3 1:9.00',
      '+1 科技成果转化与扩散 L4 1:9.00',
      '+1 二、年终结转结余 L1 carried',
    ]);
  });
});
