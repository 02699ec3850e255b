import { SeededRandom } from '../../test/support/seeded-random.js';
import type { PrintedPage } from './printed-page.js';

/** A page of a file, from 1. */
export interface DrawnPage {
  file: string;
  page: number;
}

/** Words without which a page hardly has a form. */
const LIKELY = /级指标|指标值|目标值|产出指标|效益指标|满意度指标|[≥≤]/;

/**
 * Draws pages for a count by hand: of each file one page that may have a form and more as it has more of them (by the square
 * root, so that a long file does not fill the list), then others up to `count`, most of which have none.
 */
export function drawPages(
  files: ReadonlyMap<string, readonly PrintedPage[]>,
  count: number,
  seed: number,
): DrawnPage[] {
  const random = new SeededRandom(seed);
  const drawn: DrawnPage[] = [];
  const rest: DrawnPage[] = [];
  for (const [file, pages] of files) {
    const likely = pages.filter(mayHaveForm).map(({ number }) => ({ file, page: number }));
    const share = Math.min(likely.length, 1 + Math.floor(Math.sqrt(likely.length) / 2));
    drawn.push(...random.shuffled(likely).slice(0, share));
    rest.push(...pages.filter((page) => !mayHaveForm(page)).map(({ number }) => ({ file, page: number })));
  }
  const pages = [...drawn, ...random.shuffled(rest)].slice(0, count);
  return pages.sort((a, b) => a.file.localeCompare(b.file) || a.page - b.page);
}

const mayHaveForm = ({ runs }: PrintedPage): boolean =>
  LIKELY.test(runs.map(({ text }) => text.replace(/\s/g, '')).join(''));
