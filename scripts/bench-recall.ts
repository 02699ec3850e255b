/**
 * A second way of counting: how many of the indicator rows that a folder's PDFs print are in the store.
 *
 * `npm run bench:recall -- FOLDER` imports the folder into a store of its own and sets it against rows counted by pdf.js alone
 * (scripts/recall). A row is a name and one printed value of it: an indicator with two horizons is two rows, as in the store;
 * 实际完成值 in a self-evaluation is no row of its own. Per file:
 * seen    rows printed
 * stored  rows of the view `indicators`
 * found   printed rows that the store has, row by row (page, name, value)
 * unread  printed rows that it has not and says so: they stand in an unclaimed cell, or are lines counted in `unread_rows`
 * lost    the rest: printed, not stored, and no word of it
 * unseen  stored rows that no printed row answers to; they make up for no loss
 *
 * Only PDFs are counted; the rest is named. Where the folder has the pages of scripts/recall/hand-counts.json, the count is
 * also set against one by eye of those pages (drawn by `--draw SEED`, which prints 60 pages of a folder and ends).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256Of } from '../src/pipeline/files/sha256-of.js';
import buildOnce from '../test/support/build-once.js';
import { drawPages } from './recall/draw-pages.js';
import { grouped } from './recall/grouped.js';
import { compareByHand } from './recall/hand-count.js';
import { indicatorRows, type SeenRow } from './recall/indicator-rows.js';
import { type Matching, matchRows } from './recall/match-rows.js';
import { type PrintedPage, printedPages } from './recall/printed-page.js';
import { storedDocuments } from './recall/stored-documents.js';

interface FileRecall extends Matching {
  path: string;
  seen: SeenRow[];
  inStore: number;
}

const MOST_PAGES = 60;
const DRAWN_PAGES = 60;
const say = (text: string): void => console.log(text);
const share = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(1)} %` : '–';

async function benchRecall(folder: string): Promise<void> {
  const { counted, left } = await countFolder(folder);
  const work = mkdtempSync(join(tmpdir(), 'mingzhang-recall-'));
  try {
    await buildOnce();
    const documents = await storedDocuments(folder, join(work, 'recall.db'));
    const files = [...counted].map(([path, seen]) => {
      const stored = documents.get(sha256Of(readFileSync(join(folder, path)))) ?? {
        rows: [],
        unreadCells: [],
        unreadLines: 0,
      };
      return { path, seen, inStore: stored.rows.length, ...matchRows(seen, stored) };
    });
    sayFiles(files);
    sayPages(files);
    sayLeft(left);
    sayHand(counted);
    sayTotal(files);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Paths of the files below a folder, as the store has them after importing it. */
function pathsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

const isPdf = (path: string): boolean => /\.pdf$/i.test(path);

async function countFolder(folder: string): Promise<{ counted: Map<string, SeenRow[]>; left: string[] }> {
  const counted = new Map<string, SeenRow[]>();
  const left: string[] = [];
  for (const path of pathsBelow(folder)) {
    if (!isPdf(path)) {
      left.push(`${path}: no PDF`);
      continue;
    }
    try {
      const pages = await readPages(join(folder, path));
      const blank = pages.filter(({ runs }) => !runs.length).map(({ number }) => `p${number}`);
      if (blank.length) left.push(`${path}: no text on ${blank.join(' ')}`);
      counted.set(path, await indicatorRows(pages));
    } catch (error) {
      left.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { counted, left };
}

async function readPages(path: string): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = [];
  for await (const page of printedPages(readFileSync(path))) pages.push(page);
  return pages;
}

async function sayDrawn(folder: string, seed: number): Promise<void> {
  const files = new Map<string, PrintedPage[]>();
  for (const path of pathsBelow(folder).filter(isPdf)) files.set(path, await readPages(join(folder, path)));
  for (const { file, page } of drawPages(files, DRAWN_PAGES, seed)) say(`${file} ${page}`);
}

function sayFiles(files: FileRecall[]): void {
  console.table(
    files.map(({ path, seen, inStore, stored, unread, lost, unseen }) => ({
      file: path,
      seen: seen.length,
      stored: inStore,
      found: stored.length,
      unread: unread.length,
      lost: lost.length,
      unseen: unseen.length,
      'found %': share(stored.length, seen.length),
      'found or unread %': share(stored.length + unread.length, seen.length),
    })),
  );
}

function sayPages(files: FileRecall[]): void {
  const pages = files.flatMap((file) => {
    const gone = grouped([...file.lost, ...file.unread], ({ page }) => page);
    return [...gone].map(([page, rows]) => ({
      file: file.path,
      page,
      seen: file.seen.filter((row) => row.page === page).length,
      unread: rows.filter((row) => file.unread.includes(row)).length,
      lost: rows.filter((row) => file.lost.includes(row)).length,
      'for example': rows[0] ? `${rows[0].name} ${rows[0].target}`.slice(0, 30) : '',
    }));
  });
  const worst = pages.toSorted((a, b) => b.lost - a.lost || b.unread - a.unread);
  if (!worst.length) return;
  say(`pages with rows that are not stored (${Math.min(MOST_PAGES, worst.length)} of ${worst.length}):`);
  console.table(worst.slice(0, MOST_PAGES));
}

function sayLeft(left: string[]): void {
  if (left.length) say(`not counted (${left.length}):\n${left.map((line) => `  ${line}`).join('\n')}`);
}

function sayHand(counted: Map<string, SeenRow[]>): void {
  const { pages, hand, count, differing } = compareByHand(counted);
  if (!pages) return;
  for (const page of differing)
    say(`  ${page.file} p${page.page}: ${page.count} by eye, ${page.counted} counted`);
  say(`by hand: ${pages} pages, ${hand} rows by eye, ${count} counted (${share(count - hand, hand)} off)`);
}

function sayTotal(files: FileRecall[]): void {
  const sum = (of: (file: FileRecall) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  const seen = sum((file) => file.seen.length);
  const found = sum((file) => file.stored.length);
  const unread = sum((file) => file.unread.length);
  const lost = sum((file) => file.lost.length);
  const unseen = sum((file) => file.unseen.length);
  say(
    `total: ${files.length} PDFs, ${seen} rows seen, ${sum((file) => file.inStore)} stored, ${found} found (${share(found, seen)}), ${unread} unread (found or unread ${share(found + unread, seen)}), ${lost} lost without a word, ${unseen} stored and not seen`,
  );
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { draw: { type: 'string' } } });
const [folder] = positionals;
if (!folder) throw new Error('npm run bench:recall -- FOLDER [--draw SEED]');
if (values.draw) await sayDrawn(folder, Number(values.draw));
else await benchRecall(folder);
