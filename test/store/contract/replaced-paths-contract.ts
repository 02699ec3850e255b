import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { collected } from '../../support/collected.js';
import { buildDocument, type DisclosurePlan } from '../../support/document-builder.js';
import type { OpenEngine } from './contract-of.js';
import { saveSample } from './sample-documents.js';

/** A pack with one statement and no forms. */
const pack = (title: string): DisclosurePlan => ({
  hasForm: false,
  statements: [{ kind: 'other', title, columns: [], lines: [] }],
});
const NOBODY = { department: null, departmentKey: null };

/** What becomes of a document where its path has another content. */
export function replacedPathsContract(open: OpenEngine): void {
  describe('a path with another content', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await saveSample(store);
    });
    afterEach(() => store.close());

    const content = (digit: string, projects: string[], year = 2024) => ({
      ...buildDocument({
        path: '某局.txt',
        disclosures: [{ year, projects: projects.map((name) => ({ name })) }],
      }),
      sha256: digit.repeat(64),
    });
    const imported = async (...documents: ReturnType<typeof content>[]) => {
      await store.beginImport({ kind: 'paths', paths: ['某局.txt'] });
      await store.saveAll(documents.map((document) => ({ document })));
      return (await store.linkVersions()).map(({ path, earlier, later, became }) => [
        path,
        earlier.sha256[0],
        later.sha256[0],
        became,
      ]);
    };
    const superseded = async (): Promise<string[]> =>
      (await store.query('documents', {}, { columns: ['sha256', 'superseded_by'] })).rows
        .filter((row) => row.superseded_by !== null)
        .map(({ sha256 }) => String(sha256)[0] ?? '')
        .sort();

    it('is a new version of the same disclosure, told of once', async () => {
      expect(await imported(content('a', ['桥梁', '涵洞']))).toEqual([]);
      expect(await imported(content('b', ['桥梁', '涵洞', '护栏']))).toEqual([
        ['某局.txt', 'a', 'b', 'superseded'],
      ]);
      expect(await superseded()).toEqual(['a']);
      expect(await imported()).toEqual([]);
      expect((await collected(store.documents({}))).map(({ sha256 }) => sha256[0])).not.toContain('a');
      await imported(content('c', ['桥梁', '涵洞']));
      expect(await superseded()).toEqual(['a', 'b']);
    });

    it('takes back what it was', async () => {
      await imported(content('a', ['桥梁']));
      await imported(content('b', ['桥梁']));
      expect((await store.known('a'.repeat(64)))?.paths).toMatchObject([{ isReplaced: true }]);
      await store.beginImport({ kind: 'paths', paths: ['某局.txt'] });
      await store.addPath('a'.repeat(64), '某局.txt');
      await store.linkVersions();
      expect(await superseded()).toEqual(['b']);
      await store.remove(['a'.repeat(64)]);
      expect(await superseded()).toEqual([]);
    });

    it('stands beside another disclosure that had the name before', async () => {
      await imported(content('a', ['桥梁', '涵洞'], 2023));
      expect(await imported(content('b', ['桥梁', '涵洞']))).toEqual([['某局.txt', 'a', 'b', 'kept']]);
      expect(await imported(content('c', ['绿化', '保洁', '涵洞']))).toMatchObject([
        ['某局.txt', 'a', 'c', 'kept'],
        ['某局.txt', 'b', 'c', 'superseded'],
      ]);
      expect(await superseded()).toEqual(['b']);
    });

    it('stands beside a content of the same import, and of one that is elsewhere too', async () => {
      await imported(content('a', ['桥梁']), content('b', ['桥梁']));
      expect(await superseded()).toEqual([]);
      await store.addPath('a'.repeat(64), '副本.txt');
      expect(await imported(content('c', ['桥梁']))).toEqual([
        ['某局.txt', 'a', 'c', 'elsewhere'],
        ['某局.txt', 'b', 'c', 'superseded'],
      ]);
      expect(await superseded()).toEqual(['b']);
    });

    it.each<[string, DisclosurePlan[], DisclosurePlan[], string]>([
      [
        'the same department, with other projects',
        [{ projects: [{ name: '桥梁' }] }],
        [{ projects: [{ name: '体检' }] }],
        'superseded',
      ],
      ['the same department, without what it had', [{ projects: [{ name: '桥梁' }] }], [{}], 'superseded'],
      ['a pack of statements only', [pack('收入')], [pack('收入')], 'superseded'],
      ['what could not be read', [], [pack('收入')], 'superseded'],
      ['what can no longer be read', [pack('收入')], [], 'kept'],
      [
        'no known department, with the same statements',
        [{ ...pack('收入'), ...NOBODY }],
        [{ ...pack('收入'), ...NOBODY }],
        'superseded',
      ],
      [
        'no known department, with other statements',
        [{ ...pack('收入'), ...NOBODY }],
        [{ ...pack('支出'), ...NOBODY }],
        'kept',
      ],
      [
        'another department',
        [pack('收入')],
        [{ ...pack('收入'), department: '云溪区教育局', departmentKey: '教育局' }],
        'kept',
      ],
      ['another stage', [pack('收入')], [{ ...pack('收入'), stage: 'final' }], 'kept'],
      [
        'one department of two',
        [{ department: '云溪区教育局', departmentKey: '教育局' }, pack('收入')],
        [pack('收入')],
        'kept',
      ],
    ])('of %s', async (_, before, after, became) => {
      const plan = (digit: string, disclosures: DisclosurePlan[]) => ({
        ...buildDocument({ path: '某局.txt', disclosures }),
        sha256: digit.repeat(64),
      });
      await imported(plan('a', before));
      expect(await imported(plan('b', after))).toEqual([['某局.txt', 'a', 'b', became]]);
      expect(await superseded()).toEqual(became === 'superseded' ? ['a'] : []);
    });

    it('of a later date, with the same statements and nothing else to go by', async () => {
      const dated = (digit: string, published: string, title: string) => ({
        ...buildDocument({ path: `${digit}.txt`, published, disclosures: [pack(title)] }),
        sha256: digit.repeat(64),
      });
      await imported(
        dated('a', '2024-01-02', '收入'),
        dated('b', '2024-03-04', '收入'),
        dated('c', '2024-05-06', '支出'),
      );
      expect(await superseded()).toEqual(['a']);
    });
  });
}
