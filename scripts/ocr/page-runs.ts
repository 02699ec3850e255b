import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pageContents } from '../../extractors/pdf/content/page-contents.js';
import { withDocument } from '../../extractors/pdf/content/with-document.js';
import type { PageContent } from '../../extractors/printed/page/page-content.js';
import { SeededRandom } from '../../test/support/seeded-random.js';
import { readPages } from './read-pages.js';

/** Pages of a PDF that follow each other. */
export interface PageRun {
  file: string;
  first: number;
  count: number;
}

/** Pages of a run, as many as most forms take. */
const RUN = 4;
const TRIES = 12;

const pdfsBelow = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.pdf$/i.test(name))
        .map((name) => join(path, name))
        .sort();

/** Chooses as many pages of the PDFs, in runs that print indicators; the same ones for a seed. */
export async function chooseRuns(paths: readonly string[], pages: number, seed: number): Promise<PageRun[]> {
  const random = new SeededRandom(seed);
  const files = random.shuffled(paths.flatMap(pdfsBelow));
  const runs: PageRun[] = [];
  let chosen = 0;
  for (let round = 0; chosen < pages && round < TRIES; round++) {
    for (const file of files) {
      if (chosen >= pages) break;
      const count = await pagesOf(file);
      const length = Math.min(RUN, count, pages - chosen);
      const first = random.integer(1, count - length + 1);
      if (runs.some((run) => run.file === file && Math.abs(run.first - first) < RUN)) continue;
      const run = { file, first, count: length };
      const { rows } = await readPages(await pagesOfRun(run));
      if (rows.length === 0) continue;
      runs.push(run);
      chosen += length;
    }
  }
  return runs;
}

const pagesOf = (file: string): Promise<number> =>
  withDocument(readFileSync(file), async ({ pages }) => pages);

/** What is printed on the pages, as the PDF says itself. */
export const pagesOfRun = ({ file, first, count }: PageRun): Promise<(PageContent | null)[]> =>
  withDocument(readFileSync(file), async (document) => {
    const pages: (PageContent | null)[] = [];
    let number = 0;
    for await (const content of pageContents(document)) {
      number++;
      if (number >= first) pages.push(content);
      if (pages.length === count) break;
    }
    return pages;
  });
