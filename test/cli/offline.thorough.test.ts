import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linkSamples } from '../support/link-samples.js';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';

const REFUSE = new URL('../support/refuse-network.mjs', import.meta.url).href;

const watched = (folder: string) => ({
  NODE_OPTIONS: `--import=${REFUSE}`,
  REFUSED_NETWORK: join(folder, 'attempts'),
});

it('reaches for no other machine, in whatever process', () => {
  const folder = scratchFolder();
  linkSamples(join(folder, 'samples'), true);
  for (const args of [
    ['import', 'samples'],
    ['audit', '--format', 'html', '--output', '疑点.html'],
    ['search', '宣传'],
    ['sql', 'select count(*) from projects'],
    ['export', '--to', '导出'],
    ['verify', 'samples/hunan-liuyang.txt'],
  ]) {
    const { status, stderr } = runCommand(folder, args, watched(folder));
    expect([0, 3], stderr).toContain(status);
  }
  expect(existsSync(join(folder, 'attempts')) && readFileSync(join(folder, 'attempts'), 'utf8')).toBe(false);
});

it.each([
  "fetch('http://192.0.2.1/')",
  "import('node:https').then((https) => https.get('https://192.0.2.1/'))",
  "import('node:dns').then((dns) => dns.default.lookup('example.org', () => {}))",
  "import('node:child_process').then(({ spawnSync }) => spawnSync(process.execPath, ['-e', 'fetch(`http://192.0.2.1/`)']))",
])('would be noticed: %s', (code) => {
  const folder = scratchFolder();
  spawnSync(process.execPath, ['-e', code], { cwd: folder, env: { ...process.env, ...watched(folder) } });
  expect(existsSync(join(folder, 'attempts'))).toBe(true);
});
