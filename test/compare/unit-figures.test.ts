import { describe, expect, it } from 'vitest';
import { groupUnitFigures, unitFigures } from '../../src/compare/unit-figures.js';
import type { Calculation, CalculationTerm } from '../../src/model/target.js';
import { costRow, county, indicatorRow } from '../support/comparison-rows.js';

const calculation = (term: Partial<CalculationTerm>): Calculation => ({
  raw: '',
  result: 'exact',
  computedYuan: '1',
  statedYuan: '1',
  quantities: [],
  terms: [
    {
      printed: '原文',
      label: '宣传资料',
      factors: [],
      computedYuan: '1',
      statedYuan: '1',
      slackYuan: null,
      kind: 'product',
      ...term,
    },
  ],
});
const factor = (value: string, unit: string) => ({ printed: `${value}${unit}`, value, unit });
const priceOf = (term: Partial<CalculationTerm>) => {
  const [figure] = unitFigures([costRow({ parsed: calculation(term) })], []);
  return figure && `${figure.yuan} ${figure.unit}${figure.implied ? ' implied' : ''}`;
};

describe('unitFigures', () => {
  it('takes the unit from the price and from what it is multiplied by', () => {
    expect(priceOf({ factors: [factor('20000', '份'), factor('0.5', '元/份')] })).toBe('0.5 元/份');
    expect(priceOf({ factors: [factor('49', '人'), factor('612', '元/月'), factor('12', '月')] })).toBe(
      '612 元/人/月',
    );
  });

  it('says where a unit is not printed but follows from the result', () => {
    const implied = { value: '12', unit: '月' };
    expect(priceOf({ factors: [factor('2', '人'), factor('130', '元/人/月')], implied })).toBe(
      '130 元/人/月',
    );
    expect(priceOf({ factors: [factor('2', '人'), factor('130', '元/人')], implied })).toBe(
      '130 元/人/月 implied',
    );
    expect(priceOf({ factors: [factor('10', '个'), factor('3000', '')] })).toBe('3000 元/个 implied');
  });

  it('has no price without money, with two, in a lump, or per year alone', () => {
    expect(priceOf({ factors: [factor('2', '人'), factor('3', '次')] })).toBeUndefined();
    expect(priceOf({ factors: [factor('2', '元/份'), factor('3', '元/份')] })).toBeUndefined();
    expect(priceOf({ kind: 'lump', factors: [factor('2', '份'), factor('3', '元/份')] })).toBeUndefined();
    expect(priceOf({ factors: [factor('2', '年'), factor('3000', '元/年')] })).toBeUndefined();
  });

  it('puts prices of targets beside those of calculations, of one unit only', () => {
    const cost = costRow({
      parsed: calculation({ factors: [factor('2', '份'), factor('0.8', '元/份')] }),
    });
    const target = indicatorRow({
      ...county(2),
      name: '宣传资料',
      target: '≤1元/份',
      quantity: 1,
      measure: '元/份',
    });
    const other = indicatorRow({ name: '宣传资料', target: '3元/人', quantity: 3, measure: '元/人' });
    const [group, alone] = groupUnitFigures(unitFigures([cost], [target, other]));
    expect(group?.figures.map(({ row, yuan }) => [row[0], yuan])).toEqual([
      ['i', '1'],
      ['c', '0.8'],
    ]);
    expect(group?.spread).toMatchObject({ median: '0.9', min: '0.8', max: '1' });
    expect(alone).toMatchObject({ unit: '元/人', spread: null });
  });
});
