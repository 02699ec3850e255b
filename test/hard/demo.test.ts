import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('the demo fits a page and ends on a finding: its words, its calculation, its place and its page', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'scripts/demo.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  const end = stdout.slice(stdout.lastIndexOf('\n\n'));
  expect(end).toMatch(/原文 {2}「.+[*×].+」\n {2}算式 {2}.+≠.+\n/);
  expect(end).toMatch(/位置 {2}samples\/\S+ {2}\S+/);
  const [, store = ''] = /网页 {2}http:\/\/127\.0\.0\.1:8421\/findings\/\d+，.* --db (\S+)\n/.exec(end) ?? [];
  expect(store.startsWith(tmpdir())).toBe(true);
  expect(existsSync(store)).toBe(true);
  rmSync(join(store, '..'), { recursive: true });
});
