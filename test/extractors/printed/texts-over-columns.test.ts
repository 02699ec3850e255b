import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { buildPdf, type DrawnCell, drawTable, PdfCanvas } from '../../support/pdf-builder.js';

const XS = [60, 160, 240, 300, 380, 440, 520, 560];
const COLUMNS = XS.length - 1;
const SIZE = 10;

const row = (at: number, texts: readonly string[]): DrawnCell[] =>
  texts.map((text, column) => ({ row: at, column, text }));
const FIGURES = ['办公费', '12.50', '20.1', '31.00', '8.4', '7.25', '71.5'];

/** A label, a cell merged over all other columns, and ordinary rows under or over it. */
async function readWith(
  texts: readonly (readonly [x: number, text: string])[],
  { last = false, lines = 1 } = {},
): Promise<{ certainty?: string; merged: string[]; told: string[] }> {
  const at = last ? 2 : 0;
  const canvas = new PdfCanvas();
  drawTable(canvas, {
    xs: XS,
    ys: [100, 120, 140, 160],
    cells: [
      { row: at, column: 0, text: '科目' },
      { row: at, column: 1, colSpan: COLUMNS - 1 },
      ...row(last ? 0 : 1, ['', '金额', '比例', '金额', '比例', '金额', '比例']),
      ...row(last ? 1 : 2, FIGURES),
    ],
  });
  for (let line = 0; line < lines; line++) {
    for (const [x, text] of texts) canvas.text(x, 104 + 20 * at + 8 * line, text, lines > 1 ? 7 : SIZE);
  }
  const { blocks, diagnostics } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  const [grid] = blocks.filter(isGrid);
  return {
    certainty: grid?.certainty,
    merged: (grid?.cells ?? [])
      .filter((cell) => cell.row === at + 1 && cell.column > 1)
      .map(({ text, colSpan }) => `${text} ×${colSpan}`),
    told: diagnostics.map(({ code, place }) => `${code} ${place}`),
  };
}

const widthOf = (text: string, size = SIZE): number =>
  [...text].reduce((sum, char) => sum + (char < '\u0100' ? size / 2 : size), 0);
/** Texts in the middle of the given columns. */
const centered = (spans: readonly (readonly [from: number, end: number, text: string])[]) =>
  spans.map(([from, end, text]) => [((XS[from] ?? 0) + (XS[end] ?? 0) - widthOf(text)) / 2, text] as const);

describe('labels of several columns in one merged cell', () => {
  it.each([
    [
      'pairs',
      [
        [1, 3, '2023年'],
        [3, 5, '2024年'],
        [5, 7, '2025年'],
      ],
    ],
    [
      'a pair and the rest',
      [
        [1, 3, '财政拨款'],
        [3, 7, '其他资金来源'],
      ],
    ],
    [
      'single columns',
      [
        [1, 2, '预算'],
        [2, 3, '占比'],
        [3, 4, '决算'],
        [4, 5, '占比'],
        [5, 6, '结余'],
        [6, 7, '占比'],
      ],
    ],
  ] as const)('are cells of their own, less certain: %s in the middle', async (_, spans) => {
    const { certainty, merged, told } = await readWith(centered(spans));
    expect(merged).toEqual(spans.map(([from, end, text]) => `${text} ×${end - from}`));
    expect([certainty, told]).toEqual(['aligned', []]);
  });

  it('are cells of their own where each begins at its columns, and where they take two lines', async () => {
    const begun = await readWith([
      [163, '二〇二三'],
      [303, '二〇二四'],
      [443, '二〇二五'],
    ]);
    expect(begun.merged).toEqual(['二〇二三 ×2', '二〇二四 ×2', '二〇二五 ×2']);
    const twice = await readWith(
      [
        [219, '上年度'],
        [359, '本年度'],
        [489, '下年度'],
      ],
      { lines: 2 },
    );
    expect(twice.merged).toEqual(['上年度\n上年度 ×2', '本年度\n本年度 ×2', '下年度\n下年度 ×2']);
  });

  it('stay one text where they stand for no columns; three and more are told', async () => {
    const one = { certainty: 'ruled', told: [] };
    expect(
      await readWith([
        [170, '年度资金总额'],
        [300, '12.50'],
      ]),
    ).toMatchObject(one);
    expect(
      await readWith([
        [280, '项'],
        [400, '目'],
      ]),
    ).toMatchObject(one);
    expect(await readWith([[163, '按季度拨付资金，三月底前完成招标']])).toMatchObject(one);
    expect(
      await readWith([
        [200, '上年数'],
        [306, '本年数'],
        [480, '增减'],
      ]),
    ).toMatchObject({
      certainty: 'ruled',
      merged: ['上年数 本年数 增减 ×6'],
      told: ['text-in-columns p1 t1 r1 c2'],
    });
  });
});

describe('a row left undivided', () => {
  it('is parted like the row above where its figures stand in the same columns', async () => {
    const texts = ['12.50', '20.1', '31.00', '8.4', '7.25', '71.5'].map(
      (text, i) => [(XS[i + 1] ?? 0) + 3, text] as const,
    );
    expect(await readWith(texts, { last: true })).toEqual({
      certainty: 'aligned',
      merged: texts.map(([, text]) => `${text} ×1`),
      told: [],
    });
  });

  it('stays whole where it is a line to sign', async () => {
    const texts = [
      [170, '负责人：'],
      [320, '填表人：'],
      [450, '2026年3月'],
    ] as const;
    expect(await readWith(texts, { last: true })).toMatchObject({ certainty: 'ruled', told: [] });
  });
});
