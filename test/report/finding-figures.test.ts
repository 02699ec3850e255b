import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { expectedTitle, findingFigures, showDifference } from '../../src/report/finding-figures.js';

const operand = (quote: string): Finding['evidence'][number] => ({
  label: '合计',
  document: 'a',
  evidence: { place: 't1 r1 c1', quote, block: 0, cell: 0 },
});

describe('the figures of a finding', () => {
  it('say which way the published value differs, not by a sign', () => {
    expect([1_800_000_00, -5_000_00, 0].map(showDifference)).toEqual(['多180万元', '少0.5万元', '0万元']);
  });

  it.each([
    ['1310300.00元', '1,310,300.00', '另处所印'],
    ['≤18.00万元', '18.00', '另处所印'],
    ['1550万元', '1,560.00', '推算值'],
    ['质量指标', '内容错误率', '推算值'],
  ])('name %s beside “%s” %s', (expected, quote, title) => {
    expect(expectedTitle({ expected, evidence: [operand('90'), operand(quote)] })).toBe(title);
  });

  it('are those that there are', () => {
    const none = { differenceFen: null, differenceShare: null, toleranceFen: null, evidence: [] };
    expect(findingFigures({ ...none, reported: '4', expected: null })).toEqual([['公开值', '4']]);
  });
});
