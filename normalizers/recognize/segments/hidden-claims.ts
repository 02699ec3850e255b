import type { CellClaim } from '../../../src/model/document.js';
import { type Block, isGrid } from '../../../src/model/grid.js';
import type { RecognizedForm } from '../form/form.js';

/** What cells of hidden grids become: set aside, with the form of their sheet, else with the last form before them. */
export function hiddenClaims(blocks: readonly Block[], forms: readonly RecognizedForm[]): CellClaim[] {
  if (forms.length === 0) return [];
  return blocks.flatMap((block, index) => {
    if (!isGrid(block) || !block.hidden) return [];
    const form = formOf(index, block.sheet, blocks, forms);
    return block.cells.flatMap(({ text }, cell): CellClaim[] =>
      text.trim() === '' ? [] : [{ block: index, cell, form, status: 'set-aside', reason: 'hidden' }],
    );
  });
}

function formOf(
  index: number,
  sheet: string | undefined,
  blocks: readonly Block[],
  forms: readonly RecognizedForm[],
): number {
  const ofSheet = forms.findLastIndex((form) =>
    form.blocks.some((number) => {
      const block = blocks[number];
      return block !== undefined && isGrid(block) && block.sheet === sheet;
    }),
  );
  const before = forms.findLastIndex((form) => form.blocks.some((number) => number < index));
  return Math.max(0, ofSheet >= 0 ? ofSheet : before);
}
