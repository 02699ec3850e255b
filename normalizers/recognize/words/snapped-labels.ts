import { LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { type Block, type Cell, type Grid, isGrid, isUnsure } from '../../../src/model/grid.js';
import { compact } from './label-text.js';
import { levelHeads } from './level-heads.js';
import {
  budgetOf,
  fieldOf,
  isGroup,
  KNOWN_LABELS,
  labelText,
  level1Of,
  level2Of,
  rolesOf,
} from './vocabulary.js';

/** A label this long may be read with one character wrong, one of the second length with two. */
const LONG = 4;
const VERY_LONG = 8;
const LONGEST = 16;

/**
 * Blocks for the recognition of forms: labels read from pictures with a character wrong as the vocabulary knows them (总体续效目标 →
 * 总体绩效目标). What is stored stays as it was read; texts with figures, and texts two labels are equally near to, are left
 * alone, and so is all that was printed as text.
 */
export function withSnappedLabels(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    isGrid(block) && block.cells.some(isRecognized) ? snappedGrid(block) : block,
  );
}

const isRecognized = ({ recognized }: Cell): boolean => recognized !== undefined;

function snappedGrid(grid: Grid): Grid {
  const cells = grid.cells.map((cell) => {
    const label = isRecognized(cell) ? nearestLabel(cell.text, isUnsure(cell)) : null;
    return label === null ? cell : { ...cell, text: label };
  });
  const rows = new Map<number, Cell[]>();
  for (const cell of cells.filter(isRecognized)) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const heads = new Map([...rows.values()].flatMap((row) => [...levelHeads(row)]));
  return { ...grid, cells: cells.map((cell) => ({ ...cell, text: heads.get(cell) ?? cell.text })) };
}

/** The label a text is nearly; null where it is one, or none. */
export function nearestLabel(text: string, isUnsureText: boolean): string | null {
  const plain = compact(text);
  if (plain.length < LONG || plain.length > LONGEST || /\d/.test(plain) || isLabel(text)) return null;
  const most = isUnsureText && plain.length >= VERY_LONG ? 2 : 1;
  let found: string | null = null;
  let least = most + 1;
  for (const label of KNOWN_LABELS) {
    if (Math.abs(label.length - plain.length) > most || label.length < LONG) continue;
    const distance = LevenshteinDistance(plain, label);
    if (distance > least) continue;
    found = distance < least ? label : null;
    least = distance;
  }
  return found;
}

function isLabel(text: string): boolean {
  const { core } = labelText(text);
  return (
    fieldOf(core) !== undefined ||
    budgetOf(core) !== undefined ||
    rolesOf(core).length > 0 ||
    isGroup(core) ||
    level1Of(text) !== undefined ||
    level2Of(text) !== undefined
  );
}
