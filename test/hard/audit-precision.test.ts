import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

/** Findings people have read, test/audit/precision: what they called wrong must not come back. */
it.skipIf(!existsSync(CORPUS))('no finding stands that a reading calls wrong', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/audit-precision.ts', CORPUS], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).not.toContain('标为错而仍在');
  expect(stdout).toMatch(/有用 [1-9]/);
  expect(status).toBe(0);
});

it('every error and warning on the samples has been read', () => {
  const { status, stdout } = spawnSync('npx', ['tsx', 'scripts/audit-precision.ts', 'samples'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  for (const severity of ['error', 'warning']) {
    expect(stdout).toMatch(new RegExp(`^${severity} .*噪声 0  错 0  未标 0`, 'm'));
  }
});
