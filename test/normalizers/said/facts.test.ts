import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { arrangeBlocks } from '../../../normalizers/arrange/arrange-blocks.js';
import { mendBlocks } from '../../../normalizers/characters/mend-blocks.js';
import { readSaid } from '../../../normalizers/said/read-said.js';
import { someOf } from '../../support/thorough.js';
import { shown } from './said-in.js';

const CORPUS = '../shared/corpus';

/**
 * Packs of which facts/ lists what their prose states, one a line: where, and what `shown` would print, in the words the reader has for it. The
 * lists were looked through beside the pages; they are no count made without the reader, and a figure overlooked there and here is in neither.
 */
const PACKS = [
  'guojia/xinfangju-2024-juesuan.pdf',
  'hangzhou/qixiangju.pdf',
  'shanghai/xinfangju.pdf',
  'xian/qixiangju.pdf',
];

const factsOf = (pack: string): string[] => {
  const name = pack.replace('/', '-').replace(/\.pdf$/, '');
  const file = new URL(`facts/${basename(name)}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').trim().split('\n');
};

/** Lines of the one that are not in the other, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

describe.skipIf(!existsSync(CORPUS))('what the prose of real packs states', () => {
  it.each(someOf(2, PACKS))('%s: nothing that is not there, and nearly all that is', async (pack) => {
    const { blocks } = await readBytes(new Uint8Array(readFileSync(`${CORPUS}/${pack}`)), { path: pack });
    const said = readSaid(arrangeBlocks(mendBlocks(blocks))).map(
      (one) => `${one.evidence.place} ${shown(one)}`,
    );
    const facts = factsOf(pack);
    const wrong = without(said, facts);
    expect(wrong.length / said.length, wrong.join('\n')).toBeLessThanOrEqual(0.02);
    const missed = without(facts, said);
    expect(missed.length / facts.length, missed.join('\n')).toBeLessThanOrEqual(0.15);
  });
});
