import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { meetsPromise, type NamedQuantity, sameThing } from '../../../src/audit/subjects/quantity.js';
import type { Operator } from '../../../src/model/target.js';
import { readingOf } from '../../support/form-reading.js';

function quantity(
  labels: string[],
  value = '1',
  unit = '份',
  operator: Operator | null = null,
): NamedQuantity {
  const evidence = { place: 't1 r1 c1', quote: '', block: 0, cell: 0 };
  const operand = { label: '', evidence, form: readingOf({}) };
  return { labels, value: new Big(value), unit, operator, printed: value, isTotal: false, operand };
}

describe('sameThing', () => {
  it.each([
    ['发放各类宣传资料', '宣传资料费', 'same'],
    ['宣传报道', '全年宣传', 'within'],
    ['聘请保洁员', '保洁员工资', 'same'],
    ['聘用网格员人数', '网格员补贴', 'same'],
    ['配备护林员数量', '护林员劳务费', 'same'],
    ['招聘协管员', '协管员津贴', 'same'],
    ['聘请保洁员', '保安员工资', null],
    ['培训人数', '宣传资料', null],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(sameThing(quantity([a]), quantity([b]))).toBe(expected);
  });

  it('takes the first words for the exact ones', () => {
    expect(sameThing(quantity(['样本', '模拟测评']), quantity(['模拟测评样本']))).toBe('within');
  });

  it('compares the same unit only', () => {
    expect(sameThing(quantity(['测评样本'], '1', '个'), quantity(['测评样本'], '1', '份'))).toBeNull();
  });
});

describe('meetsPromise', () => {
  it.each<[Operator | null, string, boolean]>([
    [null, '10', true],
    [null, '11', false],
    ['>=', '11', true],
    ['>=', '9', false],
    ['>', '10', true],
    ['<=', '11', false],
    ['≈', '10.9', true],
    ['≈', '12', false],
  ])('%s 10 by %s: %s', (operator, actual, met) => {
    expect(meetsPromise(quantity(['培训'], '10', '次', operator), new Big(actual))).toBe(met);
  });
});
