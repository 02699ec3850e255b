import type { Evidence } from '../../../src/model/disclosure.js';
import type { CellClaim, SetAsideReason } from '../../../src/model/document.js';
import { type Cell, type Grid, surenessOf } from '../../../src/model/grid.js';

/** A cell with its address in Extraction.blocks. */
export interface CellAt {
  block: number;
  index: number;
  cell: Cell;
  /** What counts of its text where the cell holds several things. */
  part?: string;
}

export type Claim = Omit<CellClaim, 'block' | 'cell' | 'form'>;

/** What became of the cells of one grid. The first claim of a cell stands. */
export class Ledger {
  private readonly claims = new Map<Cell, Claim>();

  private constructor(
    readonly block: number,
    readonly grid: Grid,
    private readonly indexes: ReadonlyMap<Cell, number>,
    /** The cells that begin in each row, blank ones left out. */
    private readonly rows: readonly CellAt[][],
  ) {}

  static of(block: number, grid: Grid): Ledger {
    const rows: CellAt[][] = Array.from({ length: grid.rows }, () => []);
    for (const [index, cell] of grid.cells.entries()) {
      if (cell.text.trim() !== '') rows[cell.row - 1]?.push({ block, index, cell });
    }
    return new Ledger(block, grid, new Map(grid.cells.map((cell, index) => [cell, index])), rows);
  }

  /** A ledger of the same grid in which nothing is claimed. */
  blank(): Ledger {
    return new Ledger(this.block, this.grid, this.indexes, this.rows);
  }

  at(cell: Cell): CellAt {
    return { block: this.block, index: this.indexes.get(cell) ?? -1, cell };
  }

  /** The cells that begin in these rows, blank ones left out. */
  filled(top: number, bottom = top): CellAt[] {
    return this.rows.slice(top - 1, bottom).flat();
  }

  isFree(cell: Cell): boolean {
    return !this.claims.has(cell);
  }

  field(cell: Cell, field: string): void {
    this.put(cell, { status: 'claimed', field });
  }

  label(cell: Cell): void {
    this.put(cell, { status: 'label' });
  }

  setAside(cell: Cell, reason: SetAsideReason): void {
    this.put(cell, { status: 'set-aside', reason });
  }

  get(cell: Cell): Claim | undefined {
    return this.claims.get(cell);
  }

  private put(cell: Cell, claim: Claim): void {
    if (cell.text.trim() !== '' && !this.claims.has(cell)) this.claims.set(cell, claim);
  }
}

export function evidenceOf({ block, index, cell }: CellAt): Evidence {
  const evidence = { place: cell.place, quote: cell.text, block, cell: index };
  return cell.recognized === undefined ? evidence : { ...evidence, ...surenessOf(cell) };
}
