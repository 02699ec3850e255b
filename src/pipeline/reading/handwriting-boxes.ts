import { maskPrivateBlocks } from '../../../normalizers/privacy/mask-private-blocks.js';
import {
  type Block,
  type Grid,
  isGrid,
  type Letter,
  type LetteredBlock,
  type PageBox,
} from '../../model/grid.js';

/** Stand for what is written by hand and not recognized: a name, and a number that is masked beside its label only. */
const STAND_INS = ['张三丰', '22629806'];
/** A blank of at least so many letters behind a colon is room for writing. */
const ROOM = 1.5;
/** Behind the last colon of a line writing is as long as so many letters; it is higher than print by this share. */
const LONGEST = 14;
const HIGHER = 0.6;

/**
 * Where names and phones of contacts may be written by hand on recognized pages: blank cells and blanks behind labels at which
 * something would be masked if it had been recognized.
 */
export const handwritingBoxes = (blocks: readonly LetteredBlock[]): PageBox[] =>
  blocks.flatMap(({ block, letters }) => [
    ...(isGrid(block) ? blankCells(block) : []),
    ...letters.flatMap(blanksBehindLabels),
  ]);

function blankCells(grid: Grid): PageBox[] {
  const covered = new Set<number>();
  for (const standIn of STAND_INS) {
    const filled = grid.cells.map((cell) => (cell.text === '' ? { ...cell, text: standIn } : cell));
    const [masked] = maskPrivateBlocks([{ ...grid, cells: filled }]);
    if (!masked || !isGrid(masked)) continue;
    for (const [index, cell] of masked.cells.entries()) {
      if (grid.cells[index]?.text === '' && cell.text !== standIn) covered.add(index);
    }
  }
  return [...covered].flatMap((index) => grid.cells[index]?.boxes ?? []);
}

function blanksBehindLabels(letters: readonly Letter[]): PageBox[] {
  const text = letters.map((letter) => letter.text).join('');
  return letters.flatMap((letter, index): PageBox[] => {
    if (!/[：:]/.test(letter.text)) return [];
    const size = letter.box.bottom - letter.box.top;
    const next = letters[index + 1];
    const isOnLine =
      next &&
      next.page === letter.page &&
      next.box.top < letter.box.bottom &&
      next.box.left > letter.box.left;
    const end = isOnLine ? next.box.left : letter.box.right + LONGEST * size;
    if (end - letter.box.right < ROOM * size) return [];
    const at = letters.slice(0, index + 1).reduce((length, each) => length + each.text.length, 0);
    if (!STAND_INS.some((standIn) => isMaskedAt(text, at, standIn))) return [];
    const { top, bottom, right } = letter.box;
    return [{ page: letter.page, box: [right, top - HIGHER * size, end, bottom + HIGHER * size] }];
  });
}

/** Whether a stand-in at this place of a text would be masked. */
function isMaskedAt(text: string, at: number, standIn: string): boolean {
  const block: Block = {
    kind: 'paragraph',
    text: `${text.slice(0, at)}${standIn} ${text.slice(at)}`,
    place: '',
  };
  const [masked] = maskPrivateBlocks([block]);
  return masked !== undefined && !isGrid(masked) && masked.text.slice(at, at + standIn.length) !== standIn;
}
