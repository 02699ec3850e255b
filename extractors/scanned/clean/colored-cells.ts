/** Side of the squares a page is looked at by for coloured ink, in pixels. */
export const CELL = 8;

/** How many pixels of each square are red or blue, and how many are black. */
export interface CellCounts {
  across: number;
  down: number;
  colored: Uint16Array;
  black: Uint16Array;
}
