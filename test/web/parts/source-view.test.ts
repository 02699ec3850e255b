import { expect, it } from 'vitest';
import type { ReadDocument } from '../../../src/model/document.js';
import type { Operand } from '../../../src/model/finding.js';
import { SourceView } from '../../../src/web/parts/source/source-view.js';

const cellOn = (page: number) => ({
  row: 0,
  column: 0,
  rowSpan: 1,
  columnSpan: 1,
  text: `第 ${page} 页的数`,
  boxes: [{ page, box: [10, 10, 60, 30] }],
});

const DOCUMENT = {
  sha256: 'a',
  path: 'a.pdf',
  pages: Array.from({ length: 7 }, () => [500, 700]),
  blocks: [{ kind: 'grid', cells: [1, 2, 3, 4, 5, 6].map(cellOn) }],
} as unknown as ReadDocument;

const operandOn = (page: number): Operand =>
  ({
    label: `第 ${page} 页`,
    document: 'a',
    evidence: { block: 0, cell: page - 1, place: `p${page} t1 r1 c1`, quote: '' },
  }) as Operand;

it('draws the page of the first operand first, though others stand on pages before it', async () => {
  const operands = [6, 1, 2, 3].map((page, index) => ({ number: index + 1, operand: operandOn(page) }));
  const sources = [{ id: 1, document: DOCUMENT, hasDrawnPages: true, isDrawn: true }];
  const markup = String(await SourceView({ shown: { operands, sources, missing: [] } }));
  expect([...markup.matchAll(/\?page=(\d)">第/g)].map(([, page]) => page)).toEqual(['6', '1', '2', '3']);
  expect(markup.indexOf('data-numbers="1"')).toBeLessThan(markup.indexOf('data-numbers="2"'));
});
