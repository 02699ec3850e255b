import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { startCommand } from './command.js';

const FILES = 1000;
/** A heap this small leaves no room for anything kept of every file; it also keeps garbage from looking like growth. */
const HEAP = ['--max-old-space-size=64'];
const MOST_GROWTH_MEGABYTES = 15;

const residentMegabytes = (pid: number | undefined): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1024;
};

it(`keeps the memory of the parent flat over ${FILES} files`, async () => {
  const folder = newFolder();
  try {
    writePile(folder, { files: FILES, formats: ['txt'] });
    const samples: { done: number; megabytes: number }[] = [];
    const heard = (line: string): void => {
      const done = Number(/^\[(\d+)\//.exec(line)?.[1]);
      if (done % 50 === 0) samples.push({ done, megabytes: residentMegabytes(importing.child.pid) });
    };
    const importing = startCommand(folder, ['import', '.', '--jobs', '2'], heard, HEAP);
    expect((await importing.ended).status).toBe(0);
    const mean = (from: number, to: number): number => {
      const part = samples.filter(({ done }) => done > from * FILES && done <= to * FILES);
      return part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
    };
    const growth = mean(0.75, 1) - mean(0.25, 0.5);
    expect(growth, JSON.stringify(samples)).toBeLessThan(MOST_GROWTH_MEGABYTES);
  } finally {
    removeFolder(folder);
  }
});
