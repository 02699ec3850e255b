import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import { gravity } from '../../../src/model/facts/severities.js';
import type { Finding } from '../../../src/model/finding.js';
import type { NewReview, ReviewFilter } from '../../../src/model/ports/findings.js';
import type { Store } from '../../../src/model/ports/store.js';
import { findingOn } from '../../support/sample-report.js';
import type { OpenEngine } from './contract-of.js';
import { sample, saveSample } from './sample-documents.js';

const COUNT = { pass: 1, fail: 1, review: 0, notApplicable: 0, notEvaluated: 0, reasons: {} };

const here = (fingerprint: string, given: Partial<Finding> = {}): Finding =>
  findingOn(sample(0), { fingerprint, rule: 'summary-total-missing', severity: 'warning', ...given });
const there = (fingerprint: string, given: Partial<Finding> = {}): Finding =>
  findingOn(sample(2), { fingerprint, rule: 'target-unit-missing', severity: 'error', ...given });

const answer = (fingerprint: string, given: Partial<NewReview> = {}): NewReview => ({
  fingerprint,
  state: 'confirmed',
  comment: null,
  who: '审核员',
  ...given,
});

/** Runs of the audit compared with what was open, and the answers of reviewers. */
export function findingsContract(open: OpenEngine): void {
  describe('findings', () => {
    let store: Store;
    let minute = 0;
    beforeEach(async () => {
      minute = 0;
      store = await open({ now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
      await saveSample(store);
    });
    afterEach(() => store.close());

    const run = (findings: Finding[], scope = {}) =>
      store.saveRun({
        scope,
        documents: 3,
        findings,
        ruleset: 'v1',
        rules: [{ rule: 'summary-total-missing', ...COUNT }],
      });
    const prints = async (filter?: ReviewFilter, sort?: string): Promise<string[]> =>
      (await store.listReviews(filter, { sort })).map(({ fingerprint }) => fingerprint);

    it('tells new from unchanged and resolved, within the scope of the run', async () => {
      const first = await run([here('aa'), there('bb')]);
      expect(first).toMatchObject({ fresh: 2, unchanged: 0, resolved: 0 });
      const second = await run([here('aa'), here('cc')], { documents: [sample(0).sha256] });
      expect(second).toMatchObject({ fresh: 1, unchanged: 1, resolved: 0 });
      expect((await prints({ reported: true })).sort()).toEqual(['aa', 'bb', 'cc']);
      const third = await run([here('cc')]);
      expect(third).toMatchObject({ fresh: 0, unchanged: 1, resolved: 2 });
      expect(await prints({ reported: true })).toEqual(['cc']);
    });

    it('tells findings of one fingerprint apart by their order', async () => {
      const twice = [here('aa', { message: '甲' }), here('aa', { message: '乙' })];
      expect(await run(twice)).toMatchObject({ fresh: 2, unchanged: 0, resolved: 0 });
      expect(await prints()).toEqual(['aa', 'aa']);
      expect(await run(twice)).toMatchObject({ fresh: 0, unchanged: 2, resolved: 0 });
      expect(await run(twice.slice(0, 1))).toMatchObject({ fresh: 0, unchanged: 1, resolved: 1 });
      expect(await prints()).toEqual(['aa']);
    });

    it('piles items up and gives them back whole, by their places', () => {
      const pile = store.pile<Finding>(({ severity, differenceFen, fingerprint }) => [
        gravity(severity),
        -Math.abs(differenceFen ?? 0),
        fingerprint,
      ]);
      const given = [
        here('dd', { severity: 'note', differenceFen: 900 }),
        here('cc', { severity: 'error', differenceFen: null }),
        here('bb', { severity: 'error', differenceFen: -70 }),
        here('aa', { severity: 'error', differenceFen: 70 }),
      ];
      pile.add(given.slice(0, 2));
      pile.add(given.slice(2));
      expect([...pile]).toEqual([...given].reverse());
      expect([...pile]).toHaveLength(4);
      pile.close();
    });

    it('keeps the id of a finding over runs, with its history', async () => {
      await run([here('aa')]);
      const [before] = await store.listReviews();
      await run([here('aa', { message: '改了说法' })]);
      const [after] = await store.listReviews();
      expect(after).toMatchObject({ id: before?.id, message: '改了说法', change: 'unchanged' });
      const history = await store.findingHistory({ fingerprint: 'aa', id: after?.id ?? 0 });
      expect(history.map(({ message, at }) => [message, at])).toEqual([
        ['改了说法', '2024-01-01T00:01:00.000Z'],
        [before?.message, '2024-01-01T00:00:00.000Z'],
      ]);
      expect(await store.locate(`f${after?.id}`)).toMatchObject({
        kind: 'finding',
        finding: { fingerprint: 'aa' },
      });
    });

    it('shows what stands, whichever part was looked at last, and keeps a row while it says the same', async () => {
      await run([here('aa'), there('bb'), there('cc', { rule: 'text-copied' })]);
      const narrow = { documents: [sample(0).sha256] };
      await run([here('dd')], narrow);
      expect((await prints({ reported: true })).sort()).toEqual(['bb', 'cc', 'dd']);
      expect((await store.query('findings')).rows).toHaveLength(3);
      await run([there('bb')], { documents: [sample(2).sha256] });
      expect((await prints({ reported: true })).sort()).toEqual(['bb', 'dd']);
      const [bb] = (await store.listReviews()).filter(({ fingerprint }) => fingerprint === 'bb');
      expect(await store.findingHistory({ fingerprint: 'bb', id: bb?.id ?? 0 })).toMatchObject([
        { run: 1, at: '2024-01-01T00:00:00.000Z', until: '2024-01-01T00:02:00.000Z' },
      ]);
      await run([there('bb')]);
      expect(await prints({ reported: true })).toEqual(['bb']);
    });

    it('knows what was looked at as it is, by which rules', async () => {
      expect(await store.isChecked({}, 'v1')).toBe(false);
      await run([here('aa')], { year: 2024 });
      expect(await store.isChecked({}, 'v1')).toBe(false);
      expect(await store.isChecked({ year: 2024 }, 'v1')).toBe(true);
      await run([here('aa')]);
      expect(await store.isChecked({ region: '云溪区' }, 'v1')).toBe(true);
      expect(await store.isChecked({}, 'v2')).toBe(false);
      await store.saveReviews([answer('aa')]);
      expect(await store.isChecked({}, 'v1')).toBe(true);
      await store.assign(sample(0).sha256, { year: 2031 });
      expect(await store.isChecked({}, 'v1')).toBe(false);
    });

    it('tells which answers rest on what has changed', async () => {
      await run([here('aa'), here('bb'), here('cc')]);
      await store.saveReviews([answer('aa'), answer('bb'), answer('cc')]);
      expect(await store.changedReviews()).toEqual([]);
      await run([here('aa', { message: '改了说法', ruleVersion: 2 }), here('cc')]);
      expect(await store.changedReviews()).toMatchObject([
        { fingerprint: 'aa', after: '改了说法', ruleVersionBefore: 1, ruleVersionAfter: 2, isStored: true },
        { fingerprint: 'bb', after: null },
      ]);
    });

    it('gives the answer on one document to no finding on another', async () => {
      await run([here('aa', { matter: 'm' }), there('bb', { matter: 'm' })]);
      await store.saveReviews([answer('aa', { state: 'dismissed' })]);
      expect(await store.listReviews({ all: true })).toMatchObject([
        { fingerprint: 'bb', state: 'open' },
        { fingerprint: 'aa', state: 'dismissed' },
      ]);
      expect(await store.changedReviews()).toEqual([]);
    });

    it('shows what is found on the matter in the version that took the place of what was answered', async () => {
      const older = { ...sample(0), sha256: '0'.repeat(64) };
      await store.beginImport({ kind: 'paths', paths: [older.path] });
      await store.save(older);
      await run([here('aa', { matter: 'm', document: older.sha256 })]);
      await store.saveReviews([answer('aa', { state: 'dismissed' })]);
      await store.beginImport({ kind: 'paths', paths: [older.path] });
      await store.save(sample(0));
      await store.linkVersions();
      await run([here('bb', { matter: 'm', message: '改过之后' }), there('cc', { matter: 'm' })]);
      const [bb] = (await store.listReviews()).filter(({ fingerprint }) => fingerprint === 'bb');
      expect(bb?.state).toBe('open');
      expect(await store.changedReviews()).toMatchObject([
        { fingerprint: 'aa', after: '改过之后', laterId: bb?.id, laterDocument: bb?.document_id },
      ]);
      await run([there('cc', { matter: 'm' })]);
      expect(await store.changedReviews()).toMatchObject([{ after: null, laterId: null }]);
    });

    it('lists the gravest first, filtered in every way, and counts the same', async () => {
      await run([
        here('aa'),
        here('dd', { severity: 'note', message: '缺少合计' }),
        there('bb'),
        there('cc', { severity: 'warning' }),
      ]);
      await store.saveReviews([answer('dd', { state: 'dismissed' })]);
      expect((await prints()).slice(0, 1)).toEqual(['bb']);
      expect(await prints()).not.toContain('dd');
      expect((await prints({ all: true })).at(-1)).toBe('dd');
      const standing = async (filter = {}) => (await store.query('findings', filter)).rows;
      expect(await standing()).toHaveLength(3);
      expect(await standing({ all: true })).toHaveLength(4);
      expect((await store.count('findings')).rows).toBe(3);
      expect((await store.count('findings', { all: true })).rows).toBe(4);
      const filters: ReviewFilter[] = [
        {},
        { severity: 'warning' },
        { rule: 'target-unit-missing' },
        { region: '云溪区' },
        { region: '9902', year: 2024 },
        { department: '水利' },
        { text: '缺少合计' },
        { state: 'open' },
        { reported: true },
        { reported: false },
        { all: true },
      ];
      for (const filter of filters) {
        const rows = await store.listReviews(filter);
        const counts = await store.countReviews(filter);
        expect(counts.reduce((sum, { findings }) => sum + findings, 0)).toBe(rows.length);
        const { departments, total } = await store.countReviewsByDepartment(filter);
        expect(departments.reduce((sum, { findings }) => sum + findings, 0)).toBe(rows.length);
        expect(total).toBe(departments.length);
      }
      expect(await prints({ region: '云溪区', all: true })).toEqual(['aa', 'dd']);
      expect(await prints({ text: '缺少合计', state: 'dismissed' })).toEqual(['dd']);
      expect(await prints({ severity: 'warning' })).toHaveLength(2);
      expect(await prints({}, '-id')).toEqual([...(await prints({}, 'id'))].reverse());
      await expect(store.listReviews({ level1: '产出' })).rejects.toThrow(QueryError);
      await expect(store.listReviews({}, { sort: 'colour' })).rejects.toThrow(QueryError);
    });

    it('leads from one finding to the next', async () => {
      await run([here('aa'), there('bb'), here('cc', { severity: 'note' })]);
      const ids = (await store.listReviews()).map(({ id }) => id);
      const [first = 0, second = 0, third = 0] = ids;
      expect(await store.findingNeighbours(second)).toEqual({ previous: first, next: third });
      expect(await store.findingNeighbours(first)).toEqual({ previous: null, next: second });
      expect(await store.reviewedFinding(third)).toMatchObject({ id: third, fingerprint: 'cc' });
      expect(await store.reviewedFinding(999_999)).toBeNull();
    });

    it('keeps answers, and none over that of somebody else', async () => {
      await run([here('aa')]);
      const kinds = async (...reviews: NewReview[]) =>
        (await store.saveReviews(reviews)).map(({ kind }) => kind);
      expect(await kinds(answer('aa', { basedOn: null }), answer('zz'))).toEqual(['saved', 'unknown']);
      const stored = (await store.reviews()).get('aa');
      expect(stored).toMatchObject({ state: 'confirmed', who: '审核员', at: '2024-01-01T00:01:00.000Z' });
      expect(await kinds(answer('aa'))).toEqual(['unchanged']);
      expect(await kinds(answer('aa', { comment: '再看', basedOn: null }))).toEqual(['outdated']);
      expect(await kinds(answer('aa', { comment: '再看', basedOn: stored?.at ?? null }))).toEqual(['saved']);
      expect((await store.reviews()).get('aa')?.comment).toBe('再看');
    });

    it('puts back what stood before answers that were given together, exactly', async () => {
      await run([here('aa'), there('bb'), here('cc')]);
      await store.saveReviews([answer('aa', { comment: '先前', who: '甲' })]);
      const before = await store.reviews();
      const listed = await prints();
      const results = await store.saveReviews(
        ['aa', 'bb', 'cc'].map((print) => answer(print, { state: 'explained', comment: '另有说明' })),
      );
      const batch = results[0]?.kind === 'saved' ? results[0].batch : 0;
      expect(results.every((each) => each.kind === 'saved' && each.batch === batch)).toBe(true);
      expect(await prints()).toEqual([]);
      expect((await store.givenAnswers(batch)).map(({ state, former }) => [state, former])).toEqual([
        ['explained', 'confirmed'],
        ['explained', 'open'],
        ['explained', 'open'],
      ]);
      await store.saveReviews([answer('cc', { state: 'dismissed', who: '乙' })]);
      const undone = await store.undoAnswers(batch);
      expect(undone.map(({ isUndone, isReplaced }) => [isUndone, isReplaced])).toEqual([
        [true, false],
        [true, false],
        [false, true],
      ]);
      const after = await store.reviews();
      expect(after.get('cc')).toMatchObject({ state: 'dismissed', who: '乙' });
      after.delete('cc');
      expect(after).toEqual(before);
      expect(await prints()).toEqual(listed.filter((print) => print !== 'cc'));
      expect((await store.query('findings', {})).rows.length).toBe(2);
      expect(await store.undoAnswers(batch)).toEqual(undone);
      expect(await store.givenAnswers(999)).toEqual([]);
    });

    it('finds what can be answered together, and where a finding stands', async () => {
      const alike = (print: string) => here(print, { rule: 'total-differs' });
      await run([alike('aa'), alike('bb'), alike('cc'), here('dd'), there('ee', { rule: 'total-differs' })]);
      const list = await store.listReviews();
      const idOf = (print: string): number => list.find((each) => each.fingerprint === print)?.id ?? 0;
      await store.saveReviews([answer('bb')]);
      expect((await store.findingsAlike(idOf('aa'))).map(({ fingerprint }) => fingerprint)).toEqual([
        'aa',
        'cc',
      ]);
      expect(await store.countAlike([idOf('bb'), idOf('dd'), idOf('ee'), 999])).toEqual(
        new Map([
          [idOf('bb'), 2],
          [idOf('dd'), 1],
          [idOf('ee'), 1],
          [999, 0],
        ]),
      );
      for (const [index, { id }] of list.entries()) {
        expect(await store.findingPlace(id)).toEqual({ before: index, isListed: true });
        expect(await store.findingPlace(id, {}, 'id')).toMatchObject({ isListed: true });
      }
      const bb = list.findIndex(({ fingerprint }) => fingerprint === 'bb');
      expect(await store.findingPlace(idOf('bb'), { state: 'open' })).toEqual({
        before: bb,
        isListed: false,
      });
      expect(await store.findingPlace(999)).toEqual({ before: 0, isListed: false });
    });

    it('keeps an answer when the finding is resolved and comes again', async () => {
      await run([here('aa')]);
      await store.saveReviews([answer('aa')]);
      await run([]);
      expect(await store.listReviews({ reported: false })).toMatchObject([
        { fingerprint: 'aa', state: 'confirmed' },
      ]);
      await run([here('aa')]);
      expect(await store.listReviews({ reported: true })).toMatchObject([
        { fingerprint: 'aa', state: 'confirmed' },
      ]);
    });

    it('shows the latest run in the view, by subject', async () => {
      await run([here('aa'), there('bb')]);
      const { rows } = await store.query('findings', { region: '石桥县' });
      expect(rows).toMatchObject([
        { fingerprint: 'bb', severity: 'error', department: '水利局', state: 'new' },
      ]);
      expect(await store.facets('findings', {}, ['severity'])).toEqual([
        { column: 'severity', value: 'error', count: 1 },
        { column: 'severity', value: 'warning', count: 1 },
      ]);
    });
  });
}
