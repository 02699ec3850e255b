import { byteView } from '../bytes/byte-view.js';
import type { RowShape } from '../tables/flow-tables.js';
import { SPRM, type Sprm } from './sprm.js';

/** Bits of a cell descriptor (TC80, [MS-DOC] 2.9.334). */
const FIRST_OF_MERGED = 0x0001;
const JOINS_PREVIOUS = 0x0002;
const VERTICAL = 0x0060;
const VERTICAL_CONTINUES = 0x0020;
const CELL_DESCRIPTOR = 20;

/** The row the modifiers of a row-end paragraph define; undefined where they define none. */
export function rowShapeOf(sprms: readonly Sprm[]): RowShape | undefined {
  let cells: RowShape['cells'] | undefined;
  let header = false;
  for (const { code, operand } of sprms) {
    if (code === SPRM.rowDefinition) cells = definedCells(operand);
    else if (code === SPRM.headerRow) header = operand[0] === 1;
    else if (cells) changeCells(cells, code, operand);
  }
  return cells && { cells, header };
}

/** TDefTableOperand ([MS-DOC] 2.9.322): number of cells, their edges, their descriptors (possibly fewer). */
function definedCells(operand: Uint8Array): RowShape['cells'] {
  const view = byteView(operand);
  const count = view.u8(0);
  const descriptors = 1 + 2 * (count + 1);
  return Array.from({ length: count }, (_, i) => {
    const flags = view.u16(descriptors + CELL_DESCRIPTOR * i);
    return {
      left: view.i16(1 + 2 * i),
      right: view.i16(1 + 2 * (i + 1)),
      joinsPrevious: (flags & JOINS_PREVIOUS) !== 0 && (flags & FIRST_OF_MERGED) === 0,
      vertical: verticalOf(flags & VERTICAL),
    };
  });
}

function changeCells(cells: RowShape['cells'], code: number, operand: Uint8Array): void {
  const [first = 0, limit = 0] = operand;
  if (code === SPRM.mergeCells || code === SPRM.splitCells) {
    cells.forEach((cell, i) => {
      if (i > first && i < limit) cell.joinsPrevious = code === SPRM.mergeCells;
    });
  } else if (code === SPRM.verticalMerge) {
    const cell = cells[first];
    if (cell) cell.vertical = verticalOf(limit << 5);
  }
}

function verticalOf(bits: number): 'none' | 'start' | 'continue' {
  if (bits === 0) return 'none';
  return bits === VERTICAL_CONTINUES ? 'continue' : 'start';
}
