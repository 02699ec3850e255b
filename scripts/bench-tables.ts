/**
 * Whether the tables we read are those of the page: `npm run bench:tables -- FOLDER` scores the documents below a folder against
 * the expectations beside them (scripts/tables/expected-tables.ts: ICDAR-2013 `NAME-str.xml`, CSV, JSON), and in the same run
 * pdf-parse's getTable and mammoth on the files they read. Per first folder below it and reader:
 *
 * exact      expected tables found with the same texts at the same rows and columns (spans are not compared)
 * precision  adjacency relations found that are expected ÷ found, of the tables that answer to an expected one
 * recall     those ÷ expected, of all expected tables
 * extra      found tables that answer to none
 * failed     files the reader failed on; what is expected of them counts as not found
 *
 * A relation is a cell's text and that of its next filled neighbour to the right or below (scripts/tables/adjacency.ts), texts in
 * NFKC without white space. Without a folder it scores our own suite, made by a seed (`--seed`, 1), and with `--docs` writes the
 * result into docs/readers.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { grouped } from './recall/grouped.js';
import { expectedTables } from './tables/expected-tables.js';
import { readersDoc } from './tables/readers-doc.js';
import { byKind, type FileScore } from './tables/score-kinds.js';
import { addScores, scoreTables, type TablesScore } from './tables/score-tables.js';
import { readersFor, TABLE_READERS } from './tables/table-readers.js';
import { writeSuite } from './tables/write-suite.js';

const DOC = new URL('../docs/readers.md', import.meta.url);
const MOST_FILES = 80;
const say = (text: string): void => console.log(text);
const percent = (part: number, whole: number): string =>
  whole ? `${((100 * part) / whole).toFixed(1)} %` : '–';

async function scoreFolder(folder: string): Promise<FileScore[]> {
  const { documents, left } = expectedTables(folder);
  const scores: FileScore[] = [];
  for (const { path, tables } of documents) {
    const kind = path.includes(sep) ? (path.split(sep)[0] ?? '.') : '.';
    const bytes = readFileSync(join(folder, path));
    for (const reader of readersFor(path)) {
      try {
        const found = await reader.read(bytes, path);
        scores.push({ path, kind, reader: reader.name, failed: false, ...scoreTables(tables, found) });
      } catch (error) {
        left.push(`${path}: ${reader.name}: ${error instanceof Error ? error.message : String(error)}`);
        scores.push({ path, kind, reader: reader.name, failed: true, ...scoreTables(tables, []) });
      }
    }
  }
  if (left.length)
    say(`not scored, or failed (${left.length}):\n${left.map((line) => `  ${line}`).join('\n')}`);
  return scores;
}

const shown = ({ tables, exact, extra, expected, found, shared }: TablesScore) => ({
  tables,
  exact,
  precision: percent(shared, found),
  recall: percent(shared, expected),
  extra,
});

function sayScores(scores: readonly FileScore[]): void {
  console.table(
    byKind(scores).map(({ kind, reader, files, failed, ...of }) => ({
      kind,
      reader,
      files,
      ...shown(of),
      failed,
    })),
  );
  const ours = TABLE_READERS[0]?.name;
  const inexact = scores.filter(({ reader, exact, tables }) => reader === ours && exact < tables);
  if (inexact.length) {
    say(
      `files with tables we do not read exactly (${Math.min(MOST_FILES, inexact.length)} of ${inexact.length}):`,
    );
    console.table(inexact.slice(0, MOST_FILES).map(({ path, ...of }) => ({ path, ...shown(of) })));
  }
  for (const [reader, of] of grouped(scores, ({ reader }) => reader)) {
    const { tables, exact, precision, recall, extra } = shown(addScores(of));
    say(
      `${reader}: ${of.length} files, ${exact} of ${tables} tables exact, precision ${precision}, recall ${recall}, ${extra} extra`,
    );
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, docs: { type: 'boolean', default: false } },
});
const [given] = positionals;
if (given && values.docs) throw new Error('npm run bench:tables -- FOLDER | [--seed N] [--docs]');
const folder = given ?? mkdtempSync(join(tmpdir(), 'mingzhang-tables-'));
try {
  if (!given) await writeSuite(folder, Number(values.seed));
  const scores = await scoreFolder(folder);
  sayScores(scores);
  if (values.docs) writeFileSync(DOC, readersDoc(byKind(scores), Number(values.seed)));
} finally {
  if (!given) rmSync(folder, { recursive: true, force: true });
}
