import type { LineBlock, PageBlocks } from '../layout/page-blocks.js';

/** Share of the page's height at top and bottom where furniture stands. */
const MARGIN = 0.12;
/** A running header or footer stands on at least so many pages, and on this share of all. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.5;
/** Distance (share of the page's height) within which the same line stands at the same place. */
const SAME_HEIGHT = 0.01;

const PAGE_NUMBER =
  /^(?:第?\d{1,4}页?|[-—–－―]+\d{1,4}[-—–－―]+|\d{1,4}\/\d{1,4}|第\d{1,4}页[,，]?共\d{1,4}页|[ivxⅰ-ⅻⅠ-Ⅻ]{1,6})$/i;

/** Lines that stand at one height with the same text, but for figures. */
interface Running {
  blocks: LineBlock[];
  /** Whether one of them stands elsewhere than right above a table. */
  aboveText: boolean;
}

/**
 * Marks page numbers, and lines that stand at the same height in the margin of at least half of the pages, as furniture.
 * What only ever stands right above tables is their title or caption, however often it is printed.
 */
export function markFurniture(pages: readonly PageBlocks[]): void {
  const running = new Map<string, Running>();
  for (const page of pages) {
    page.blocks.forEach((block, i) => {
      const place = block.kind === 'line' ? marginOf(block, page) : null;
      if (block.kind !== 'line' || !place) return;
      const text = block.line.text.replaceAll(/\s/g, '');
      if (PAGE_NUMBER.test(text)) {
        block.furniture = true;
        return;
      }
      if (place === 'top' && i > 0) return;
      const height = Math.round(block.box.top / page.height / SAME_HEIGHT);
      const key = `${place} ${height} ${text.replaceAll(/\d+/g, '#')}`;
      const known = running.get(key) ?? { blocks: [], aboveText: false };
      known.blocks.push(block);
      known.aboveText ||= page.blocks[i + 1]?.kind !== 'table';
      running.set(key, known);
    });
  }
  for (const { blocks, aboveText } of running.values()) {
    if (!aboveText || blocks.length < LEAST_PAGES || blocks.length < LEAST_SHARE * pages.length) continue;
    for (const block of blocks) block.furniture = true;
  }
}

function marginOf(block: LineBlock, { height }: PageBlocks): 'top' | 'bottom' | null {
  if (block.box.bottom < MARGIN * height) return 'top';
  return block.box.top > (1 - MARGIN) * height ? 'bottom' : null;
}
