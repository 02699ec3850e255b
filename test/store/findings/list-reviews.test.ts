import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import type { ReviewedFinding, ReviewFilter } from '../../../src/model/ports/findings.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { findingOn } from '../../support/sample-report.js';

const documents = [
  buildDocument({
    path: '甲.txt',
    disclosures: [{ projects: [{ name: '清淤' }] }, { year: 2023, projects: [] }],
  }),
  buildDocument({
    path: '乙.txt',
    disclosures: [{ department: '云溪区教育局', projects: [{ name: '校车' }] }],
  }),
];
const RULES = ['rule-a', 'rule-b', 'rule-c'];
const SEVERITIES = ['error', 'warning', 'note'] as const;

const finding = (n: number): Finding =>
  findingOn(documents[n % 2] as (typeof documents)[0], {
    fingerprint: `f${String((n * 37) % 101).padStart(3, '0')}`,
    disclosure: n % 4 === 0 ? 1 : 0,
    rule: RULES[n % 3] as string,
    severity: SEVERITIES[n % 5 < 3 ? n % 3 : 2] as Finding['severity'],
    differenceFen: n % 6 === 0 ? null : ((n * 7919) % 13) * (n % 2 ? 100 : -100),
    project: n % 2 ? '校车' : null,
    message: `第 ${n} 条${n % 10 === 0 ? '，50%_' : ''}`,
  });

let store: Store;
let all: ReviewedFinding[];
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  for (const document of documents) await store.save(document);
  const findings = Array.from({ length: 60 }, (_, n) => finding(n));
  const run = (some: Finding[]) =>
    store.saveRun({ scope: {}, documents: 2, ruleset: '', rules: [], findings: some });
  await run(findings);
  await store.saveReviews(
    findings
      .filter((_, n) => n % 7 === 0)
      .map(({ fingerprint }, n) => ({
        fingerprint,
        state: n % 2 ? 'confirmed' : 'dismissed',
        comment: null,
        who: '甲',
      })),
  );
  await run(findings.slice(10));
  all = await store.listReviews({ all: true });
});
afterAll(() => store.close());

const FILTERS: [ReviewFilter, (each: ReviewedFinding) => boolean][] = [
  [{ reported: true }, ({ reported }) => reported === 1],
  [{ reported: false }, ({ reported }) => reported === 0],
  [{ state: 'open' }, ({ state }) => state === 'open'],
  [{ severity: 'warning' }, ({ severity }) => severity === 'warning'],
  [{ rule: 'rule-b' }, ({ rule }) => rule === 'rule-b'],
  [{ year: 2023 }, ({ year }) => year === 2023],
  [
    { department: '教育', state: 'confirmed' },
    (each) => each.department === '云溪区教育局' && each.state === 'confirmed',
  ],
  [{ project: '校' }, ({ project }) => project === '校车'],
  [{ text: '50%_' }, ({ message }) => message.includes('50%_')],
  [{ text: '校', rule: 'rule-a' }, ({ project, rule }) => project === '校车' && rule === 'rule-a'],
];

describe('listReviews', () => {
  it('has what is reported or answered, and nothing else', async () => {
    const answered = await store.reviews();
    expect(all.filter(({ reported }) => reported === 1)).toHaveLength(50);
    const gone = all.filter(({ reported }) => reported === 0);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every(({ fingerprint }) => answered.has(fingerprint))).toBe(true);
  });

  it.each(FILTERS)('keeps and counts what %j means', async (filter, keeps) => {
    const isSettled = ({ state }: ReviewedFinding) => state === 'explained' || state === 'dismissed';
    const isShown = (each: ReviewedFinding) =>
      filter.state !== undefined || filter.reported === false || filter.all || !isSettled(each);
    const expected = all.filter((each) => keeps(each) && isShown(each));
    expect(expected.length).toBeGreaterThan(0);
    expect(await store.listReviews(filter)).toEqual(expected);
    const counts = await store.countReviews(filter);
    expect(counts.reduce((sum, { findings }) => sum + findings, 0)).toBe(expected.length);
    for (const { rule, severity, state, findings } of counts) {
      const same = expected.filter((e) => e.rule === rule && e.severity === severity && e.state === state);
      expect(findings).toBe(same.length);
    }
    const { departments, total } = await store.countReviewsByDepartment(filter);
    expect(total).toBe(departments.length);
    expect(departments.reduce((sum, { findings }) => sum + findings, 0)).toBe(expected.length);
    expect(departments.reduce((sum, { answered }) => sum + answered, 0)).toBe(
      expected.filter(({ state }) => state !== 'open').length,
    );
  });

  it.each([undefined, '-severity', 'difference_wan', '-difference_wan', 'rule', '-id'])(
    'comes page by page in the order %s, each finding once, and leads from one to the next',
    async (sort) => {
      const filter = { reported: true, all: true };
      const whole = await store.listReviews(filter, { sort });
      const pages = await Promise.all(
        [0, 20, 40].map((offset) => store.listReviews(filter, { sort, limit: 20, offset })),
      );
      expect(pages.flat()).toEqual(whole);
      expect(new Set(whole.map(({ id }) => id)).size).toBe(50);
      const first = whole[0] as ReviewedFinding;
      const walked = [first.id];
      for (;;) {
        const { next } = await store.findingNeighbours(walked.at(-1) ?? 0, filter, sort);
        if (next === null) break;
        expect((await store.findingNeighbours(next, filter, sort)).previous).toBe(walked.at(-1));
        walked.push(next);
      }
      expect(walked).toEqual(whole.map(({ id }) => id));
    },
  );

  it('sorts by yuan, whatever the sign', async () => {
    const yuan = (await store.listReviews({}, { sort: '-difference_wan' })).map((each) =>
      Math.abs(each.difference_fen ?? 0),
    );
    expect(yuan).toEqual([...yuan].sort((a, b) => b - a));
  });

  it('leads on from a finding that its answer took out of the list', async () => {
    const [first, second] = await store.listReviews({ state: 'open' });
    await store.saveReviews([
      { fingerprint: first?.fingerprint ?? '', state: 'explained', comment: '说明', who: '乙' },
    ]);
    expect(await store.findingNeighbours(first?.id ?? 0, { state: 'open' })).toEqual({
      previous: null,
      next: second?.id,
    });
    expect(await store.reviewedFinding(first?.id ?? 0)).toMatchObject({
      state: 'explained',
      comment: '说明',
    });
    expect(await store.countReviews({ state: 'explained' })).toHaveLength(1);
  });

  it('refuses filters and orders it does not have', async () => {
    await expect(store.listReviews({ level1: '产出' })).rejects.toThrow('疑点清单不能按 level1 筛选');
    await expect(store.listReviews({}, { sort: 'message' })).rejects.toThrow(
      '可用：severity、difference_wan、rule、id',
    );
  });

  it('knows from which run to which a finding said so', async () => {
    const [seen] = await store.listReviews({ reported: true });
    expect(seen && (await store.findingHistory(seen))).toMatchObject([
      { run: 1, message: seen?.message, rule_version: 1 },
    ]);
    expect(await store.reviewedFinding(999)).toBeNull();
  });
});
