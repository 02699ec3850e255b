import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writePile } from '../../scripts/generate-pile.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { startCommand } from './command.js';

const FILES = 2000;
const MOST_GROWTH_MEGABYTES = 30;
const MOST_MEGABYTES = 400;

const residentMegabytes = (pid: number | undefined): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? 0) / 1024;
};

it(`keeps the memory of the parent flat over ${FILES} files`, async () => {
  const folder = newFolder();
  try {
    writePile(folder, { files: FILES, formats: ['txt'] });
    const samples: { done: number; megabytes: number }[] = [];
    const importing = startCommand(folder, ['import', '.', '--jobs', '2'], (line) => {
      const done = Number(/^\[(\d+)\//.exec(line)?.[1]);
      if (done % 100 === 0) samples.push({ done, megabytes: residentMegabytes(importing.child.pid) });
    });
    expect((await importing.ended).status).toBe(0);
    const mean = (from: number, to: number): number => {
      const part = samples.filter(({ done }) => done > from * FILES && done <= to * FILES);
      return part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
    };
    // The heap of Node.js takes its working size first.
    const growth = mean(0.75, 1) - mean(0.4, 0.65);
    expect(growth, JSON.stringify(samples)).toBeLessThan(MOST_GROWTH_MEGABYTES);
    expect(Math.max(...samples.map(({ megabytes }) => megabytes))).toBeLessThan(MOST_MEGABYTES);
  } finally {
    removeFolder(folder);
  }
});
