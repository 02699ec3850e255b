import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everythingShown, withoutBlanks } from './privacy/everything-shown.js';
import { fieldProbes } from './privacy/field-probes.js';
import { harmlessPositions, privatePositions } from './privacy/positions.js';
import { formatsOf, type Probe, probeOf } from './privacy/probe.js';
import { WRITERS } from './privacy/write-probe.js';

/**
 * Plants invented persons and numbers, and what only looks like them, in files of six formats — in their texts, tables, sheets,
 * titles, names and folders — imports them with the built command and searches everything that can be seen of them: the
 * store with its packed readings, views, exports, reports of the import and the audit, findings and their evidence.
 * Two grammars: positions generated from labels, and forms written down one by one without a look at the mask.
 */
const SEED = 20240817;
const ROUNDS = 2;
const SHOWN = 60;

interface Result {
  kind: string;
  format: string;
  /** Where the token was readable. */
  where: string[];
}

const formats = Object.keys(WRITERS);
const only = process.argv[2];

async function measure(probes: readonly Probe[], joined: Join): Promise<Result[]> {
  const results: Result[] = [];
  for (const format of formats.filter((each) => only === undefined || only === each)) {
    const written = probes.filter((probe) => formatsOf(probe, formats).includes(format));
    results.push(...(await measureIn(format, written, joined)));
  }
  return results;
}

async function measureIn(format: string, probes: readonly Probe[], joined: Join): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-privacy-'));
  try {
    mkdirSync(join(folder, 'shown'));
    for (const [index, probe] of probes.entries()) {
      const below = join(folder, 'files', String(index), probe.folder ?? '');
      mkdirSync(below, { recursive: true });
      const bytes = WRITERS[format]?.(probe, `护林防火第${index}片区巡查`) ?? '';
      writeFileSync(join(below, `${probe.file ?? index}.${format}`), bytes);
    }
    const shown = await everythingShown(folder, 'files');
    const plain = [...shown].map(
      ([where, text]) => [where, `${text}\n${text.replace(/[-—－]/g, '')}`] as const,
    );
    const readable = (token: string): string[] =>
      plain.filter(([, text]) => text.includes(withoutBlanks(token))).map(([where]) => where);
    return probes.map(({ kind, tokens }) => ({ kind, format, where: tokens.map(readable).reduce(joined) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Join = (a: string[], b: string[]) => string[];

/** One readable token of many is a leak. */
const any: Join = (a, b) => [...a, ...b];
/** What must stay is to be readable whole. */
const every: Join = (a, b) => (a.length > 0 && b.length > 0 ? a : []);

const report = (title: string, wrong: readonly Result[], all: readonly Result[]): void => {
  console.log(`${title} ${wrong.length} of ${all.length}`);
  const grouped = new Map<string, string[]>();
  for (const { kind, format, where } of wrong) {
    const text = where.length > 0 ? `${format} (${[...new Set(where)].slice(0, 3).join(', ')})` : format;
    grouped.set(kind, [...(grouped.get(kind) ?? []), text]);
  }
  for (const [kind, found] of [...grouped].slice(0, SHOWN)) console.log(`  ${kind}: ${found.join('; ')}`);
};

const { planted, alike } = fieldProbes(SEED);
const seen = await measure([...planted, ...privatePositions(SEED, ROUNDS).map(probeOf)], any);
const kept = await measure([...alike, ...harmlessPositions(SEED, ROUNDS).map(probeOf)], every);
const missed = seen.filter(({ where }) => where.length > 0);
const masked = kept.filter(({ where }) => where.length === 0);
report('missed     ', missed, seen);
report('over-masked', masked, kept);
process.exitCode = missed.length > 0 || masked.length > kept.length * 0.01 ? 1 : 0;
