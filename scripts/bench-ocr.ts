/**
 * How well pictures of pages are read: `npm run bench:ocr -- FOLDER|FILE.pdf… [--pages 40] [--kind scan] [--seed 1] [--show 10] [--engine tesseract]`.
 *
 * Runs of pages that print indicators are chosen from PDFs with text, drawn as the kinds of picture of test/support/pictures and
 * read as scans are; what the text of the same pages is read as is the truth. Spaces and the width of characters do not count.
 * `--engine tesseract` has the installed command of that name read the same lines.
 * ms        milliseconds of processor a page: all, and of it finding lines and reading them; lines a page
 * at 60     the same of a page with 60 lines: reading grows with the lines, the rest does not
 * error     characters of cells to change, of all
 * exact     cells with text that are read exactly
 * sure      cells read that are sure
 * wrong     figures in sure cells that the text has not, of so many
 * F1        of the indicators: project, level 2, name and target
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageContent } from '../extractors/printed/page/page-content.js';
import { openTextReader } from '../extractors/scanned/letters/open-text-reader.js';
import type { TextReader } from '../extractors/scanned/letters/text-reader.js';
import { recognizePage } from '../extractors/scanned/recognize-page.js';
import { drawRaster } from '../test/support/pictures/draw-raster.js';
import { PICTURE_KINDS } from '../test/support/pictures/picture-kinds.js';
import { type CellComparison, compareCells } from './ocr/compare-cells.js';
import { millisecondsSpent } from './ocr/milliseconds-spent.js';
import { chooseRuns, type PageRun, pagesOfRun } from './ocr/page-runs.js';
import { readPages, readPictures } from './ocr/read-pages.js';
import { tesseractReader } from './ocr/tesseract-reader.js';
import { timedReader } from './ocr/timed-reader.js';

type Kind = keyof typeof PICTURE_KINDS;

interface Outcome {
  pages: number;
  ms: number;
  find: number;
  read: number;
  lines: number;
  compared: CellComparison[];
  printed: number;
  stored: number;
  found: number;
}

const POINTS_PER_INCH = 72;
/** Of a full page, by which the cost of pages is compared. */
const LINES = 60;
const say = (text: string): void => console.log(text);
const percent = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(2)} %` : '–';

async function benchKind(
  kind: Kind,
  runs: readonly PageRun[],
  reader: TextReader,
  show: number,
): Promise<Outcome> {
  const sum: Outcome = {
    pages: 0,
    ms: 0,
    find: 0,
    read: 0,
    lines: 0,
    compared: [],
    printed: 0,
    stored: 0,
    found: 0,
  };
  for (const run of runs) {
    const timed = timedReader(reader);
    const start = millisecondsSpent();
    const pictures: (PageContent | null)[] = [];
    let drawing = 0;
    for (let page = run.first; page < run.first + run.count; page++) {
      const beforeDrawing = millisecondsSpent();
      const { dpi, make } = PICTURE_KINDS[kind];
      const { raster } = make(await drawRaster(readFileSync(run.file), page, dpi), page);
      drawing += millisecondsSpent() - beforeDrawing;
      pictures.push(await recognizePage(raster, dpi / POINTS_PER_INCH, timed.reader));
    }
    sum.ms += millisecondsSpent() - start - drawing;
    sum.find += timed.times.find;
    sum.read += timed.times.read;
    sum.lines += timed.times.lines;
    sum.pages += run.count;
    const truth = await readPages(await pagesOfRun(run));
    const read = await readPictures(pictures);
    const compared = compareCells(truth.cells, read.cells);
    const found = common(truth.rows, read.rows);
    sum.compared.push(compared);
    sum.printed += truth.rows.length;
    sum.stored += read.rows.length;
    sum.found += found;
    say(
      [
        `${kind} ${basename(run.file)} p${run.first}–${run.first + run.count - 1}`,
        `cells ${compared.exact} of ${compared.cells}`,
        `characters wrong ${compared.wrongCharacters} of ${compared.characters}`,
        `sure figures wrong ${compared.wrongSureFigures} of ${compared.sureFigures}`,
        `rows ${found} of ${truth.rows.length} (${read.rows.length} read)`,
      ].join(', '),
    );
    for (const { text, read: as, sure } of compared.differing.slice(0, show))
      say(`  ${text} → ${as}${sure ? ' sure' : ''}`);
  }
  return sum;
}

function common(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  return one.filter((row) => {
    const at = left.indexOf(row);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function rowOf(kind: Kind, outcome: Outcome): Record<string, string | number> {
  const { pages, ms, find, read, lines, compared, printed, stored, found } = outcome;
  const total = (of: (each: CellComparison) => number): number =>
    compared.reduce((sum, each) => sum + of(each), 0);
  const aPage = (value: number): number => Math.round(value / Math.max(1, pages));
  return {
    kind,
    pages,
    'ms a page': aPage(ms),
    find: aPage(find),
    read: aPage(read),
    lines: aPage(lines),
    [`at ${LINES}`]: aPage(ms - read) + Math.round((LINES * read) / Math.max(1, lines)),
    error: percent(
      total((each) => each.wrongCharacters),
      total((each) => each.characters),
    ),
    exact: percent(
      total((each) => each.exact),
      total((each) => each.cells),
    ),
    sure: percent(
      total((each) => each.sure),
      total((each) => each.read),
    ),
    wrong: `${total((each) => each.wrongSureFigures)} of ${total((each) => each.sureFigures)}`,
    rows: printed,
    F1: percent(2 * found, printed + stored),
  };
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '40' },
    kind: { type: 'string', multiple: true, default: Object.keys(PICTURE_KINDS) },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
    engine: { type: 'string', default: 'own' },
  },
});
const kinds = values.kind.map((name) => {
  if (!(name in PICTURE_KINDS)) throw new Error(`--kind is one of ${Object.keys(PICTURE_KINDS).join(', ')}`);
  return name as Kind;
});
if (positionals.length === 0)
  throw new Error('npm run bench:ocr -- FOLDER|FILE.pdf… [--pages N] [--kind KIND]');
if (!['own', 'tesseract'].includes(values.engine)) throw new Error('--engine is own or tesseract');
const reader = values.engine === 'tesseract' ? tesseractReader() : await openTextReader();
if (!reader) throw new Error('text recognition is not installed: npm ci --include=optional');
const runs = await chooseRuns(positionals, Number(values.pages), Number(values.seed));
const rows: Record<string, string | number>[] = [];
for (const kind of kinds) rows.push(rowOf(kind, await benchKind(kind, runs, reader, Number(values.show))));
console.table(rows);
