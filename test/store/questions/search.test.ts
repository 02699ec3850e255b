import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { SearchOptions } from '../../../src/model/ports/questions.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const evidence = { place: 't1 r9 c1', quote: '', block: 0, cell: 0 };

const water = () => {
  const document = buildDocument({
    path: '水利.txt',
    disclosures: [
      {
        projects: [
          {
            name: '节水宣传',
            annualGoal: '开展普法\n宣传，覆盖 30 个村；工作有序。',
            indicators: [
              { name: '发放资料', description: '向群众发放节水资料', target: '≥3000份' },
              { name: '群众满意度', target: '≥９５％' },
            ],
            costs: [{ item: '印刷费', wan: '1', calculation: 'A4彩印3000份×0.5元' }],
          },
        ],
      },
    ],
  });
  document.disclosures[0]?.texts.push(
    { form: 0, project: null, kind: 'duties', heading: '职责', text: '管理河道与水库', evidence },
    { form: 0, project: null, kind: 'overview', heading: null, text: '概况：防汛抗旱', evidence },
  );
  return document;
};
const school = () =>
  buildDocument({
    path: '教育.txt',
    disclosures: [
      {
        region: { code: '990203', name: '石桥县', city: '望山市', province: '青禾省' },
        department: '教育局',
        departmentKey: '教育局',
        projects: [{ name: '校园安全', purpose: '安全宣传与节水改造', indicators: [{ name: '宣传次数' }] }],
      },
    ],
  });

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  await store.save(water());
  await store.save(school());
});
afterAll(() => store.close());

const snippets = async (text: string, options: SearchOptions = {}) =>
  (await store.search(text, options)).map(({ view, snippet }) => `${view} ${snippet}`);

describe('search', () => {
  it('finds words of two characters, names before texts', async () => {
    expect(await snippets('宣传')).toEqual([
      'indicators 【宣传】次数',
      'projects 节水【宣传】',
      'projects 安全【宣传】与节水改造',
    ]);
  });

  it.each([
    ['普法宣传', ['projects 开展【普法 宣传】，覆盖 30 个村；工作有序。']],
    ['宣传，覆盖', ['projects 开展普法 【宣传，覆盖】 30 个村；工作有序。']],
    ['宣传覆盖', []],
    ['作有', ['projects …传，覆盖 30 个村；工【作有】序。']],
    ['村工', []],
    ['95%', ['indicators ≥【９５】％']],
    ['a4', ['costs 【A4】彩印3000份×0.5元']],
    ['汛', ['texts 概况：防【汛】抗旱']],
    ['宣传 校园', ['projects 【校园】安全']],
    ['宣传 AND 校园', ['projects 【校园】安全']],
    ['河道 OR 印刷', ['costs 【印刷】费', 'texts 管理【河道】与水库']],
    ['宣传 NOT 安全 NOT 次数', ['projects 节水【宣传】']],
    ['(河道 OR 宣传) AND NOT (校园 OR 普法 OR 次数)', ['texts 管理【河道】与水库']],
    ['"普法 宣传"', ['projects 开展【普法 宣传】，覆盖 30 个村；工作有序。']],
    ['“OR”', []],
  ])('%s', async (text, expected) => {
    expect((await snippets(text)).sort()).toEqual(expected);
  });

  it.each(['', 'AND', '宣传 AND', 'NOT 宣传', '(宣传', '宣传)', '"宣传', '！', '宣传 OR OR 法'])(
    'refuses %s and says why',
    async (text) => {
      await expect(store.search(text)).rejects.toThrow(QueryError);
    },
  );

  it('keeps to places, years, departments and views', async () => {
    expect(await snippets('宣传', { region: '石桥县' })).toHaveLength(2);
    expect(await snippets('宣传', { department: '水利局' })).toEqual(['projects 节水【宣传】']);
    expect(await snippets('宣传', { year: 2020 })).toEqual([]);
    expect(await snippets('宣传', { views: ['indicators'] })).toEqual(['indicators 【宣传】次数']);
    await expect(store.search('宣传', { views: ['cells'] })).rejects.toThrow('全文检索');
  });

  it('goes on where the page before ended', async () => {
    const all = await snippets('宣传');
    expect(await snippets('宣传', { limit: 1, offset: 1 })).toEqual(all.slice(1, 2));
    expect(await snippets('宣传', { offset: 3 })).toEqual([]);
  });

  it('says where a hit is', async () => {
    const [hit] = await store.search('发放资料');
    const [row] = (await store.query('indicators', { text: '发放资料' })).rows;
    expect(hit).toEqual({
      view: 'indicators',
      id: row?.id,
      document_id: row?.document_id,
      region: '云溪区',
      year: 2023,
      department: '云溪区水利局',
      project: '节水宣传',
      column: 'name',
      snippet: '【发放资料】',
      place: row?.place,
    });
  });
});

describe('the index', () => {
  it('follows what is saved, saved again, assigned and removed', async () => {
    const changing = openSqliteStore(':memory:');
    const document = water();
    await changing.save(document);
    await changing.save({ ...school(), sha256: document.sha256, readerVersion: '2' });
    expect(await changing.search('河道')).toEqual([]);
    expect(await changing.search('校园')).toHaveLength(1);
    await changing.assign(document.sha256, { year: 2020 });
    expect(await changing.search('校园')).toMatchObject([{ year: 2020 }]);
    await changing.remove([document.sha256]);
    expect(await changing.search('校园')).toEqual([]);
    await changing.close();
  });

  it('follows a document that moves to another number', async () => {
    const moving = openSqliteStore(':memory:');
    const home = '0'.repeat(9);
    for (const [end, plan] of [
      ['b', water()],
      ['a', school()],
    ] as const) {
      await moving.save({ ...plan, sha256: home + end.repeat(55) });
    }
    const [hit] = await moving.search('河道');
    expect(
      (await moving.sql('SELECT sha256 FROM documents WHERE id = ?', [hit?.document_id ?? 0])).rows,
    ).toEqual([{ sha256: home + 'b'.repeat(55) }]);
    expect(await moving.search('节水宣传')).toHaveLength(1);
    expect(await moving.search('宣传次数')).toHaveLength(1);
    await moving.close();
  });
});

describe('query --text', () => {
  it('finds just the rows that hold the text, whatever it is', async () => {
    const letters = ['宣', '传', '，', ' ', '\n', 'A', 'a', '3', '%', '_', '＝', '。', "'"];
    const text = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(''));
    const cases = fc.tuple(fc.array(text, { minLength: 1, maxLength: 4 }), text);
    await fc.assert(
      fc.asyncProperty(cases, async ([names, wanted]) => {
        const each = openSqliteStore(':memory:');
        await each.save(
          buildDocument({
            disclosures: [{ projects: names.map((name) => ({ name, purpose: `用于${name}` })) }],
          }),
        );
        const found = (await each.query('projects', { text: wanted }, { columns: ['project'] })).rows;
        const lower = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
        const expected = names.filter((name) => lower(`用于${name}`).includes(lower(wanted)));
        expect(found.map(({ project }) => project).sort()).toEqual(expected.sort());
        await each.close();
      }),
      { numRuns: 60 },
    );
  });

  it('finds indicators by their project, and texts', async () => {
    const names = async (view: string, text: string) =>
      (await store.query(view, { text })).rows.map((row) => row.name ?? row.text);
    expect(await names('indicators', '校园')).toEqual(['宣传次数']);
    expect((await names('current_indicators', '节水')).sort()).toEqual(['发放资料', '群众满意度']);
    expect(await names('texts', '河道')).toEqual(['管理河道与水库']);
    expect(await names('texts', '村工')).toEqual([]);
  });
});
