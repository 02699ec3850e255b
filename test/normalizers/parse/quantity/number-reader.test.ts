import { describe, expect, it } from 'vitest';
import { chineseNumber, readNumber } from '../../../../normalizers/parse/quantity/number-reader.js';

describe('chineseNumber', () => {
  it.each([
    ['两', '2'],
    ['十', '10'],
    ['十二', '12'],
    ['一百零五', '105'],
    ['三万五千', '35000'],
    ['一亿二千万', '120000000'],
  ])('%s is %s', (word, figure) => expect(chineseNumber(word)).toBe(figure));

  it.each(['一二三', '千', '万', '百'])('%s is no number', (word) => expect(chineseNumber(word)).toBeNull());
});

describe('readNumber', () => {
  it.each([
    ['3,309,840.00', '3309840.00'],
    ['1，000，000', '1000000'],
    ['60，126', '60'],
    ['0.50', '0.50'],
    ['007', undefined],
    ['0731', undefined],
    ['1234567890123456', undefined],
  ])('%s', (text, figure) => expect(readNumber(text, 0).reading?.figure).toBe(figure));
});
