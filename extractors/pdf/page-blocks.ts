import { buildLattice, type Lattice, latticeBox } from './lattice.js';
import { GLYPH_CLIPPED, GLYPH_HIDDEN, type PageContent } from './page-content.js';
import type { Box } from './page-space.js';
import { connectedRules, joinRules } from './rulings.js';
import { draftTable, type TableDraft } from './table-draft.js';
import { readTableText } from './table-text.js';
import { readLines, type TextLine } from './text-lines.js';

export interface TableBlock {
  kind: 'table';
  box: Box;
  table: TableDraft;
}

/** A line of text outside of tables. */
export interface LineBlock {
  kind: 'line';
  box: Box;
  line: TextLine;
  /** Page number, running header or footer, or a caption printed again above a table that goes on. */
  furniture: boolean;
}

export type PageBlock = TableBlock | LineBlock;

export interface PageBlocks {
  page: number;
  width: number;
  height: number;
  /** Top to bottom. */
  blocks: PageBlock[];
}

/** Finds the tables of a page and the lines of text around them. */
export function readPageBlocks(content: PageContent): PageBlocks {
  const { page, width, height, glyphs } = content;
  const used = new Uint8Array(glyphs.count);
  const tables = outermost(
    connectedRules(joinRules(content.rules))
      .map((group) => buildLattice(group))
      .filter((lattice): lattice is Lattice => lattice !== null && lattice.cells.length > 1),
  ).map((lattice): TableBlock => {
    const box = latticeBox(lattice);
    return {
      kind: 'table',
      box,
      table: draftTable(lattice, readTableText(glyphs, lattice, used), page, box),
    };
  });
  const filled = tables.filter(({ table }) => table.cells.some((cell) => cell.text !== ''));
  const rest: number[] = [];
  for (let i = 0; i < glyphs.count; i++) {
    if (!used[i] && !((glyphs.flags[i] ?? 0) & (GLYPH_CLIPPED | GLYPH_HIDDEN))) rest.push(i);
  }
  const lines = readLines(glyphs, rest).map(
    (line): LineBlock => ({ kind: 'line', box: line, line, furniture: false }),
  );
  return { page, width, height, blocks: [...filled, ...lines].sort((a, b) => a.box.top - b.box.top) };
}

/** Leaves out lattices that stand inside a cell of another. */
function outermost(lattices: Lattice[]): Lattice[] {
  const boxes = lattices.map(latticeBox);
  const inside = (a: Box, b: Box): boolean =>
    a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
  return lattices.filter((_, i) => {
    const own = boxes[i];
    return (
      own !== undefined &&
      !boxes.some((other, j) => j !== i && inside(own, other) && (!inside(other, own) || j < i))
    );
  });
}
