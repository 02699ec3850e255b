import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSharedText, type Passage } from '../../../../src/audit/texts/shared-text/find-shared-text.js';
import { linkedGroups } from '../../../../src/audit/texts/shared-text/linked-groups.js';
import { plainPassage, printedSpan } from '../../../../src/audit/texts/shared-text/plain-passage.js';
import { GUARANTEED, winnow } from '../../../../src/audit/texts/shared-text/winnow.js';

const LIMITS = { shortest: 20, least: 0.8 };
const GOAL = '组织辖区的社区、企事业单位积极开展社会治安综合治理和平安创建活动，使治安秩序良好。';

const passages = (...texts: string[]): Passage[] =>
  texts.map((text, index) => ({ text, group: String(index) }));

/** Random Chinese characters. */
const han = (minLength: number, maxLength = minLength) =>
  fc
    .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength, maxLength })
    .map((codes) => String.fromCharCode(...codes));

describe('findSharedText', () => {
  it('finds a passage inside another with score and both spans', () => {
    const [found] = findSharedText(passages(GOAL, `根据文件要求，${GOAL}并完成其他任务。`), LIMITS);
    expect(found).toMatchObject({ first: 0, second: 1, score: 1 });
    const text = `根据文件要求，${GOAL}并完成其他任务。`;
    expect(printedSpan(text, plainPassage(text), found?.spans[1] ?? [0, 0])).toBe(GOAL.slice(0, -1));
  });

  it('does not care for punctuation, spaces and width', () => {
    const spaced = GOAL.replaceAll('，', ', ').replaceAll('、', ' ');
    expect(findSharedText(passages(GOAL, spaced), LIMITS)).toMatchObject([{ score: 1 }]);
  });

  it('leaves alone what is short, what shares little, and passages of one group', () => {
    expect(findSharedText(passages('保障工作正常开展', '保障工作正常开展'), LIMITS)).toEqual([]);
    expect(
      findSharedText(
        passages(GOAL, `${GOAL.slice(0, 18)}以及另外许多互不相干的事情，都由别的单位办理。`),
        LIMITS,
      ),
    ).toEqual([]);
    expect(
      findSharedText(
        [GOAL, GOAL].map((text) => ({ text, group: 'a' })),
        LIMITS,
      ),
    ).toEqual([]);
  });

  it('pairs equal passages of several groups with one of another group', () => {
    const found = findSharedText(
      [GOAL, GOAL, GOAL].map((text, index) => ({ text, group: index < 2 ? 'a' : 'b' })),
      LIMITS,
    );
    expect(linkedGroups(3, found)).toEqual([[0, 1, 2]]);
  });

  it('finds every copy with something before and behind', () => {
    fc.assert(
      fc.property(han(40, 120), han(0, 8), han(0, 8), (text, before, behind) => {
        const [found] = findSharedText(passages(text, `${before}${text}${behind}`), LIMITS);
        expect(found?.score).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('winnow', () => {
  it('gives two texts with a long stretch in common a fingerprint in common', () => {
    fc.assert(
      fc.property(han(GUARANTEED, 60), han(0, 40), han(0, 40), (stretch, left, right) => {
        const hashes = new Set(winnow(left + stretch).map(({ hash }) => hash));
        expect(winnow(stretch + right).some(({ hash }) => hashes.has(hash))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
