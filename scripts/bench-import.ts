/**
 * The whole import on a generated pile: speed with 1 and 2 jobs, where the time goes, memory, evenness, repetition; beside it,
 * in the same run on the same files, mammoth → HTML alone and pdf-parse text alone.
 *
 * `--even` runs the long import with 2 jobs only (with `--files 20000`); `--pdfs FOLDER` compares on real PDFs as well, each
 * several times, so that starting up weighs as little as in a year's import.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import buildOnce from '../test/support/build-once.js';
import { type OtherTime, timeMammoth, timePdfParse } from './bench-import/other-readers.js';
import { sharesOf } from './bench-import/shares.js';
import { type TimedImport, timeImport } from './bench-import/time-import.js';
import { timeRead } from './bench-import/time-read.js';
import { type PileFormat, writePile } from './generate-pile.js';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '800' },
    seed: { type: 'string', default: '1' },
    even: { type: 'boolean', default: false },
    pdfs: { type: 'string' },
  },
});
const files = Number(values.files);
const seed = Number(values.seed);
const COPIES = 8;
const MEGABYTE = 1024 * 1024;
const work = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));

const load = (): string => loadavg()[0]?.toFixed(1) ?? '';
const say = (text: string): void => console.log(text);
const perSecond = (count: number, seconds: number): string => (count / seconds).toFixed(1);

function describe(name: string, run: TimedImport, bytes: number): void {
  const megabytes = perSecond(bytes / MEGABYTE, run.seconds);
  say(
    `${name}: ${run.seconds.toFixed(1)} s, ${perSecond(run.files, run.seconds)} files/s, ${megabytes} MB/s, peak RSS parent ${run.parentMegabytes} MB, a child ${run.childMegabytes} MB, CPU parent ${run.parentCpu.toFixed(1)} s, children ${run.childrenCpu.toFixed(1)} s (load ${load()})`,
  );
}

/** Work of one core against half the work of two: what idle cores would give, whoever else uses them now. */
function sayPossible(one: TimedImport, two: TimedImport): void {
  const work = two.childrenCpu + two.parentCpu;
  const share = ((100 * two.parentCpu) / work).toFixed(0);
  say(
    `by processor time: the parent does ${share} % of the work; 2 idle cores would take ${((2 * one.childrenCpu) / work).toFixed(2)} × less time than 1 job`,
  );
}

function sayEvenness({ firstTenth, lastTenth, firstTenthCpu, lastTenthCpu }: TimedImport): void {
  const milliseconds = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`;
  say(
    `files/s in the first tenth ${firstTenth.toFixed(1)}, in the last ${lastTenth.toFixed(1)}: ${(lastTenth / firstTenth).toFixed(2)}; processor time a file ${milliseconds(firstTenthCpu)} and ${milliseconds(lastTenthCpu)}: ${(firstTenthCpu / lastTenthCpu).toFixed(2)} (goal 0.9–1.1 at 20,000 files)`,
  );
}

function makePile(): { pile: string; bytes: number } {
  const pile = join(work, 'pile');
  const bytes = writePile(pile, { files, seed });
  say(`pile: ${files} files, ${(bytes / MEGABYTE).toFixed(1)} MB, text, html, docx, pdf, seed ${seed}`);
  return { pile, bytes };
}

async function benchEvenness(): Promise<void> {
  const { pile, bytes } = makePile();
  const run = await timeImport(pile, join(work, 'even.db'), 2);
  describe('2 jobs', run, bytes);
  sayEvenness(run);
}

async function benchPile(): Promise<void> {
  const { pile, bytes } = makePile();
  const one = await timeImport(pile, join(work, 'one.db'), 1);
  describe('1 job', one, bytes);
  const two = await timeImport(pile, join(work, 'two.db'), 2);
  describe('2 jobs', two, bytes);
  say(`2 jobs : 1 job = ${(one.seconds / two.seconds).toFixed(2)} × (goal ≥ 1.6 on 2 idle cores)`);
  sayPossible(one, two);
  sayEvenness(two);
  const again = await timeImport(pile, join(work, 'two.db'), 2);
  say(
    `unchanged again: ${again.seconds.toFixed(2)} s, ${(two.seconds / again.seconds).toFixed(0)} × as fast (goal ≥ 30)`,
  );
}

async function benchShares(): Promise<void> {
  const shares = await sharesOf({ files: Math.min(files, 200), seed });
  const total = Object.values(shares).reduce((sum, each) => sum + each, 0);
  const parts = Object.entries(shares).map(
    ([name, time]) => `${name} ${((100 * time) / total).toFixed(0)} %`,
  );
  say(`shares of one process: ${parts.join(', ')} (goal: all after extract < 35 %; load ${load()})`);
}

async function benchAgainst(
  format: PileFormat,
  name: string,
  other: (folder: string) => Promise<OtherTime>,
): Promise<void> {
  const folder = join(work, format);
  writePile(folder, { files: Math.ceil(files / 4), seed, formats: [format] });
  await compareOn(folder, format, name, other);
}

/** Copies of the PDFs below a folder that differ in a comment at their end, and so count as other files. */
function multiply(folder: string): string {
  const copies = join(work, 'real');
  mkdirSync(copies);
  const pdfs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.pdf$/i.test(path),
  );
  for (const [index, path] of pdfs.entries()) {
    const bytes = readFileSync(join(folder, path));
    for (let copy = 0; copy < COPIES; copy++) {
      writeFileSync(
        join(copies, `${index}-${copy}.pdf`),
        Buffer.concat([bytes, Buffer.from(`\n%${copy}\n`)]),
      );
    }
  }
  return copies;
}

async function compareOn(
  folder: string,
  what: string,
  name: string,
  other: (folder: string) => Promise<OtherTime>,
): Promise<void> {
  const theirs = await other(folder);
  const ours = await timeImport(folder, join(work, `${basename(folder)}.db`), 1);
  const cpu = ours.parentCpu + ours.childrenCpu;
  const read = timeRead(folder);
  say(
    `${what}: import ${cpu.toFixed(1)} s ÷ read ${read.toFixed(1)} s of processor time = ${(cpu / read).toFixed(2)} (goal 1.25; load ${load()})`,
  );
  say(
    `${what}: ${name} alone ${theirs.seconds.toFixed(1)} s, the whole of mingzhang with 1 job ${ours.seconds.toFixed(1)} s: ${(theirs.seconds / ours.seconds).toFixed(2)} ×; processor time ${theirs.cpu.toFixed(1)} s and ${cpu.toFixed(1)} s: ${(theirs.cpu / cpu).toFixed(2)} × (goal > 1; load ${load()})`,
  );
}

try {
  await buildOnce();
  if (values.even) await benchEvenness();
  else {
    await benchPile();
    await benchShares();
    await benchAgainst('docx', 'mammoth → HTML', timeMammoth);
    await benchAgainst('pdf', 'pdf-parse text', timePdfParse);
    if (values.pdfs) await compareOn(multiply(values.pdfs), 'real pdf', 'pdf-parse text', timePdfParse);
  }
} finally {
  if (existsSync(work)) rmSync(work, { recursive: true, force: true });
}
