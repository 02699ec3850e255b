import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { COMMAND_EXAMPLES, IMPORTED_FOLDER } from '../support/readme-examples.js';
import { scratchFolder } from '../support/scratch-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPX = `npx() { shift; "${process.execPath}" "${join(ROOT, 'dist/src/cli/main.js')}" "$@"; }`;

it('every command of the README does what it says, the import first', () => {
  const folder = scratchFolder();
  symlinkSync(join(ROOT, 'samples'), join(folder, IMPORTED_FOLDER));
  const lines = [...COMMAND_EXAMPLES].sort((a, b) => Number(isImport(b)) - Number(isImport(a)));
  expect(lines.length).toBeGreaterThan(12);
  expect(lines.filter(isImport)).toHaveLength(1);
  for (const line of lines) {
    const { status, stderr, stdout } = spawnSync('sh', ['-c', `${NPX}; ${line}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
    if (!/--output|--to |import|--text 信访/.test(line)) expect(stdout, line).not.toBe('');
  }
});

const isImport = (line: string): boolean => line.includes(' import ');
