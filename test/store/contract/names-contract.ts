import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { NameWord } from '../../../src/model/names.js';
import type { Store } from '../../../src/model/ports/store.js';
import { buildDocument, type DisclosurePlan, SOME_REGION } from '../../support/document-builder.js';
import type { OpenEngine } from './contract-of.js';

const paper = (path: string, plan: DisclosurePlan) => buildDocument({ path, disclosures: [plan] });

const OFFICE = paper('2023/信访局.docx', {
  department: '云溪区信访局',
  departmentKey: '信访局',
  projects: [{ name: '接访', wan: '5', indicators: [{ name: '接访次数', target: '≥12次' }] }],
});
const BUREAU = paper('2024/信访办.docx', {
  year: 2024,
  department: '云溪区信访办',
  departmentKey: '信访办',
  projects: [
    { name: '接访经费', hasForm: false, indicators: [{ name: '接访人数', target: '≥9人' }] },
    { name: '接待来访', wan: '6', annualGoal: '接访' },
    { name: '培训', wan: '2' },
  ],
});
const ELSEWHERE = paper('北川/信访办.docx', {
  region: { ...SOME_REGION, code: '990105', name: '北川县' },
  department: '北川县信访办',
  departmentKey: '信访办',
});

const place = { province: '青禾省', city: '临川市', region: '云溪区', regionCode: '990104' };
const department = (name: [string, string], other: [string, string], same = true): NameWord => ({
  kind: 'department',
  place,
  owner: null,
  name: { name: name[0], key: name[1] },
  other: { name: other[0], key: other[1] },
  same,
  who: '甲',
});
const MERGED = department(['云溪区信访办', '信访办'], ['云溪区信访局', '信访局']);
const project = (name: string, other: string, key = '信访办'): NameWord => ({
  ...MERGED,
  kind: 'project',
  owner: { department: key, year: 2024, stage: 'budget' },
  name: { name, key: name },
  other: { name: other, key: other },
});

/** Names printed differently, and what people decide of them. */
export function namesContract(open: OpenEngine): void {
  describe('names', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ now: () => new Date('2025-01-01') });
      for (const document of [OFFICE, BUREAU, ELSEWHERE]) await store.save(document);
    });
    afterEach(() => store.close());

    const offices = async (): Promise<unknown[]> =>
      (await store.query('documents', {}, { sort: 'path' })).rows.map((row) => [
        row.region,
        row.department,
        row.department_key,
      ]);
    const AS_PRINTED = [
      ['云溪区', '云溪区信访局', '信访局'],
      ['云溪区', '云溪区信访办', '信访办'],
      ['北川县', '北川县信访办', '信访办'],
    ];
    const projects = async (): Promise<unknown[]> =>
      (await store.query('projects', { year: 2024 }, { sort: 'id' })).rows.map((row) => [
        row.project,
        row.project_printed,
        row.amount_wan,
      ]);

    it('lists the names of each place with how often they are printed', async () => {
      expect(await store.printedDepartments({ region: '云溪区' }, 10)).toMatchObject([
        { name: '云溪区信访办', key: '信访办', documents: 1, since: 2024, until: 2024, place },
        { name: '云溪区信访局', key: '信访局', documents: 1, since: 2023 },
      ]);
      expect(await store.printedDepartments({}, 2)).toHaveLength(2);
      expect(await store.printedProjects({ region: '云溪区', year: 2023 }, 10)).toMatchObject([
        { name: '接访', amountFen: 5_000_000, owner: { department: '信访局', year: 2023, stage: 'budget' } },
      ]);
    });

    it('merges a name in its place alone, over later imports, and takes it back exactly', async () => {
      const before = await store.dump();
      const { decision, documents } = await store.decideName(MERGED);
      expect(documents).toBe(2);
      const merged = [AS_PRINTED[0], ['云溪区', '云溪区信访办', '信访局'], AS_PRINTED[2]];
      expect(await offices()).toEqual(merged);
      expect((await store.load(BUREAU.sha256))?.disclosures[0]).toMatchObject({
        department: '云溪区信访办',
        departmentKey: '信访局',
      });
      expect((await store.reading(BUREAU.sha256))?.disclosures[0]?.departmentKey).toBe('信访办');
      await store.save({ ...BUREAU, readerVersion: '999' });
      await store.remove([OFFICE.sha256]);
      await store.save(OFFICE);
      expect(await offices()).toEqual(merged);
      await store.save({ ...BUREAU, readerVersion: '999' });
      await store.undoName(decision.id);
      expect(await offices()).toEqual(AS_PRINTED);
      expect(await store.nameDecisions()).toEqual([]);
      const plain = await open();
      for (const document of [OFFICE, BUREAU, ELSEWHERE]) await plain.save(document);
      expect(await plain.dump()).toBe(before);
      await plain.close();
    });

    it('gives the same store back when a word is taken back', async () => {
      const before = await store.dump();
      const { decision } = await store.decideName(MERGED);
      expect(await store.dump()).not.toBe(before);
      await store.undoName(decision.id);
      expect(await store.dump()).toBe(before);
    });

    it('follows chains, whichever word of them is taken back', async () => {
      const third = paper('2022/群众工作局.docx', {
        year: 2022,
        department: '群众工作局',
        departmentKey: '群众工作局',
      });
      await store.save(third);
      const { decision: first } = await store.decideName(MERGED);
      const afterFirst = await store.dump();
      const { decision: second } = await store.decideName(
        department(['云溪区信访办', '信访局'], ['群众工作局', '群众工作局']),
      );
      const keys = async () => (await offices()).map((row) => (row as unknown[])[2]).sort();
      expect(await keys()).toEqual(['信访办', '群众工作局', '群众工作局', '群众工作局']);
      await store.undoName(first.id);
      expect(await keys()).toEqual(['信访办', '信访办', '群众工作局', '群众工作局']);
      await store.undoName(second.id);
      expect(await keys()).toEqual(['信访办', '信访办', '信访局', '群众工作局']);
      await store.decideName(MERGED);
      expect(await keys()).toEqual(['信访办', '信访局', '信访局', '群众工作局']);
      const besidesDecisions = (dump: string) => dump.replace(/^name_decision_rows .*\n/gm, '');
      expect(besidesDecisions(await store.dump())).toBe(besidesDecisions(afterFirst));
    });

    it('never numbers a decision as one that was taken back', async () => {
      const { decision: first } = await store.decideName(MERGED);
      await store.undoName(first.id);
      const { decision: second } = await store.decideName({ ...MERGED, same: false });
      expect(second.id).toBeGreaterThan(first.id);
      await expect(store.undoName(first.id)).rejects.toThrow(`没有第 ${first.id} 条名称决定，或已经撤回`);
      expect(await store.nameDecisions()).toEqual([second]);
    });

    it('keeps names apart without changing a document', async () => {
      const before = await offices();
      const { decision, documents } = await store.decideName({ ...MERGED, same: false });
      expect(documents).toBe(0);
      expect(await offices()).toEqual(before);
      expect(await store.nameDecisions()).toEqual([decision]);
      expect(decision).toMatchObject({ who: '甲', same: false, at: expect.stringMatching(/^\d{4}-/) });
    });

    it('refuses what is one already, and to take back what is not there', async () => {
      await store.decideName(MERGED);
      const before = await store.dump();
      await expect(store.decideName(MERGED)).rejects.toThrow('已是同一个部门');
      await expect(
        store.decideName(department(['云溪区信访局', '信访局'], ['云溪区信访办', '信访办'])),
      ).rejects.toThrow(QueryError);
      await expect(store.undoName(99)).rejects.toThrow('没有第 99 条');
      expect(await store.dump()).toBe(before);
    });

    it('makes two rows of one disclosure that turn out to be one project into one', async () => {
      const before = await store.dump();
      const { decision } = await store.decideName(project('接访经费', '接待来访'));
      expect(await projects()).toEqual([
        ['接待来访', '接待来访', 6],
        ['培训', '培训', 2],
      ]);
      const [indicator] = (await store.query('indicators', { year: 2024 })).rows;
      expect(indicator).toMatchObject({ name: '接访人数', project: '接待来访' });
      await store.save({ ...BUREAU, readerVersion: '999' });
      expect(await projects()).toHaveLength(2);
      await store.undoName(decision.id);
      await store.remove([BUREAU.sha256]);
      await store.save(BUREAU);
      expect(await store.dump()).toBe(before);
    });

    it('names a project that another amount tells apart, and leaves it a row of its own', async () => {
      await store.decideName(project('培训', '接待来访'));
      expect(await projects()).toEqual([
        ['接访经费', '接访经费', null],
        ['接待来访', '接待来访', 6],
        ['接待来访', '培训', 2],
      ]);
    });

    it('keeps a word on projects when their department is merged', async () => {
      await store.decideName(project('培训', '接待来访'));
      const { decision } = await store.decideName(MERGED);
      expect((await projects()).map((row) => (row as unknown[])[0])).toEqual([
        '接访经费',
        '接待来访',
        '接待来访',
      ]);
      await store.undoName(decision.id);
      expect((await projects()).map((row) => (row as unknown[])[0])).toEqual([
        '接访经费',
        '接待来访',
        '接待来访',
      ]);
    });
  });
}
