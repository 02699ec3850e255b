import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { isRunning } from '../../src/processes/is-running.js';
import { scratchFolder } from '../support/scratch-folder.js';

const entry = fileURLToPath(new URL('../support/misbehaving-worker.mjs', import.meta.url));
const module = new URL('../../dist/src/processes/job-process.js', import.meta.url);

/** A program that reads one file, which never ends. */
const program = (file: string): string => `
import { JobProcess } from ${JSON.stringify(module.href)};
const limits = { stallMs: 60_000, totalMs: 60_000, rssBytes: 1e9, heapMegabytes: 100 };
await new JobProcess({ entry: ${JSON.stringify(entry)}, title: '读取进程', limits }).run({ file: ${JSON.stringify(file)}, path: 'orphan.txt', hints: {} });
`;

it.skipIf(process.platform === 'win32')(
  'ends a reader in an endless loop with the program that started it, however that ends',
  async () => {
    const file = join(scratchFolder({ 'orphan.txt': 'x' }), 'orphan.txt');
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', program(file)], {
      stdio: 'inherit',
    });
    await vi.waitFor(() => expect(existsSync(`${file}.pid`)).toBe(true), 15_000);
    const reader = Number(readFileSync(`${file}.pid`, 'utf8'));
    expect(isRunning(reader)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'close');
    await vi.waitFor(() => expect(isRunning(reader)).toBe(false), 10_000);
  },
);
