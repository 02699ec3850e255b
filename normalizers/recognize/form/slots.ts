import type { Cell } from '../../../src/model/grid.js';

/** The cell that fills each slot of a grid: `slots[row - 1][column - 1]`. */
export type Slots = (Cell | undefined)[][];

/** The non-empty cells that begin in a row (from 1), from left to right. */
export const startingCells = (slots: Slots, row: number): Cell[] => [
  ...new Set(
    (slots[row - 1] ?? []).filter((cell): cell is Cell => cell?.row === row && cell.text.trim() !== ''),
  ),
];
