import type { CellFlag, PageBox } from '../../../src/model/grid.js';
import type { Box } from '../page/box.js';
import type { Lattice } from './lattice.js';
import type { SlotRange } from './slot-regions.js';
import type { TextLine } from './text-lines.js';

/** A cell on its way into the grid; slots from 0, ends exclusive. */
export interface DraftCell extends SlotRange {
  text: string;
  /** The printed lines the text was made of. */
  lines: TextLine[];
  /** Text of the cell that cannot be seen: clipped away, covered, without ink. */
  unseen: string;
  /** Text of the cell that its own border cuts off on the page; it is part of `text`. */
  clipped?: string;
  flags: CellFlag[];
  /** Tables drawn inside of it, from top to bottom; their text is not part of its own. */
  nested?: InnerTable[];
  /** Its lines of text stand in so many columns that no rule parts. */
  textColumns?: number;
  boxes: PageBox[];
  /** The slot it begins in on its own page, counted there; absent where the table as a whole counts it the same. */
  printed?: Pick<SlotRange, 'row' | 'column'>;
  /** The cell stands at the upper (lower) edge of the table and has no border there. */
  openTop: boolean;
  openBottom: boolean;
}

/** A table inside a cell, and how many printed lines of the cell stand before it. */
export interface InnerTable {
  table: TableDraft;
  linesBefore: number;
}

/** Where a table, or a part of it, stands. */
export interface TablePart {
  page: number;
  box: Box;
  /** Number of the table on that page, from 1, counting a table that goes on from the page before. */
  table: number;
}

/** A table on its way into a grid: as found on one page, or joined over several. */
export interface TableDraft {
  certainty: 'ruled' | 'aligned';
  /** x of the column lines on the first page. */
  xs: number[];
  rows: number;
  /** In reading order. */
  cells: DraftCell[];
  /** Those of them that reach the last row. */
  bottom: DraftCell[];
  parts: TablePart[];
  /** Rows found repeated on later pages. */
  headerRows: number;
}

/** A table found by its alignment, and the lines it was made of. */
export interface AlignedTable {
  table: TableDraft;
  box: Box;
  lines: TextLine[];
}

export interface FilledCell {
  text: string;
  lines: TextLine[];
  unseen: string;
  clipped?: string;
  flags: CellFlag[];
}

/** Puts a lattice and the texts of its cells (same order) together. */
export function draftTable(
  lattice: Lattice,
  texts: readonly FilledCell[],
  page: number,
  box: Box,
): TableDraft {
  const { xs, ys } = lattice;
  const rows = ys.length - 1;
  const cells = lattice.cells.map((cell, i): DraftCell => {
    const filled = texts[i];
    const draft: DraftCell = {
      row: cell.row,
      rowEnd: cell.rowEnd,
      column: cell.column,
      columnEnd: cell.columnEnd,
      text: filled?.text ?? '',
      lines: filled?.lines ?? [],
      unseen: filled?.unseen ?? '',
      flags: filled?.flags ?? [],
      boxes: [
        {
          page,
          box: [xs[cell.column] ?? 0, ys[cell.row] ?? 0, xs[cell.columnEnd] ?? 0, ys[cell.rowEnd] ?? 0],
        },
      ],
      openTop: cell.row === 0 && isOpen(lattice.top, cell),
      openBottom: cell.rowEnd === rows && isOpen(lattice.bottom, cell),
    };
    if (filled?.clipped) draft.clipped = filled.clipped;
    return draft;
  });
  return {
    certainty: 'ruled',
    xs,
    rows,
    cells,
    bottom: cells.filter((cell) => cell.rowEnd === rows),
    parts: [{ page, box, table: 0 }],
    headerRows: 0,
  };
}

const isOpen = (borders: readonly boolean[], cell: SlotRange): boolean =>
  !borders.slice(cell.column, cell.columnEnd).some(Boolean);
