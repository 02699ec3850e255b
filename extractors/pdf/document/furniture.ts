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

/**
 * Marks page numbers, and lines that stand at the same height in the margin of at least half of the pages, as furniture.
 * A line right above a table is its title or caption wherever it repeats.
 */
export function markFurniture(pages: readonly PageBlocks[]): void {
  const running = new Map<string, LineBlock[]>();
  for (const page of pages) {
    const first = page.blocks[0];
    const lines = page.blocks.filter((block): block is LineBlock => block.kind === 'line');
    for (const block of lines) {
      const place = marginOf(block, page);
      if (!place) continue;
      const text = block.line.text.replaceAll(/\s/g, '');
      if (PAGE_NUMBER.test(text)) {
        block.furniture = true;
        continue;
      }
      const next = page.blocks[page.blocks.indexOf(block) + 1];
      if (place === 'top' && (block !== first || next?.kind === 'table')) continue;
      const height = Math.round(block.box.top / page.height / SAME_HEIGHT);
      const key = `${place} ${height} ${text.replaceAll(/\d+/g, '#')}`;
      running.set(key, [...(running.get(key) ?? []), block]);
    }
  }
  for (const blocks of running.values()) {
    if (blocks.length >= LEAST_PAGES && blocks.length >= LEAST_SHARE * pages.length) {
      for (const block of blocks) block.furniture = true;
    }
  }
}

function marginOf(block: LineBlock, { height }: PageBlocks): 'top' | 'bottom' | null {
  if (block.box.bottom < MARGIN * height) return 'top';
  return block.box.top > (1 - MARGIN) * height ? 'bottom' : null;
}
