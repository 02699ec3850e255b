import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../extractors/verify/compare-texts.js';

const placed = (...texts: string[]) => texts.map((text, i) => ({ text, place: `¶${i + 1}` }));
const NOTHING = { onlyFirst: [], onlySecond: [], differing: [] };

describe('compareTexts', () => {
  test.each([
    ['order and white space', ['项 目', '金额'], ['金额', '项目 ']],
    ['a paragraph in lines', ['负责宣传工作，指导基层'], ['负责宣传', '工作，指', '导基层']],
    ['a line over cells', ['项目', '金额'], ['项目 金额']],
    ['a header printed on every page', ['项目'], ['项目', '项目', '项目']],
    ['compatibility forms', ['⾦额（万元）'], ['金额(万元)']],
    ['numbers of lists', ['一、部门职责', '1. 宣传'], ['部门职责', '宣传']],
  ])('%s is no difference', (_name, first, second) => {
    expect(compareTexts(placed(...first), second)).toEqual(NOTHING);
  });

  test('texts only one has, and texts that differ', () => {
    const first = placed('整理档案卷数', '≥1500卷', '发放宣传资料一千份', '合计');
    expect(compareTexts(first, ['整理档案卷数', '发放宣传资料二千份', '合计', '满意度'])).toEqual({
      onlyFirst: [{ text: '≥1500卷', place: '¶2' }],
      onlySecond: ['满意度'],
      differing: [{ place: '¶3', first: '发放宣传资料一千份', second: '发放宣传资料二千份' }],
    });
  });

  test('a sign or a digit is never passed over', () => {
    expect(compareTexts(placed('-5%', '12.5'), ['5%', '125'])).not.toEqual(NOTHING);
    expect(compareTexts(placed('12.5'), ['5'])).not.toEqual(NOTHING);
  });

  test('any cut of the same text agrees', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' })), fc.nat(7), (texts, size) => {
        const pieces = texts.flatMap((text) => [text.slice(0, size), text.slice(size)]);
        const normal = texts.every(
          (text) => text === text.normalize('NFKC') && /^[\p{L}\p{N}]*$/u.test(text),
        );
        fc.pre(normal);
        expect(compareTexts(placed(...texts), pieces)).toEqual(NOTHING);
      }),
    );
  });
});
