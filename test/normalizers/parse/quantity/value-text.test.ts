import { describe, expect, it } from 'vitest';
import { valueText } from '../../../../normalizers/parse/quantity/value-text.js';

describe('valueText', () => {
  it.each([
    ['≥95%', '≥95%'],
    ['完成3次，参加20人', '完成3次，参加20人'],
    ['＞9０％', '>90%'],
    ['≧ 3 次', '≥3次'],
    ['12 34', '12 34'],
    ['1 234', '1234'],
    ['[_GoBack]5&nbsp;个', '5 个'],
  ])('%s → %s', (raw, text) => {
    expect(valueText(raw).text).toBe(text);
  });

  it.each(['≥95%以上', '≥ 95 %以上'])('leads back to the print of %s', (raw) => {
    const { text, printed } = valueText(raw);
    expect(printed(text.indexOf('%'), text.length)).toBe('%以上');
    expect(printed(2, 2)).toBe('');
  });
});
