/**
 * How many findings are right and useful: a sheet for a person to mark, and the marks read back.
 *
 * `npm run audit:precision -- FOLDER --sheet OUT` reads the folder, audits it and writes OUT/疑点.html, every finding with its
 * drawn evidence, and OUT/marks.csv, a row for each: write `useful`, `noise` or `wrong` into `mark`. What the readings of the
 * repository have marked already is filled in.
 * `npm run audit:precision -- FOLDER [MARKS.csv …]` prints precision by severity and rule with Wilson's interval, where
 * readings differ, and how many findings nobody has marked. Without files it takes those of the repository.
 * Exit code 1 when a finding stands that a reading calls wrong.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SEVERITIES } from '../src/model/facts/severities.js';
import { csvLine } from '../src/report/csv-line.js';
import buildOnce from '../test/support/build-once.js';
import { type FoundFinding, findingsOf } from './precision/findings-of.js';
import { interval } from './precision/interval.js';
import { keyOf, MARK_COLUMNS, MARKS, type Mark, type MarkedFinding, readMarks } from './precision/marks.js';

const READINGS = fileURLToPath(new URL('../test/audit/precision/', import.meta.url));
const say = (text: string): void => console.log(text);

type Readings = ReadonlyMap<string, MarkedFinding>[];

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { sheet: { type: 'string' } },
  });
  const [folder, ...files] = positionals;
  if (folder === undefined || !existsSync(folder)) {
    say('npm run audit:precision -- FOLDER [--sheet OUT] [MARKS.csv …]：请给出一个文件夹');
    process.exitCode = 2;
    return;
  }
  await buildOnce();
  const readings = (files.length > 0 ? files : storedReadings()).map(readMarks);
  const { sheet } = values;
  if (sheet !== undefined) mkdirSync(sheet, { recursive: true });
  const { findings, paths } = findingsOf(resolve(folder), sheet && resolve(sheet, '疑点.html'));
  if (sheet === undefined) report(findings, paths, readings);
  else writeSheet(sheet, findings, paths, readings);
}

const storedReadings = (): string[] =>
  existsSync(READINGS)
    ? readdirSync(READINGS)
        .filter((file) => /^marks-\d+\.csv$/.test(file))
        .sort()
        .map((file) => join(READINGS, file))
    : [];

function writeSheet(
  folder: string,
  findings: readonly FoundFinding[],
  paths: ReadonlyMap<number, string>,
  readings: Readings,
): void {
  const rows = findings.map((each) => {
    const marked = marksOf(each, readings)[0];
    return { ...each, document: paths.get(each.document_id), mark: marked?.mark, why: marked?.why };
  });
  const columns = [...MARK_COLUMNS, 'id', 'document', 'place', 'verdict', 'message'];
  const lines = rows.map((row: Partial<Record<string, string | number | null>>) =>
    csvLine(columns.map((column) => row[column] ?? null)),
  );
  writeFileSync(join(folder, 'marks.csv'), `\uFEFF${csvLine(columns)}${lines.join('')}`);
  say(`${findings.length} 条疑点写入 ${join(folder, 'marks.csv')}，证据在 ${join(folder, '疑点.html')}`);
}

const marksOf = (finding: FoundFinding, readings: Readings): MarkedFinding[] =>
  readings.flatMap((reading) => reading.get(keyOf(finding)) ?? []);

/** The gravest thing readers said of it: `wrong` before `noise` before `useful`; null where nobody has read it. */
function worstOf(marks: readonly MarkedFinding[]): Mark | null {
  return MARKS.toReversed().find((mark) => marks.some((each) => each.mark === mark)) ?? null;
}

function report(
  findings: readonly FoundFinding[],
  paths: ReadonlyMap<number, string>,
  readings: Readings,
): void {
  const marked = findings.map((finding) => {
    const marks = marksOf(finding, readings);
    return { finding, marks, mark: worstOf(marks) };
  });
  const told = (title: string, some: typeof marked): void => {
    const count = (mark: Mark | null): number => some.filter((each) => each.mark === mark).length;
    const read = some.length - count(null);
    const [from, to] = interval(count('useful'), read);
    const share = read === 0 ? '–' : `${((100 * count('useful')) / read).toFixed(0)} %`;
    say(
      `${title.padEnd(44)} ${String(some.length).padStart(4)} 条  有用 ${count('useful')}  噪声 ${count('noise')}  错 ${count('wrong')}  未标 ${count(null)}  精确率 ${share}（${from.toFixed(0)}–${to.toFixed(0)} %）`,
    );
  };
  for (const severity of SEVERITIES) {
    const some = marked.filter(({ finding }) => finding.severity === severity);
    told(severity, some);
    for (const rule of [...new Set(some.map(({ finding }) => finding.rule))].sort())
      told(
        `  ${rule}`,
        some.filter(({ finding }) => finding.rule === rule),
      );
  }
  const differing = marked.filter(({ marks }) => new Set(marks.map(({ mark }) => mark)).size > 1);
  const seenTwice = marked.filter(({ marks }) => marks.length > 1).length;
  say(`两次阅读都标的 ${seenTwice} 条，其中不一致 ${differing.length} 条`);
  for (const { finding, marks } of differing)
    say(`  f${finding.id} ${finding.rule}：${marks.map(({ mark, why }) => `${mark}（${why}）`).join(' / ')}`);
  const wrong = marked.filter(({ mark }) => mark === 'wrong');
  for (const { finding, marks } of wrong)
    say(
      `标为错而仍在：${finding.rule} ${paths.get(finding.document_id)} ${finding.place ?? ''} ${finding.message}（${marks.find(({ mark }) => mark === 'wrong')?.why}）`,
    );
  if (wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
