import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { collected } from '../../support/collected.js';
import { findingOn } from '../../support/sample-report.js';
import type { OpenEngine } from './contract-of.js';
import { SAMPLE, sample, saveSample } from './sample-documents.js';

/** What keeps a store sound. */
export function careContract(open: OpenEngine): void {
  describe('care', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await saveSample(store);
    });
    afterEach(() => store.close());

    it('finds nothing wrong after any change', async () => {
      await store.assign(sample(0).sha256, { year: 2030 });
      await store.remove([sample(2).sha256]);
      const findings = [findingOn(sample(0)), findingOn(sample(2))];
      await store.saveRun({
        scope: {},
        documents: 2,
        rules: [],
        ruleset: 'v1',
        findings,
      });
      await store.linkVersions();
      expect(await store.check()).toEqual({ documents: SAMPLE.length - 1, problems: [] });
    });

    it('says all of its data, the same for the same', async () => {
      const dump = await store.dump();
      expect(dump).toContain('河道清淤');
      await store.beginImport({ kind: 'paths', paths: ['甲'] });
      expect(await store.dump()).toBe(dump);
      await saveSample(store);
      expect(await store.dump()).toBe(dump);
      await store.remove([sample(0).sha256]);
      expect(await store.dump()).not.toBe(dump);
    });

    const rewritten = async (reading: (text: string) => string): Promise<{ texts: number }> => {
      const stored = (await collected(store.texts())).filter(({ text }) => text.includes('禁毒'));
      return store.rewrite({
        texts: stored.map((each) => ({ stored: each, text: each.text.replaceAll('禁毒', '＊＊') })),
        contents: [sample(1).sha256],
        reading: (document) => JSON.parse(reading(JSON.stringify(document))),
      });
    };

    it('puts other texts and readings in the place of stored ones', async () => {
      const found = await rewritten((text) => text.replaceAll('禁毒', '＊＊'));
      expect(found.texts).toBeGreaterThan(0);
      expect(await store.dump()).not.toContain('禁毒');
      expect((await collected(store.texts())).filter(({ text }) => text.includes('禁毒'))).toEqual([]);
      expect(await store.search('禁毒')).toEqual([]);
      expect((await store.reading(sample(1).sha256))?.disclosures[1]?.projects[1]?.name).toBe('＊＊宣传');
      expect(await store.check()).toEqual({ documents: SAMPLE.length, problems: [] });
    });

    it('rewrites all or nothing', async () => {
      const before = await store.dump();
      const failing = rewritten(() => {
        throw new RangeError('broken');
      });
      await expect(failing).rejects.toThrow('broken');
      expect(await store.dump()).toBe(before);
    });

    it('leaves a text that became another meanwhile', async () => {
      const [first] = (await collected(store.texts())).filter(({ text }) => text === '河道清淤');
      if (!first) throw new Error('no such text');
      const texts = [{ stored: { ...first, text: '早先的' }, text: '后来的' }];
      expect(await store.rewrite({ texts, contents: [], reading: (each) => each })).toEqual({ texts: 0 });
      expect(await store.dump()).not.toContain('后来的');
    });

    it('can be closed twice', async () => {
      await store.close();
      await store.close();
    });
  });
}
