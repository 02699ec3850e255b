import { describe, expect, it } from 'vitest';
import { measureOf, readUnit, readWholeUnit } from '../../../../normalizers/parse/quantity/unit-reader.js';

describe('readUnit', () => {
  it.each([
    ['万份', '份', '10000'],
    ['名', '人', '1'],
    ['百分比', '%', '1'],
    ['千米', '米', '1000'],
    ['千瓦时', '千瓦时', '1'],
    ['万千瓦时', '千瓦时', '10000'],
    ['台/套', '台套', '1'],
    ['元/人·次', '元/人/次', '1'],
    ['万元/公里', '元/公里', '10000'],
    ['件/万人', '件/万人', '1'],
    ['元每平米每月', '元/平方米/月', '1'],
    ['mg/L', '毫克/L', '1'],
  ])('%s is %s × %s', (text, measure, factor) => {
    const unit = readWholeUnit(text);
    expect(unit && measureOf(unit)).toBe(measure);
    expect(unit?.factor.toFixed()).toBe(factor);
  });

  it('a scale word alone has no measure', () => {
    const unit = readWholeUnit('万');
    expect(unit?.unit).toBeNull();
    expect(unit?.factor.toFixed()).toBe('10000');
  });

  it('words that begin no unit are none', () => {
    expect(readUnit('热线办结率', 0)).toBeNull();
  });
});
