import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { collected } from '../../support/collected.js';
import { buildDocument } from '../../support/document-builder.js';
import type { OpenEngine } from './contract-of.js';
import { PLACES, SAMPLE, sample, saveSample } from './sample-documents.js';

/** Documents: saved whole, replaced whole, removed whole. */
export function documentsContract(open: OpenEngine): void {
  describe('documents', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ now: () => new Date('2024-05-06T07:08:09Z') });
      await saveSample(store);
    });
    afterEach(() => store.close());

    const projectsOf = async (): Promise<string[]> =>
      (await store.query('projects', {}, { sort: 'project' })).rows.map(({ project }) => String(project));

    it('gives back what was saved, and null for what was not', async () => {
      for (const document of SAMPLE) {
        expect(await store.load(document.sha256)).toEqual(document);
        expect(await store.reading(document.sha256)).toEqual(document);
      }
      expect(await store.load('0'.repeat(64))).toBeNull();
      expect(await store.reading('0'.repeat(64))).toBeNull();
      expect(await store.known('0'.repeat(64))).toBeNull();
    });

    it('knows how a content was read', async () => {
      expect(await store.known(sample(3).sha256)).toMatchObject({
        outcome: 'corrupt',
        reason: '无法打开',
        readerVersion: '1',
        readAs: '2024/坏.pdf',
      });
    });

    it('replaces a document as a whole, and by nothing worse', async () => {
      const { sha256, path } = sample(0);
      const disclosures = [{ year: 2023, projects: [{ name: '水库加固' }] }];
      const newer = { ...buildDocument({ path, disclosures }), sha256, readerVersion: '2' };
      expect(await store.saveAll([{ document: newer }])).toEqual(['saved']);
      expect(await projectsOf()).toEqual(['校舍维修', '校舍维修', '水库加固', '河道清淤', '禁毒宣传'].sort());
      const worse = { ...buildDocument({ path, outcome: 'timeout' }), sha256, readerVersion: '3' };
      expect(await store.saveAll([{ document: worse }])).toEqual(['stands']);
      expect(await store.reading(sha256)).toEqual(newer);
      expect(await store.known(sha256)).toMatchObject({ readerVersion: '2', triedVersion: '3' });
    });

    it('is the same store in whatever order documents come', async () => {
      const other = await open();
      for (const document of [...SAMPLE].reverse()) await other.save(document);
      await other.linkVersions();
      await store.linkVersions();
      expect(await other.dump()).toBe(await store.dump());
      await other.close();
    });

    it('saves all of a batch or none', async () => {
      const before = await store.dump();
      const good = buildDocument({ path: '新.txt', disclosures: [{ projects: [{ name: '新增' }] }] });
      const broken = { ...good, sha256: 'f'.repeat(64), disclosures: null } as unknown as typeof good;
      await expect(store.saveAll([{ document: good }, { document: broken }])).rejects.toThrow();
      expect(await store.dump()).toBe(before);
    });

    it('removes a document with all its rows', async () => {
      await store.remove([sample(1).sha256, '0'.repeat(64)]);
      expect(await store.load(sample(1).sha256)).toBeNull();
      expect(await projectsOf()).toEqual(['河道清淤', '河道清淤']);
      expect(await store.search('校舍')).toEqual([]);
      expect((await store.check()).problems).toEqual([]);
    });

    it('applies what a person assigned, keeps the reading, and remembers it over a removal', async () => {
      const { sha256 } = sample(0);
      await store.assign(sha256, { year: 2030 });
      await store.assign(sha256, { region: PLACES[1] });
      expect((await store.load(sha256))?.disclosures[0]).toMatchObject({ year: 2030, region: PLACES[1] });
      expect(await store.reading(sha256)).toEqual(sample(0));
      await store.remove([sha256]);
      await store.save(sample(0));
      expect((await store.query('projects', { year: 2030, region: '北川县' })).rows).toHaveLength(1);
      await expect(store.assign('0'.repeat(64), { year: 2020 })).rejects.toThrow(QueryError);
    });

    it('assigns several documents as one repair, shows before what it would do, and takes it back exactly', async () => {
      const [a, b] = [sample(0).sha256, sample(2).sha256];
      await store.assign(a, { year: 2029 });
      const before = await store.dump();
      const wanted = [a, b].map((sha256) => ({ sha256, assignment: { year: 2030, region: PLACES[1] } }));
      expect(
        (await store.previewAssign([...wanted, { sha256: '0'.repeat(64), assignment: {} }])).map((each) => [
          each.path,
          each.before.year,
          each.before.region,
          each.after.year,
          each.after.region,
        ]),
      ).toEqual([
        ['2023/云溪/水利局.docx', 2029, '云溪区', 2030, '北川县'],
        ['2024/石桥/水利局.docx', 2024, '石桥县', 2030, '北川县'],
      ]);
      expect(await store.dump()).toBe(before);
      const repair = await store.assignAll(wanted, '甲');
      expect(await store.repairs(1)).toMatchObject([
        { id: repair, who: '甲', documents: 2, overtaken: 0, given: { year: 2030, region: PLACES[1] } },
      ]);
      expect(await store.query('documents', { year: 2030, region: '北川县' })).toMatchObject({
        rows: [{}, {}],
      });
      expect(await store.undoRepair(repair)).toBe(2);
      expect(await store.dump()).toBe(before);
      await store.undoAssign([a]);
      expect((await store.load(a))?.disclosures[0]?.year).toBe(2023);
      expect(await store.repairs(9)).toEqual([]);
      expect(await store.assignAll(wanted, null)).toBeGreaterThan(repair);
      await expect(store.undoRepair(repair)).rejects.toThrow(`没有第 ${repair} 次指定，或已经撤回`);
    });

    it('takes back the last assignment first, and nothing that was never assigned', async () => {
      const [a, b] = [sample(0).sha256, sample(2).sha256];
      const first = await store.assignAll(
        [a, b].map((sha256) => ({ sha256, assignment: { year: 2029 } })),
        null,
      );
      await store.assign(a, { year: 2030 });
      expect((await store.repairs(9)).map(({ overtaken }) => overtaken)).toEqual([0, 1]);
      const before = await store.dump();
      await expect(store.undoRepair(first)).rejects.toThrow('先撤回后来的');
      await expect(store.undoAssign([b, sample(1).sha256])).rejects.toThrow('没有指定过');
      await expect(store.undoRepair(99)).rejects.toThrow('没有第 99 次');
      await expect(store.assignAll([], null)).rejects.toThrow(QueryError);
      await expect(
        store.assignAll(
          [
            { sha256: b, assignment: { year: 2031 } },
            { sha256: '0'.repeat(64), assignment: {} },
          ],
          null,
        ),
      ).rejects.toThrow(QueryError);
      expect(await store.dump()).toBe(before);
      await store.undoAssign([a]);
      expect(await store.undoRepair(first)).toBe(2);
    });

    it('finds documents by id, content, path and folder', async () => {
      const { sha256 } = sample(0);
      const [row] = await store.matching('documents', { sha256 }, ['id']);
      for (const wanted of [`d${row?.id}`, sha256.slice(0, 12), '2023/云溪/水利局.docx', '云溪/水利局.docx'])
        expect(await store.findDocuments(wanted)).toEqual([sha256]);
      expect(await store.findDocuments('水利局.docx')).toEqual([sha256, sample(2).sha256]);
      expect(await store.findDocuments('没有.docx')).toEqual([]);
      await store.addPath(sha256, '别处/水利局.docx');
      expect(await store.documentsBelow('2023')).toEqual({ sha256: [sample(1).sha256], elsewhere: 1 });
    });

    it('lists readings with all their paths', async () => {
      await store.addPath(sample(3).sha256, '1/坏.pdf');
      expect(await store.listReadings({ outcomes: ['corrupt'] })).toEqual([
        { sha256: sample(3).sha256, readAs: '2024/坏.pdf', paths: ['1/坏.pdf', '2024/坏.pdf'] },
      ]);
      expect(await store.listReadings({ triedBefore: '1' })).toEqual([]);
      expect(await store.listReadings({ triedBefore: '2' })).toHaveLength(SAMPLE.length);
    });

    it('gives the documents of a scope by path', async () => {
      const paths = async (scope: Parameters<Store['documents']>[0]): Promise<string[]> =>
        (await collected(store.documents(scope))).map(({ path }) => path);
      expect(await paths({})).toEqual(
        SAMPLE.slice(0, 3)
          .map(({ path }) => path)
          .sort(),
      );
      expect(await paths({ region: '9901', year: 2023 })).toEqual([
        '2023/云溪/水利局.docx',
        '2023/北川/教育局.pdf',
      ]);
      expect(await paths({ documents: [sample(2).sha256] })).toEqual(['2024/石桥/水利局.docx']);
    });

    it('keeps the members of an archive', async () => {
      const archive = 'a'.repeat(64);
      expect(await store.knownArchive(archive)).toBeNull();
      const members = [{ path: '附件/1.docx', sha256: sample(0).sha256 }];
      await store.saveArchive(archive, members);
      expect(await store.knownArchive(archive)).toEqual(members);
    });

    it('links a version to the later one, and leaves it out of what is current', async () => {
      const edition = (path: string, published: string) =>
        buildDocument({
          path,
          published,
          disclosures: [{ year: 2024, projects: [{ name: '桥梁' }, { name: '涵洞' }] }],
        });
      const [early, late] = [edition('先.txt', '2024-01-02'), edition('后.txt', '2024-03-04')];
      for (const document of [late, early]) await store.save(document);
      await store.linkVersions();
      const [row] = await store.matching('documents', { sha256: early.sha256 }, ['superseded_by']);
      expect(await store.findDocuments(`d${row?.superseded_by}`)).toEqual([late.sha256]);
      expect(await store.matching('current_projects', { project: '桥梁' })).toHaveLength(1);
      expect(await store.matching('projects', { project: '桥梁' })).toHaveLength(2);
    });

    it('writes down imports, the newest first', async () => {
      const first = await store.beginImport({ kind: 'paths', paths: ['甲'] });
      const second = await store.beginImport({ kind: 'paths', paths: ['乙'] });
      await store.endImport(first, { error: '磁盘已满' });
      const [newest, older] = await store.imports(2);
      expect(newest).toMatchObject({ id: second, given: ['乙'], ended: null });
      expect(older).toMatchObject({ id: first, error: '磁盘已满', ended: '2024-05-06T07:08:09.000Z' });
    });
  });
}
