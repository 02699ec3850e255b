import type { Box } from '../../printed/page/box.js';
import { imageOf, type Matrix } from '../../printed/page/matrix.js';
import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import type { Scratch } from './scratch.js';

/** Bounding box of a page object as displayed, half of the stroke's width included; empty where there is none. */
export function objectBounds({ call }: Pdfium, scratch: Scratch, object: Pointer, matrix: Matrix): Box {
  if (!call.FPDFPageObj_GetBounds(object, ...scratch.four)) return { left: 0, top: 0, right: -1, bottom: -1 };
  const [left, bottom, right, top] = scratch.readFour();
  return imageOf(matrix, left, bottom, right, top);
}
