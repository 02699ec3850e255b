import { pdfReader } from '../../extractors/pdf/pdf-reader.js';
import { type Extraction, type Grid, isGrid } from '../../src/model/grid.js';
import { buildPdf, type PdfCanvas, type PdfOptions, type PdfPage } from './pdf-builder.js';

/** Reads pages drawn in the test. */
export const readPages = (
  pages: readonly (PdfPage | PdfCanvas)[],
  options?: PdfOptions,
): Promise<Extraction> =>
  pdfReader.read(
    buildPdf(
      pages.map((page) => ('operators' in page ? page.page() : page)),
      options,
    ),
    {
      path: 'test.pdf',
    },
  );

export const gridsOf = ({ blocks }: Extraction): Grid[] => blocks.filter(isGrid);

/** One string a row: texts parted by `|`, spans in front as `2x1:`. */
export function rowsOf(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, r) =>
    grid.cells
      .filter((cell) => cell.row === r + 1)
      .map(
        (cell) => `${cell.rowSpan * cell.colSpan > 1 ? `${cell.rowSpan}x${cell.colSpan}:` : ''}${cell.text}`,
      )
      .join('|'),
  );
}

export const paragraphsOf = ({ blocks }: Extraction): string[] =>
  blocks.flatMap((block) => (isGrid(block) || block.furniture ? [] : [block.text]));

export const furnitureOf = ({ blocks }: Extraction): string[] =>
  blocks.flatMap((block) => (!isGrid(block) && block.furniture ? [block.text] : []));
