import { isNumbersRow } from './read-head.js';
import type { Body } from './read-statement-lines.js';
import { filledCells } from './statement-grid.js';

/**
 * Whether the labels of a statement stand beside their columns: in text without merges a heading over several columns is one
 * cell, and a row of labels is shorter than the rows below it.
 */
export function isSlippedHeader({ grid, from, to }: Body): boolean {
  if (grid.grid.certainty !== 'flattened') return false;
  let widest = 0;
  for (let row = from; row < to; row++) {
    widest = Math.max(widest, filledCells(grid, row).at(-1)?.column ?? 0);
  }
  for (let row = 0; row < from; row++) {
    const isLabels = filledCells(grid, row).length > 1 && !isNumbersRow(grid, row);
    const slots = Array.from({ length: widest }, (_, column) => grid.slots[row]?.[column]);
    if (isLabels && slots.some((cell) => cell === undefined)) return true;
  }
  return false;
}
