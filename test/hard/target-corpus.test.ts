import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../extractors/read-bytes.js';
import { readDisclosures } from '../../normalizers/read-disclosures.js';

const CORPUS = '../shared/corpus';
const WANTED_SHARE = 0.97;

async function targetsWithDigits(): Promise<{ target: string; kind: string }[]> {
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.pdf'),
  );
  const targets: { target: string; kind: string }[] = [];
  for (const path of files) {
    const extraction = await readBytes(readFileSync(join(CORPUS, path)), { path });
    for (const { indicators } of readDisclosures(extraction, { path }).disclosures) {
      for (const { target, parsed } of indicators)
        if (target && /\d/.test(target)) targets.push({ target, kind: parsed.kind });
    }
  }
  return targets;
}

describe.skipIf(!existsSync(CORPUS))('targets of published disclosures', () => {
  it('nearly all that hold a digit are understood', async () => {
    const targets = await targetsWithDigits();
    const left = targets.filter(({ kind }) => kind === 'text').map(({ target }) => target);
    expect(targets.length).toBeGreaterThan(1000);
    expect(1 - left.length / targets.length, left.join('\n')).toBeGreaterThanOrEqual(WANTED_SHARE);
  });
});
