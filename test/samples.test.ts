import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../src/pipeline/reading/read-document.js';
import { privateIn } from './samples/private-in.js';
import {
  canReadSample,
  GOLDEN,
  goldenName,
  isScan,
  listSamples,
  readSample,
  renderSample,
  SAMPLES,
} from './samples/sample-files.js';
import { IS_THOROUGH } from './support/thorough.js';

const samples = listSamples();
/** Those that are read here: a scan takes as long as all the others. */
const readHere = samples.filter((sample) => IS_THOROUGH || !isScan(sample));
const UNREAD = '没有安装文字识别';
const textOf = (file: URL): string => readFileSync(file, 'utf8');

describe('samples', () => {
  it('have one golden result each, and no golden result is without a sample', () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(samples.map(goldenName).sort());
  });

  it('are listed in their README', () => {
    const listed = [...textOf(new URL('README.md', SAMPLES)).matchAll(/^\| (\S+\.\w+) \|/gm)];
    expect(listed.map(([, name]) => name).sort()).toEqual([...samples].sort());
  });

  it.for(readHere)('%s reads as its golden result', async (sample, { skip }) => {
    skip(!canReadSample(sample), UNREAD);
    expect(await renderSample(sample)).toBe(textOf(new URL(goldenName(sample), GOLDEN)));
  });

  it.each(readHere)('%s leaves no cell unclaimed', async (sample) => {
    const { claims } = await readSample(sample);
    expect(claims.filter((claim) => claim.status === 'unclaimed')).toEqual([]);
  });

  it('hold no telephone number and no filler but 某某', () => {
    for (const sample of samples.filter((name) => /\.(txt|html)$/.test(name))) {
      expect(privateIn(textOf(new URL(sample, SAMPLES))), sample).toEqual([]);
    }
  });
});

/** Values of the reading without where they stand and where their unit was printed. */
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, each) =>
      ['evidence', 'basis', 'unitFrom', 'contextUnit', 'form'].includes(key) ? undefined : each,
    ),
  );

describe('one table in two formats', () => {
  const pairs = [
    ['shanxi-pingding.docx', 'shanxi-pingding.html'],
    ['sichuan-qianwei.xlsx', 'sichuan-qianwei.html'],
    ['henan-luoning-2022-final.docx', 'henan-luoning-2022-final.html'],
    ['guizhou-xifeng-scan.pdf', 'guizhou-xifeng.html'],
  ] as const;
  it.for(pairs.filter(([sample]) => readHere.includes(sample)))(
    '%s reads as the page it was written from',
    async ([sample, page], { skip }) => {
      skip(!canReadSample(sample), UNREAD);
      const bytes = readFileSync(new URL(`./samples/pages/${page}`, import.meta.url));
      const { disclosures } = await readDocument(bytes, { path: 'a' });
      expect(withoutPlaces((await readSample(sample)).disclosures)).toEqual(withoutPlaces(disclosures));
    },
  );
});

describe('golden:update', () => {
  it('is refused in CI', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const { status, stderr } = spawnSync('node_modules/.bin/tsx', ['scripts/update-golden.ts'], {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      encoding: 'utf8',
    });
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: 'CI 中不更新基准结果' });
  });
});
