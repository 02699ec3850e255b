import { type Block, type Cell, type Grid, isGrid, type Paragraph, slotsOf } from '../../src/model/grid.js';
import { startingCells } from '../recognize/form/slots.js';
import { isTitle } from '../recognize/words/cell-kinds.js';
import { startsForm } from '../recognize/words/form-start.js';
import { fillIn } from './fill-in.js';

/** Words of performance forms; a table without one is no matter of ours. */
const FORM_WORDS = /绩\s*效|指\s*标|目\s*标|测算|重点工作/;

/**
 * A grid with tables in its cells → grids without. A table that only arranges the page (one column, or around tables that
 * are forms of their own) gives way to what it holds, in reading order; in any other the rows and columns of the inner
 * table take the place of its cell. Grids that have nothing to do with performance stay as they are.
 */
export function unfoldTables(grid: Grid): Block[] {
  if (!holdsTables(grid) || !speaksOfForms(grid)) return [grid];
  return unfold(grid);
}

function unfold(grid: Grid): Block[] {
  const inner = new Map<Cell, Block[][]>();
  for (const cell of grid.cells) {
    if (cell.nested?.length) {
      inner.set(
        cell,
        cell.nested.map((nested) => (holdsTables(nested) ? unfold(nested) : [nested])),
      );
    }
  }
  const forms = [...inner.values()].flat(2).filter(isGrid);
  if (isOneColumn(grid) || forms.some(standsAlone)) return takeApart(grid, inner);
  return fillIn(grid, inner) ?? lift(grid, inner);
}

const holdsTables = (grid: Grid): boolean => grid.cells.some((cell) => (cell.nested?.length ?? 0) > 0);

const speaksOfForms = (grid: Grid): boolean =>
  grid.cells.some(({ text, nested }) => FORM_WORDS.test(text) || nested?.some(speaksOfForms));

/** No row has more than one cell with content. */
function isOneColumn({ cells, rows }: Grid): boolean {
  const filled = new Uint32Array(rows + 1);
  for (const { row, text, nested } of cells) {
    if (text.trim() !== '' || nested?.length) filled[row] = (filled[row] ?? 0) + 1;
  }
  return filled.every((count) => count <= 1);
}

/** A table with a title or the first labels of a form is a form by itself, not a part of the one around it. */
function standsAlone(grid: Grid): boolean {
  const slots = slotsOf(grid);
  return slots.some((_, index) => {
    const cells = startingCells(slots, index + 1);
    const [first] = cells;
    return startsForm(cells) || (cells.length === 1 && first !== undefined && isTitle(first.text));
  });
}

/** What the cells hold, one after the other: their lines as paragraphs, their tables as grids. */
function takeApart(grid: Grid, inner: ReadonlyMap<Cell, readonly Block[][]>): Block[] {
  return grid.cells.flatMap((cell) => {
    const lines = cell.text.split('\n');
    let line = 0;
    const linesUpTo = (end: number): Paragraph[] =>
      lines
        .slice(line, end)
        .filter((text) => text.trim() !== '')
        .map((text) => ({
          kind: 'paragraph',
          text,
          place: cell.place,
          ...(cell.recognized === undefined ? {} : { recognized: cell.recognized }),
        }));
    const blocks: Block[] = [];
    for (const [index, tables] of (inner.get(cell) ?? []).entries()) {
      const before = cell.nested?.[index]?.linesBefore ?? lines.length;
      blocks.push(...linesUpTo(before), ...tables);
      line = Math.max(line, before);
    }
    return [...blocks, ...linesUpTo(lines.length)];
  });
}

/** The grid without its inner tables, and these behind it. */
function lift(grid: Grid, inner: ReadonlyMap<Cell, readonly Block[][]>): Block[] {
  const cells = grid.cells.map(({ nested: _, ...cell }) => cell);
  return [{ ...grid, cells }, ...[...inner.values()].flat(2)];
}
