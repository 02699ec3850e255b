import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditScope, Finding } from '../../../src/model/finding.js';
import type { Store } from '../../../src/model/ports/store.js';
import { rowSchema } from '../../../src/model/row-schema.js';
import { VIEWS } from '../../../src/model/views.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument, SOME_REGION } from '../../support/document-builder.js';

const here = buildDocument({ path: '甲.txt', disclosures: [{ projects: [{ name: '清淤' }] }] });
const there = buildDocument({
  path: '乙.txt',
  disclosures: [{ region: { ...SOME_REGION, code: '990203', name: '石桥县' }, year: 2022 }],
});

function finding(fingerprint: string, given: Partial<Finding> = {}): Finding {
  const document = given.document ?? here.sha256;
  return {
    fingerprint,
    matter: fingerprint,
    rule: 'summary-total-missing',
    ruleVersion: 1,
    severity: 'warning',
    verdict: 'fail',
    document,
    disclosure: 0,
    project: '清淤',
    field: 'summary.total',
    parameters: {},
    message: '合计未填，各行相加为 174',
    reported: null,
    expected: '174',
    differenceFen: -1_500_000,
    differenceShare: null,
    toleranceFen: 0,
    formula: '100 + 74 = 174',
    evidence: [
      { label: '合计', document, evidence: { place: 't1 r2 c2', quote: '合计', block: 0, cell: 1 } },
    ],
    ...given,
  };
}

let store: Store;
beforeEach(async () => {
  store = openSqliteStore(':memory:', { now: () => new Date('2024-01-02T03:04:05Z') });
  await store.save(here);
  await store.save(there);
});
afterEach(() => store.close());

const standing = async (): Promise<string[]> =>
  (await store.listReviews({ all: true, reported: true })).map(({ fingerprint }) => fingerprint);

/** Those of a list that another does not have, as often as they are in it. */
const without = (list: readonly string[], other: readonly string[]): string[] => {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** What a run says it changed, told by what stood before and what stands after it. */
const run = async (findings: Finding[], scope: AuditScope = {}) => {
  const before = await standing();
  const saved = await store.saveRun({
    scope,
    documents: 2,
    findings,
    ruleset: '',
    rules: [
      {
        rule: 'summary-total-missing',
        pass: 3,
        fail: findings.length,
        review: 0,
        notApplicable: 1,
        notEvaluated: 0,
        reasons: { 没有汇总表: 1 },
      },
    ],
  });
  const found = findings.map(({ fingerprint }) => fingerprint);
  const fresh = without(found, before);
  const told = { fresh, unchanged: without(found, fresh), resolved: without(before, await standing()) };
  expect(saved).toEqual({
    runId: saved.runId,
    fresh: told.fresh.length,
    unchanged: told.unchanged.length,
    resolved: told.resolved.length,
  });
  return { runId: saved.runId, ...told };
};

describe('saveRun', () => {
  it('tells new, unchanged and resolved findings of runs over everything', async () => {
    expect(await run([finding('a'), finding('b')])).toEqual({
      runId: 1,
      fresh: ['a', 'b'],
      unchanged: [],
      resolved: [],
    });
    expect(await run([finding('b'), finding('c')])).toEqual({
      runId: 2,
      fresh: ['c'],
      unchanged: ['b'],
      resolved: ['a'],
    });
    expect(await run([finding('a')])).toEqual({
      runId: 3,
      fresh: ['a'],
      unchanged: [],
      resolved: ['b', 'c'],
    });
    expect(await run([finding('a')])).toEqual({ runId: 4, fresh: [], unchanged: ['a'], resolved: [] });
  });

  it.each<[string, AuditScope, AuditScope]>([
    ['region', { region: '990203' }, { region: '990104' }],
    ['province', { region: '9902' }, { region: '990100' }],
    ['year', { year: 2022 }, { year: 2023 }],
    ['department', { department: '教育局' }, { department: '云溪区水利' }],
    ['document', { documents: [there.sha256] }, { documents: [here.sha256] }],
    ['rule', { rules: ['budget-differs-from-funding'] }, { rules: ['summary-total-missing'] }],
  ])('resolves only within the %s that was run', async (_, elsewhere, scope) => {
    await run([finding('a')]);
    expect(await run([], elsewhere)).toMatchObject({ resolved: [] });
    expect(await run([finding('a')])).toMatchObject({ fresh: [], unchanged: ['a'] });
    expect(await run([], scope)).toMatchObject({ resolved: ['a'] });
  });

  it('shows the rows of the latest run with the subject, and keeps ids over runs', async () => {
    await run([finding('a'), finding('b', { document: there.sha256, project: null })]);
    await run([finding('b', { document: there.sha256, project: null })]);
    const { rows } = await store.query('findings');
    expect(rows).toMatchObject([
      {
        id: 2,
        run_id: 2,
        fingerprint: 'b',
        state: 'unchanged',
        region: '石桥县',
        year: 2022,
        project: null,
        difference_wan: -1.5,
        quote: '合计',
        place: 't1 r2 c2',
      },
    ]);
    await run([finding('a')]);
    expect((await store.query('findings')).rows).toMatchObject([
      { id: 1, state: 'new', region: SOME_REGION.name },
    ]);
    expect(
      (await store.query('findings', { severity: 'warning', rule: 'summary-total-missing' })).rows,
    ).toHaveLength(1);
    expect((await store.query('findings', { severity: 'error' })).rows).toEqual([]);
  });

  it('keeps two findings of one fingerprint apart', async () => {
    await run([finding('a'), finding('a')]);
    expect(await run([finding('a')])).toMatchObject({ unchanged: ['a'], resolved: ['a'] });
  });

  it('finds findings again after the document was read anew', async () => {
    await run([finding('a')]);
    await store.save({ ...here, readerVersion: '2', disclosures: [], forms: [], claims: [] });
    expect((await store.query('findings')).rows).toMatchObject([{ fingerprint: 'a', region: null }]);
  });

  it('keeps the history with the counts of every rule', async () => {
    await run([finding('a'), finding('b')]);
    await run([finding('b')], { year: 2023 });
    expect((await store.query('finding_runs', {}, { sort: 'run_id' })).rows).toMatchObject([
      {
        run_id: 1,
        at: '2024-01-02T03:04:05.000Z',
        scope: '{}',
        documents: 2,
        fail: 2,
        pass: 3,
        not_applicable: 1,
        reasons: '{"没有汇总表":1}',
        new: 2,
        unchanged: 0,
        resolved: 0,
      },
      { run_id: 2, scope: '{"year":2023}', fail: 1, new: 0, unchanged: 1, resolved: 1 },
    ]);
  });

  it.each(VIEWS.filter((view) => view.name.startsWith('finding')))('$name fits its schema', async (view) => {
    await run([finding('a')]);
    const { rows } = await store.query(view.name);
    expect(rows).toHaveLength(1);
    for (const row of rows) expect(rowSchema(view).parse(row)).toEqual(row);
  });
});

describe('documents of a scope', () => {
  const paths = async (scope: AuditScope): Promise<string[]> => {
    const found: string[] = [];
    for await (const document of store.documents(scope)) found.push(document.path);
    return found;
  };

  it.each<[AuditScope, string[]]>([
    [{}, ['乙.txt', '甲.txt']],
    [{ region: '990203' }, ['乙.txt']],
    [{ region: '99' }, ['乙.txt', '甲.txt']],
    [{ year: 2023 }, ['甲.txt']],
    [{ department: '水利局' }, ['乙.txt', '甲.txt']],
    [{ department: '云溪区水利局', year: 2022 }, ['乙.txt']],
    [{ documents: [here.sha256] }, ['甲.txt']],
    [{ documents: [] }, []],
  ])('%o comes by path, without what holds no disclosure', async (scope, expected) => {
    await store.save(buildDocument({ path: '坏.doc', outcome: 'corrupt' }));
    expect(await paths(scope)).toEqual(expected);
  });
});
