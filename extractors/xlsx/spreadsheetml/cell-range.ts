import { columnNumber } from '../../../src/model/place.js';
import type { SheetRange } from '../stored-sheet.js';

const RANGE = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/;

/** `A1:B2`, or a single cell; undefined for what is neither. */
export function cellRange(written: string): SheetRange | undefined {
  const [, left = '', top = '', right = left, bottom = top] = RANGE.exec(written) ?? [];
  if (left === '') return undefined;
  return {
    top: Number(top) - 1,
    left: columnNumber(left) - 1,
    bottom: Number(bottom) - 1,
    right: columnNumber(right) - 1,
  };
}
