import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../scripts/bundle.mjs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const IMPORTED = /(?:\bfrom|\bimport\(|^import) ?"(\.[^"]+)"/gm;
const AT_ONCE = /^import (?:[^"]* from )?"(\.[^"]+)";$/gm;

const { files } = JSON.parse(readFileSync(join(DIST, 'bundled.json'), 'utf8')) as { files: string[] };
const chunks = files.filter((file) => file.endsWith('.js'));
const entries = ENTRIES.map((entry) => entry.replace(/\.ts$/, '.js'));

const importedBy = (chunk: string): string[] => importsOf(chunk, IMPORTED);
const importedAtOnceBy = (chunk: string): string[] => importsOf(chunk, AT_ONCE);

const importsOf = (chunk: string, how: RegExp): string[] =>
  [...readFileSync(join(DIST, chunk), 'utf8').matchAll(how)].map(([, path = '']) =>
    relative(DIST, join(DIST, dirname(chunk), path)),
  );

function reachedFrom(entry: string, importsOfChunk: (chunk: string) => string[]): Set<string> {
  const reached = new Set([entry]);
  for (const chunk of reached) for (const file of importsOfChunk(chunk)) reached.add(file);
  return reached;
}

describe('what processes start with', () => {
  it('is bundled, each of them', () => {
    expect(chunks).toEqual(expect.arrayContaining(entries));
  });

  it('asks for no file that is not there, nor for a module outside the bundle', () => {
    const imported = new Set(chunks.flatMap(importedBy));
    expect(imported.size).toBeGreaterThan(100);
    expect([...imported].filter((file) => !chunks.includes(file) || !existsSync(join(DIST, file)))).toEqual(
      [],
    );
  });

  it.each(entries)('%s starts no other: what it does as it is loaded it does alone', (entry) => {
    expect([...reachedFrom(entry, importedBy)].filter((file) => entries.includes(file))).toEqual([entry]);
  });

  it('is packed without what a bundle before has left', () => {
    const [all, ...packed] = readFileSync(join(DIST, 'chunks/.npmignore'), 'utf8').trim().split('\n');
    const named = files.filter((file) => file.startsWith('chunks/')).map((file) => `!${basename(file)}`);
    expect([all, new Set(packed)]).toEqual(['*', new Set(named)]);
  });

  it('opens few files to read', () => {
    const reading = 'src/pipeline/reading/read-entry.js';
    expect(reachedFrom(reading, importedAtOnceBy).size).toBeLessThan(12);
  });
});
