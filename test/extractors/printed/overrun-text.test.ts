import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

/** Ends at x 220, its last column 60 wide; the cell beside 办公费 is blank. */
const expenses = (): PdfCanvas =>
  drawTable(
    new PdfCanvas(),
    plainTable(
      60,
      100,
      [100, 60],
      [
        ['项目', '说明'],
        ['办公费', ''],
      ],
    ),
  );

/** The table with the text begun in it at `x`, and what stands outside. */
async function read(
  text: string,
  x = 165,
  outside?: string,
): Promise<{ cells: string[]; paragraphs: string[] }> {
  const canvas = expenses();
  canvas.text(x, 123, text);
  if (outside) canvas.text(300, 123, outside);
  const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  return {
    cells: blocks.filter(isGrid).flatMap(({ cells }) => cells.map((cell) => cell.text)),
    paragraphs: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  };
}

const cellsWith = (text: string): string[] => ['项目', '说明', '办公费', text];

describe('text that runs over the outer right border', () => {
  it.each(['按上年定额据实列支', '约12345678.90元整', 'Printing and binding', '共 3 类 12 项'])(
    'stays with the cell it begins in: %s',
    async (text) => {
      expect(await read(text)).toEqual({ cells: cellsWith(text), paragraphs: [] });
    },
  );

  it('does not take along what is drawn apart from it, or begins outside', async () => {
    expect(await read('按上年定额据实列支', 165, '见附件')).toEqual({
      cells: cellsWith('按上年定额据实列支'),
      paragraphs: ['见附件'],
    });
    expect(await read('12.50        单位盖章处')).toEqual({
      cells: cellsWith('12.50'),
      paragraphs: ['单位盖章处'],
    });
    expect(await read('见附件', 224)).toEqual({ cells: cellsWith(''), paragraphs: ['见附件'] });
  });

  it('is read once where another table begins beside', async () => {
    const canvas = expenses();
    drawTable(
      canvas,
      plainTable(
        226,
        100,
        [60, 60],
        [
          ['甲', '乙'],
          ['', '8'],
        ],
      ),
    );
    canvas.text(165, 123, '按上年定额列支');
    const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
    const texts = blocks.filter(isGrid).flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts.join('').match(/列支/g)).toHaveLength(1);
    expect(texts).toContain('按上年定额列支');
  });
});
