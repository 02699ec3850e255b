import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareByHand } from '../../../scripts/recall/hand-count.js';
import { indicatorRows, type SeenRow } from '../../../scripts/recall/indicator-rows.js';
import { printedPages } from '../../../scripts/recall/printed-page.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const CORPUS = '../shared/corpus';
/** One short file of each layout; `npm run bench:recall` compares all. */
const FILES = [
  'beijing/xinfangban.pdf',
  'changsha/jiaoyuju.pdf',
  'chongqing/zhengfuban.pdf',
  'guangzhou/shengtaiju-zhengti.pdf',
];

describe('compareByHand', () => {
  it('names the pages where the program counts otherwise', () => {
    const rows: SeenRow[] = [{ page: 24, name: '答复来信', target: '≥1件' }];
    const { pages, hand, count, differing } = compareByHand(new Map([['chongqing/zhengfuban.pdf', rows]]));
    expect({ pages, hand, count }).toEqual({ pages: 1, hand: 11, count: 1 });
    expect(differing).toEqual([{ file: 'chongqing/zhengfuban.pdf', page: 24, count: 11, counted: 1 }]);
  });

  it.skipIf(!existsSync(CORPUS) || !IS_THOROUGH)('agrees with the count by eye', async () => {
    const counted = new Map<string, SeenRow[]>();
    for (const file of FILES) {
      counted.set(file, await indicatorRows(printedPages(readFileSync(join(CORPUS, file)))));
    }
    const { hand, differing } = compareByHand(counted);
    expect(hand).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });
});
