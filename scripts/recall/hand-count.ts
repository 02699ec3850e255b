import { readFileSync } from 'node:fs';
import type { SeenRow } from './indicator-rows.js';

/** Indicator rows that begin on a page, counted by eye on its picture before the program counted it. */
interface HandCount {
  file: string;
  page: number;
  count: number;
}

export interface HandComparison {
  /** Pages counted by eye whose file is among those counted. */
  pages: number;
  hand: number;
  count: number;
  differing: (HandCount & { counted: number })[];
}

const COUNTS = new URL('hand-counts.json', import.meta.url);

/** Sets rows by file against the pages counted by eye (hand-counts.json). */
export function compareByHand(counted: ReadonlyMap<string, readonly SeenRow[]>): HandComparison {
  const { pages } = JSON.parse(readFileSync(COUNTS, 'utf8')) as { pages: HandCount[] };
  const compared = pages.flatMap((page) => {
    const rows = counted.get(page.file);
    return rows ? [{ ...page, counted: rows.filter((row) => row.page === page.page).length }] : [];
  });
  return {
    pages: compared.length,
    hand: compared.reduce((sum, page) => sum + page.count, 0),
    count: compared.reduce((sum, page) => sum + page.counted, 0),
    differing: compared.filter((page) => page.count !== page.counted),
  };
}
