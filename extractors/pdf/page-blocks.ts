import { buildLattice, type Lattice, latticeBox } from './lattice.js';
import type { PageContent } from './page-content.js';
import type { Box } from './page-space.js';
import { connectedRules, joinRules } from './rulings.js';
import { type CellText, readTableText } from './table-text.js';
import { readLines, type TextLine } from './text-lines.js';

/** A table as it stands on one page. */
export interface PageTable {
  kind: 'table';
  page: number;
  lattice: Lattice;
  texts: CellText[];
  certainty: 'ruled' | 'aligned';
  box: Box;
}

/** A line of text outside of tables. */
export interface PageLine {
  kind: 'line';
  page: number;
  line: TextLine;
}

export type PageBlock = PageTable | PageLine;

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
  ).map(
    (lattice): PageTable => ({
      kind: 'table',
      page,
      lattice,
      texts: readTableText(glyphs, lattice, used),
      certainty: 'ruled',
      box: latticeBox(lattice),
    }),
  );
  const rest: number[] = [];
  for (let i = 0; i < glyphs.count; i++) if (!used[i]) rest.push(i);
  const lines = readLines(glyphs, rest).map((line): PageLine => ({ kind: 'line', page, line }));
  const top = (block: PageBlock): number => (block.kind === 'table' ? block.box.top : block.line.top);
  return { page, width, height, blocks: [...tables, ...lines].sort((a, b) => top(a) - top(b)) };
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
