import { readBytes } from '../../extractors/read-bytes.js';
import { isGrid } from '../../src/model/grid.js';
import { buildPdf, type PdfCanvas } from './pdf-builder.js';

/** The tables read from a page, row by row as texts, with how certain they are. */
export async function tablesOfPage(canvas: PdfCanvas): Promise<{ certainty: string; rows: string[][] }[]> {
  const { blocks } = await readBytes(buildPdf([canvas.page()]), { path: 'a.pdf' });
  return blocks.filter(isGrid).map(({ rows, cells, certainty }) => ({
    certainty,
    rows: Array.from({ length: rows }, (_, row) =>
      cells.filter((cell) => cell.row === row + 1).map(({ text }) => text),
    ),
  }));
}
