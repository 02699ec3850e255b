import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWords, withNearest } from '../../src/app/nearest-words.js';

const VIEWS = ['documents', 'projects', 'project_links', 'indicators', 'indicator_links'];

describe('the words a mistyped one means', () => {
  it.each([
    ['projets', ['projects']],
    ['Projects', ['projects']],
    ['porjects', ['projects']],
    ['project', ['projects']],
    ['indicator', ['indicators']],
    ['doc', ['documents']],
    ['xyz', []],
    ['', []],
  ])('%s', (word, words) => {
    expect(nearestWords({ word, known: VIEWS })).toEqual(words);
  });

  it('are the nearest ones in the order they are known in, three at most', () => {
    const known = ['石峰区', '石龙区', '石拐区', '石鼓区', '株洲市'];
    expect(nearestWords({ word: '石锋区', known })).toEqual(['石峰区', '石龙区', '石拐区']);
  });

  it('are none where half of the word would be wrong', () => {
    expect(nearestWords({ word: '乌有', known: ['乌海', '没有'] })).toEqual([]);
  });

  it('are always known, and a known word means itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.string(), (known, word) => {
        for (const each of nearestWords({ word, known })) expect(known).toContain(each);
        expect(nearestWords({ word: known[0] ?? '', known })).toContain(known[0]);
      }),
    );
  });

  it('stand in a message behind what is wrong', () => {
    const unknown = { word: 'projets', known: VIEWS };
    expect(withNearest('没有视图 projets；可用：a、b；见说明', unknown)).toBe(
      '没有视图 projets；是不是 projects？可用：a、b；见说明',
    );
    expect(withNearest('不能是 projets', unknown)).toBe('不能是 projets；是不是 projects？');
    expect(withNearest('不能是 x', { word: 'x', known: VIEWS })).toBe('不能是 x');
  });
});
