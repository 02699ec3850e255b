import { describe, expect, it } from 'vitest';
import type { Block, Grid } from '../../../src/model/grid.js';
import { correctBlocks } from '../../../src/pipeline/reading/correct-blocks.js';
import { rereadCorrected } from '../../../src/pipeline/reading/reread-corrected.js';
import { canReadSample, isScan, listSamples, readSample } from '../../samples/sample-files.js';
import { IS_THOROUGH } from '../../support/thorough.js';

describe('a stored reading', () => {
  it.for(listSamples())('%s read again from its own tables is the same', async (sample, { skip }) => {
    skip((isScan(sample) && !IS_THOROUGH) || !canReadSample(sample), '要识别文字');
    const document = await readSample(sample);
    expect(rereadCorrected(document, [], sample, null)).toEqual(document);
  });
});

const grid = (texts: readonly string[], nested?: Grid): Grid => ({
  kind: 'grid',
  table: 1,
  rows: 1,
  columns: texts.length,
  cells: texts.map((text, index) => ({
    row: 1,
    column: index + 1,
    rowSpan: 1,
    colSpan: 1,
    text,
    place: `p1 t1 r1 c${index + 1}`,
    ...(nested && index === 0 ? { nested: [nested] } : {}),
  })),
  certainty: 'ruled',
});

const textOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? block.cells.map(({ text }) => text) : [block.text]));

describe('corrections', () => {
  const blocks: Block[] = [
    grid(['指标值', 'V12场']),
    { kind: 'paragraph', text: '单位：元', place: 'p1 ¶1' },
  ];

  it('stand in their places with what was read kept beside, and are told', () => {
    const given = [
      { place: 'p1 t1 r1 c2', text: '≥12场', reading: 'V12场' },
      { place: 'p1 ¶1', text: '单位：万元', reading: '单位：元' },
    ];
    const { blocks: corrected, diagnostics } = correctBlocks(blocks, given);
    expect(textOf(corrected)).toEqual(['指标值', '≥12场', '单位：万元']);
    expect(diagnostics).toEqual([
      { code: 'corrected', message: '人改正过：原读作“V12场”，改为“≥12场”', place: 'p1 t1 r1 c2' },
      { code: 'corrected', message: '人改正过：原读作“单位：元”，改为“单位：万元”', place: 'p1 ¶1' },
    ]);
    expect(textOf(correctBlocks(corrected, []).blocks)).toEqual(textOf(blocks));
    expect(correctBlocks(corrected, [])).toEqual({ blocks, diagnostics: [] });
    expect(correctBlocks(corrected, given)).toEqual({ blocks: corrected, diagnostics });
  });

  it('reach tables inside of cells', () => {
    const inner = grid(['8O']);
    const place = 'p1 t1 r1 c1 / t1 r1 c1';
    inner.cells = inner.cells.map((cell) => ({ ...cell, place }));
    const { blocks: corrected } = correctBlocks(
      [grid(['外'], inner)],
      [{ place, text: '80', reading: '8O' }],
    );
    expect((corrected[0] as Grid).cells[0]?.nested?.[0]?.cells[0]).toMatchObject({
      text: '80',
      reading: '8O',
    });
  });

  it('that no place fits any more, or that was read otherwise since, are told as such', () => {
    const lost = correctBlocks(blocks, [{ place: 'p9 t1 r1 c1', text: '80', reading: '8O' }]);
    expect(lost.diagnostics.map(({ code }) => code)).toEqual(['correction-lost']);
    expect(textOf(lost.blocks)).toEqual(textOf(blocks));
    const other = correctBlocks(blocks, [{ place: 'p1 t1 r1 c2', text: '≥12场', reading: 'W12场' }]);
    expect(other.diagnostics[0]).toMatchObject({ code: 'corrected-otherwise-read' });
    expect(textOf(other.blocks)[1]).toBe('≥12场');
  });

  it('from before rows were counted on their own page stand where they were made', () => {
    const cell = (row: number, text: string, place: string) => ({
      ...{ row, column: 1, rowSpan: 1, colSpan: 1 },
      ...{ text, place },
    });
    const cells = [
      cell(1, '8O', 'p1 t1 r1 c1'),
      cell(3, '甲', 'p2 t1 r2 c1'),
      cell(4, 'V5次', 'p2 t1 r3 c1'),
    ];
    const joined: Block[] = [{ ...grid([]), rows: 4, cells }];
    const { blocks: corrected, diagnostics } = correctBlocks(joined, [
      { place: 'p2 t1 r4 c1', text: '≥5次', reading: 'V5次' },
      { place: 'p2 t1 r3 c1', text: '乙', reading: '甲' },
    ]);
    expect(textOf(corrected)).toEqual(['8O', '乙', '≥5次']);
    expect(diagnostics.map(({ place }) => place)).toEqual(['p2 t1 r2 c1', 'p2 t1 r3 c1']);
  });

  it('are masked like everything else, also in what is told', () => {
    const signed: Block[] = [grid(['填表人：李某', '联系电话'])];
    const { blocks: corrected, diagnostics } = correctBlocks(signed, [
      { place: 'p1 t1 r1 c1', text: '填表人：欧阳小青 13912345678', reading: '填表人：李某' },
    ]);
    for (const text of [...textOf(corrected), ...diagnostics.map(({ message }) => message)]) {
      expect(text).not.toMatch(/小青|12345678/);
    }
  });
});
