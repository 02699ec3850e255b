import { describe, expect, it } from 'vitest';
import { canRecognize } from '../../../extractors/scanned/recognition-for.js';
import type { PictureFate } from '../../../src/model/grid.js';
import type { Outcome } from '../../../src/model/outcome.js';
import { curableOutcomes, retryable } from '../../../src/pipeline/import/retryable.js';
import { READER_VERSION } from '../../../src/pipeline/reading/reader-version.js';
import { buildDocument } from '../../support/document-builder.js';
import { freshStore } from '../../support/fresh-store.js';

const ended = (path: string, outcome: Outcome, pictures?: PictureFate) => ({
  ...buildDocument({ path, title: path, disclosures: [] }),
  readerVersion: READER_VERSION,
  outcome,
  ...(pictures ? { pictures } : {}),
});

describe.skipIf(!canRecognize())('what is read again', () => {
  it('are documents that had no time or room, and pictures that can be recognized by now', async () => {
    const store = freshStore();
    await store.save(ended('甲.pdf', 'needs-ocr', 'left'));
    await store.save(ended('乙.pdf', 'needs-ocr', 'read'));
    await store.save(ended('丙.doc', 'timeout'));
    await store.save(ended('丁.txt', 'ok'));
    const pathsOf = async (outcomes: readonly Outcome[], ocr?: 'off'): Promise<string[]> =>
      (await retryable(store, outcomes, ocr)).map(({ readAs }) => readAs).sort();
    expect(await pathsOf(curableOutcomes())).toEqual(['丙.doc', '甲.pdf']);
    expect(await pathsOf(curableOutcomes('off'), 'off')).toEqual(['丙.doc']);
    expect(await pathsOf(['needs-ocr'])).toEqual(['甲.pdf']);
    expect(await pathsOf(['timeout'])).toEqual(['丙.doc']);
  });
});
