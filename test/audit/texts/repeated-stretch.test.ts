import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatedStretch } from '../../../src/audit/texts/repeated-stretch.js';

const LONG = '整修城北片区的人行步道和路灯设施并补种行道树同时完善沿街无障碍通道和停车标线';

describe('repeatedStretch', () => {
  it('finds a paragraph pasted twice, punctuation aside', () => {
    expect(repeatedStretch(`${LONG}。${LONG.slice(0, 10)}，${LONG.slice(10)}。`)).toBe(LONG);
  });

  it('passes over set phrases and lists of like items', () => {
    expect(repeatedStretch('1.巡查东区，资料全部归档备查；2.巡查西区，资料全部归档备查；')).toBe('');
    expect(repeatedStretch(LONG)).toBe('');
  });

  it('gives a part that stands twice in the text, at least thirty signs long', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), maxLength: 200 }), (text) => {
        const stretch = repeatedStretch(text);
        if (stretch === '') return;
        expect(stretch.length).toBeGreaterThanOrEqual(30);
        expect(text.indexOf(stretch, text.indexOf(stretch) + stretch.length)).toBeGreaterThan(0);
      }),
    );
  });
});
