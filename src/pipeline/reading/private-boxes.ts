import { mendBlocks } from '../../../normalizers/characters/mend-blocks.js';
import { maskPrivateBlocks } from '../../../normalizers/privacy/mask-private-blocks.js';
import { maskedSpans } from '../../../normalizers/privacy/masked-spans.js';
import { type Block, isGrid, type LetteredBlock, type PageBox } from '../../model/grid.js';

type Letters = LetteredBlock['letters'][number];

/**
 * Where names and phones of contacts are printed, letter by letter: what is masked in the text is found on the page by the
 * same rules. Where a letter of a masked text has no known place, the whole of it is given.
 */
export function privateBoxes(blocks: readonly LetteredBlock[]): PageBox[] {
  const mended = mendBlocks(blocks.map(({ block }) => block));
  const masked = maskPrivateBlocks(mended);
  return blocks.flatMap(({ block, letters }, index) => {
    const after = textsOf(masked[index] ?? block);
    return textsOf(mended[index] ?? block).flatMap(({ text, boxes }, at) => {
      const maskedText = after[at]?.text ?? text;
      return maskedText === text ? [] : boxesIn(text, maskedText, letters[at] ?? [], boxes);
    });
  });
}

const textsOf = (block: Block): { text: string; boxes: readonly PageBox[] }[] =>
  isGrid(block)
    ? block.cells.flatMap(({ text, boxes = [], nested = [] }) => [
        { text, boxes },
        ...nested.flatMap(textsOf),
      ])
    : [{ text: block.text, boxes: [] }];

function boxesIn(text: string, masked: string, letters: Letters, boxes: readonly PageBox[]): PageBox[] {
  const plain = letters.map((letter) => letter.text).join('');
  const isKnown = plain === text.replace(/\s/g, '');
  const covered = isKnown ? lettersIn(text, maskedSpans(text, masked), letters) : letters;
  const pages = new Set(letters.map(({ page }) => page));
  return [
    ...covered.map(
      ({ page, box: { left, top, right, bottom } }): PageBox => ({
        page,
        box: [left, top, right, bottom],
      }),
    ),
    ...boxes.filter(({ page }) => !pages.has(page)),
  ];
}

/** Letters in the spans of the text, which has spaces and line ends between them. */
function lettersIn(text: string, spans: readonly (readonly [number, number])[], letters: Letters): Letters {
  const found: Letters = [];
  let at = 0;
  for (const letter of letters) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = at + letter.text.length;
    if (spans.some(([from, to]) => from < end && at < to)) found.push(letter);
    at = end;
  }
  return found;
}
