import type { Block } from '../../../src/model/grid.js';
import { buildPdf, PdfCanvas } from '../pdf-builder.js';
import { printBlocks } from './print-blocks.js';

/** The blocks as a PDF with ruled tables. */
export const asPdf = (blocks: readonly Block[]): Uint8Array =>
  buildPdf(
    printBlocks(blocks, (width, height) => new PdfCanvas(width, height)).map((canvas) => canvas.page()),
  );
