import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../extractors/read-bytes.js';
import { verifyFile } from '../../extractors/verify/verify-file.js';
import { someOf } from '../support/thorough.js';

const OFFICE = '../shared/office';
const here = existsSync(OFFICE);
const files = here
  ? readdirSync(OFFICE).flatMap((folder) =>
      readdirSync(join(OFFICE, folder)).map((name) => join(folder, name)),
    )
  : [];

/** What the files that are not read end as; the others are read, or hold no text. */
const UNREAD: readonly [RegExp, string][] = [
  [/passtika|protected_(drm|normal|upper)|password\.xls/, 'encrypted'],
  [/WORKS|WordPerfect/, 'unsupported'],
  [/truncated/, 'corrupt'],
];
const READ = ['ok', 'partial', 'empty'];

/** Where the second reader is the one that errs: it shows hidden text, loses symbols, ruby bases, content controls or cells. */
const SECOND_ERRS =
  /WORD_(features|phonetic|2006ml|emptyParaInTextbox|numbered_list|override_list_numbering|template)|WORDML/;

const SLOWEST_MS = 10_000;

describe.skipIf(!here)('Word, Excel and WPS files written by real programs', () => {
  test.each(someOf(12, files))('%s', { timeout: SLOWEST_MS }, async (file) => {
    const bytes = new Uint8Array(readFileSync(join(OFFICE, file)));
    const { outcome, reason, blocks } = await readBytes(bytes, { path: file });
    const expected = UNREAD.find(([pattern]) => pattern.test(file))?.[1];
    if (expected) expect(outcome).toBe(expected);
    else expect(READ).toContain(outcome);
    if (outcome !== 'ok') expect(reason).toBeTruthy();
    if (outcome === 'ok') expect(blocks.length).toBeGreaterThan(0);
  });

  const comparable = someOf(12, files).filter(
    (file) => /\.(docx?|docm)$/.test(file) && !SECOND_ERRS.test(file),
  );
  test.each(comparable)('%s has the text its second reader has', { timeout: SLOWEST_MS }, async (file) => {
    const { onlyFirst, onlySecond, differing } = await verifyFile(
      new Uint8Array(readFileSync(join(OFFICE, file))),
      file,
    );
    expect({ onlyFirst, onlySecond, differing }).toEqual({ onlyFirst: [], onlySecond: [], differing: [] });
  });
});
