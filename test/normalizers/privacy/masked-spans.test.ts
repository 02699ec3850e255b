import { describe, expect, it } from 'vitest';
import { maskPrivate } from '../../../normalizers/privacy/mask-private.js';
import { maskedSpans } from '../../../normalizers/privacy/masked-spans.js';

const hidden = (original: string, masked = maskPrivate(original)): string[] =>
  maskedSpans(original, masked).map(([from, to]) => original.slice(from, to));

describe('maskedSpans', () => {
  it('finds what was masked', () => {
    expect(hidden('填表人：张三丰')).toEqual(['张三丰']);
    expect(hidden('金额50万元，联系电话：22629806。')).toEqual(['22629806']);
    expect(hidden('金额50万元')).toEqual([]);
  });

  it('leaves what stands between two masks, where it is sure of it', () => {
    const text = '填表人：张三丰。项目金额50万元，联系电话：22629806';
    expect(hidden(text)).toEqual(['张三丰', '22629806']);
    expect(hidden('a1bb2bb3c', 'a＊＊bb＊＊c')).toEqual(['1bb2bb3']);
  });

  it('gives all of a text it cannot compare', () => {
    expect(hidden('张三丰', '别的文字')).toEqual(['张三丰']);
    expect(hidden('甲', '甲甲＊＊甲')).toEqual(['甲']);
  });
});
