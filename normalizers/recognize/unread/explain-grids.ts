import type { ReadDocument } from '../../../src/model/document.js';
import { type Grid, isGrid } from '../../../src/model/grid.js';
import type { GridAccount } from '../../../src/model/grid-account.js';
import type { LooseRows } from './looks-like-form.js';
import { nearestHeader } from './nearest-header.js';
import { describeNearest, describeSuspicion } from './unread-diagnostics.js';
import { unreadGrids } from './unread-grids.js';

/** Why each grid of a document is a form, a part of one, looks like one or is none, in reading order. */
export function explainGrids({ blocks, claims, forms }: ReadDocument): GridAccount[] {
  const unread = unreadGrids(blocks, claims);
  const held = new Map<number, Map<number, number>>();
  for (const { block, cell, form } of claims) held.set(block, (held.get(block) ?? new Map()).set(cell, form));
  return blocks.flatMap((grid, block) => {
    if (!isGrid(grid)) return [];
    const own = held.get(block);
    const loose = grid.cells.filter((cell, index) => cell.text.trim() !== '' && !own?.has(index));
    const indexes = [...new Set(own?.values() ?? [])].sort((a, b) => a - b);
    return [
      {
        grid,
        forms: indexes.map((index) => ({ index, begins: forms[index]?.blocks[0] === block })),
        loose: loose.length,
        unread: unread.filter((each) => each.block === block).map(describeSuspicion),
        nearest: loose.length > 0 ? describeNearest(nearestHeader(byRow(loose))) : null,
      },
    ];
  });
}

function byRow(cells: readonly Grid['cells'][number][]): LooseRows {
  const rows = new Map<number, Grid['cells']>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()];
}
