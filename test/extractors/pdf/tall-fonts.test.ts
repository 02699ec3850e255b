import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from '../../support/pdf-builder.js';

/** The Chinese font of the builder, with an ascent and a descent of several ems. */
const TALL_FONT = [
  {
    number: 109,
    dictionary:
      '/Type /Font /Subtype /Type0 /BaseFont /Tall /Encoding /UniGB-UCS2-H /DescendantFonts [110 0 R]',
  },
  {
    number: 110,
    dictionary:
      '/Type /Font /Subtype /CIDFontType0 /BaseFont /Tall /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 111 0 R /DW 1000 /W [1 95 500]',
  },
  {
    number: 111,
    dictionary:
      '/Type /FontDescriptor /FontName /Tall /Flags 6 /FontBBox [-25 -2500 1000 4000] /ItalicAngle 0 /Ascent 4000 /Descent -2500 /CapHeight 880 /StemV 93',
  },
];
const LINES = ['道路养护', '路面修复', '2026年6月'];

const hex = (text: string): string =>
  [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

/** A page displayed with turns whose text is upright then; a cell of three lines. */
async function readTurned(turns: number): Promise<string[]> {
  const upright = drawTable(new PdfCanvas(842, 595), {
    ...plainTable(60, 100, [80, 120], []),
    ys: [100, 140],
    cells: [
      { row: 0, column: 0, text: '项目' },
      { row: 0, column: 1 },
    ],
  });
  LINES.forEach((text, line) => {
    upright.raw(`BT /F9 10 Tf 145 ${595 - 112 - 11 * line} Td <${hex(text)}> Tj ET`);
  });
  const matrix = ['1 0 0 1 0 0', '0 1 -1 0 595 0', '-1 0 0 -1 842 595', '0 -1 1 0 0 842'][turns] ?? '';
  const odd = turns % 2 === 1;
  const page = {
    ...upright.page(turns),
    content: `q ${matrix} cm\n${upright.operators.join('\n')}\nQ`,
    ...(odd ? { width: 595, height: 842 } : {}),
  };
  const { blocks } = await readBytes(buildPdf([page], { objects: TALL_FONT }), { path: 'a.pdf' });
  return blocks.filter(isGrid).flatMap(({ cells }) => cells.map(({ text }) => text.replace(/\n/g, '')));
}

describe('a font that claims an ascent of several ems', () => {
  it.each([0, 1, 3])('has its lines one below the other on a page turned %i times', async (turns) => {
    expect(await readTurned(turns)).toEqual(['项目', LINES.join('')]);
  });
});
