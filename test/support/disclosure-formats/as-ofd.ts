import type { Block } from '../../../src/model/grid.js';
import { buildOfd, OfdCanvas } from '../ofd-builder.js';
import { printBlocks } from './print-blocks.js';

/** The blocks as an OFD file with ruled tables. */
export const asOfd = (blocks: readonly Block[]): Uint8Array =>
  buildOfd(
    printBlocks(blocks, (width, height) => new OfdCanvas(width, height)).map((canvas) => canvas.page()),
  );
