import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canRecognize } from '../../extractors/scanned/recognition-for.js';
import { linkSamples } from '../support/link-samples.js';
import { LIBRARY_EXAMPLES } from '../support/readme-examples.js';
import { scratchFolder } from '../support/scratch-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Runs a program in a folder where `mingzhang` is installed and its samples are at hand. */
function runExample(code: string) {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/mingzhang'));
  linkSamples(join(folder, 'samples'), true);
  writeFileSync(join(folder, 'example.mjs'), code);
  return spawnSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
}

/** The scan among the samples, where nothing is installed that recognizes it. */
const UNREAD = !canRecognize() ? 1 : 0;

describe('the examples of the README', () => {
  it('are three', () => {
    expect(LIBRARY_EXAMPLES).toHaveLength(3);
  });

  it.each([
    ['reads one file', 0, /^ok \[ \[ '浏阳市委政法委员会', 2024, \d+ \] \]/],
    ['asks a store', 1, new RegExp(`没有读成的：${UNREAD}[\\s\\S]*见义勇为[\\s\\S]*【宣传】`)],
    ['audits a store', 2, /\d+ 份文档，\d+ 条待核实线索[\s\S]*rule/],
  ])('%s', (_, index, expected) => {
    const { status, stdout, stderr } = runExample(LIBRARY_EXAMPLES[index] ?? '');
    expect(stderr).toBe('');
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });
});
