/**
 * Feeds damaged documents of every format to the compiled readers in a child process: `npm run fuzz -- [--mutants 1000]
 * [--format doc] [--seed 1] [--dist dist]`. Fails on a crash, a hang, an error thrown, or memory that grows.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzzSeeds } from '../test/support/fuzz-seeds.js';
import { mutate } from '../test/support/mutate.js';
import { SeededRandom } from '../test/support/seeded-random.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const READER = join(ROOT, 'scripts/fuzz-reader.mjs');
const HANG_MS = 20_000;
const HEAP_MB = 1_024;
/** Memory is compared from here on, when everything is loaded. */
const WARM_AFTER = 200;
const GROWTH_BYTES = 150 * 1024 * 1024;

interface Answer {
  outcome?: string;
  fault?: string;
  residentBytes?: number;
}

interface FuzzReport {
  format: string;
  mutants: number;
  outcomes: Record<string, number>;
  slowestMs: number;
  grownBytes: number;
  /** What went wrong, each with the file that holds the mutant. */
  failures: string[];
}

/** Runs the fuzz and prints a report a format; answers how many failures there were. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      mutants: { type: 'string', default: '1000' },
      format: { type: 'string' },
      seed: { type: 'string', default: '1' },
      dist: { type: 'string', default: join(ROOT, 'dist') },
    },
  });
  let failures = 0;
  for (const [format, bytes] of fuzzSeeds()) {
    if (values.format !== undefined && values.format !== format) continue;
    const random = new SeededRandom(Number(values.seed));
    const report = await fuzzFormat(format, bytes, random, Number(values.mutants), resolve(values.dist));
    failures += report.failures.length;
    console.log(lineOf(report));
    for (const failure of report.failures) console.log(`  ${failure}`);
  }
  return failures;
}

async function fuzzFormat(
  format: string,
  bytes: Uint8Array,
  random: SeededRandom,
  mutants: number,
  dist: string,
): Promise<FuzzReport> {
  const report: FuzzReport = { format, mutants, outcomes: {}, slowestMs: 0, grownBytes: 0, failures: [] };
  let child = await startReader(dist);
  let warm: number | undefined;
  for (let i = 0; i < mutants; i++) {
    const mutant = i === 0 ? bytes : mutate(bytes, random);
    const from = performance.now();
    const answer = await ask(child, mutant);
    report.slowestMs = Math.max(report.slowestMs, performance.now() - from);
    const ended = answer.outcome ?? 'fault';
    report.outcomes[ended] = (report.outcomes[ended] ?? 0) + 1;
    if (answer.fault !== undefined) report.failures.push(`${answer.fault} (${keep(format, i, mutant)})`);
    if (answer.residentBytes === undefined) {
      child.kill('SIGKILL');
      child = await startReader(dist);
      warm = undefined;
    } else if (i >= WARM_AFTER) {
      warm ??= answer.residentBytes;
      report.grownBytes = answer.residentBytes - warm;
    }
  }
  child.kill();
  if (report.grownBytes > GROWTH_BYTES)
    report.failures.push(`memory grew by ${megabytes(report.grownBytes)}`);
  return report;
}

async function startReader(dist: string): Promise<ChildProcess> {
  const child = fork(READER, [dist], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await next(child);
  return child;
}

async function ask(child: ChildProcess, bytes: Uint8Array): Promise<Answer> {
  const answer = next(child);
  child.send({ bytes });
  return answer;
}

/** The next message; a fault when the child dies or is silent for too long. */
function next(child: ChildProcess): Promise<Answer> {
  return new Promise((done) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      done(answer);
    };
    const timer = setTimeout(() => settle({ fault: `hang: no answer in ${HANG_MS / 1000} s` }), HANG_MS);
    child.once('message', (message) => settle(message as Answer));
    child.once('exit', (code, signal) => settle({ fault: `crash: ${signal ?? `exit code ${code}`}` }));
    child.once('error', (error) => settle({ fault: `crash: ${error.message}` }));
  });
}

function keep(format: string, number: number, mutant: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'mingzhang-fuzz-')), `${format}-${number}`);
  writeFileSync(file, mutant);
  return file;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const lineOf = ({ format, mutants, outcomes, slowestMs, grownBytes, failures }: FuzzReport): string =>
  [
    format.padEnd(5),
    `${mutants} mutants`,
    Object.entries(outcomes)
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', '),
    `slowest ${Math.round(slowestMs)} ms`,
    `memory ${grownBytes < 0 ? '-' : '+'}${megabytes(Math.abs(grownBytes))}`,
    `failures ${failures.length}`,
  ].join(' · ');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = (await main(process.argv.slice(2))) > 0 ? 1 : 0;
}
