import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { valueKey } from '../../../src/model/value-key.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';

const document = buildDocument({
  path: '资料.zip!/附件/水利局.docx',
  disclosures: [
    { department: '水利局', total: '5', indicators: [{ name: '甲' }] },
    {
      department: '教育局',
      total: '7',
      projects: [{ name: '校舍' }, { name: '食堂', indicators: [{ name: '乙' }, { name: '丙' }] }],
    },
  ],
});

let store: Store;
beforeAll(async () => {
  store = openSqliteStore(':memory:');
  await store.save(buildDocument({ path: '别处/教育局.docx' }));
  await store.save(document);
});
afterAll(() => store.close());

const idOf = async (view: string, text: string): Promise<unknown> =>
  (await store.query(view, { text })).rows[0]?.id;

describe('locate', () => {
  it('says where the value of a row stands in the document', async () => {
    const located = await store.locate(`i${await idOf('indicators', '丙')}`);
    expect(located).toEqual({ kind: 'indicator', sha256: document.sha256, disclosure: 1, index: 1 });
    expect(document.disclosures[1]?.indicators[1]?.name).toBe('丙');
    expect(await store.locate(`p${await idOf('projects', '食堂')}`)).toMatchObject({
      kind: 'project',
      disclosure: 1,
      index: 1,
    });
    expect(await store.locate(`i${await idOf('indicators', '甲')}`)).toMatchObject({
      kind: 'indicator',
      disclosure: 0,
      index: 0,
    });
    const budget = (await store.query('budgets', { department: '教育局' })).rows[0]?.id;
    expect(await store.locate(`b${budget}`)).toMatchObject({ kind: 'budget', disclosure: 1, index: 0 });
    const number = (await store.query('documents', { text: '资料.zip' })).rows[0]?.id;
    expect(await store.locate(`d${number}`)).toEqual({ kind: 'document', sha256: document.sha256 });
  });

  it('finds every value by the key the document gives it', async () => {
    const number = Number((await store.query('documents', { text: '资料.zip' })).rows[0]?.id);
    for (const [disclosure, { budgets, projects, indicators }] of document.disclosures.entries()) {
      for (const [kind, list] of Object.entries({
        budget: budgets,
        project: projects,
        indicator: indicators,
      })) {
        for (const index of list.keys()) {
          const key = valueKey(number, document, kind as 'budget', disclosure, index);
          expect(await store.locate(key)).toEqual({ kind, sha256: document.sha256, disclosure, index });
        }
      }
    }
  });

  it.each(['x1', 'i', '', '12', "i1' OR 1=1", 'i1', 'f1', 'd99', 'p99999999999999999999'])(
    'refuses %s',
    async (id) => {
      await expect(store.locate(id)).rejects.toThrow(QueryError);
    },
  );
});

describe('findDocuments', () => {
  it.each([
    ['资料.zip!/附件/水利局.docx', 1],
    ['水利局.docx', 1],
    ['附件/水利局.docx', 1],
    ['教育局.docx', 1],
    ['局.docx', 0],
    ['%.docx', 0],
    [document.sha256, 1],
    [document.sha256.slice(0, 8), 1],
    [document.sha256.slice(0, 7), 0],
  ])('%s: %i', async (wanted, count) => {
    expect(await store.findDocuments(wanted)).toHaveLength(count);
  });

  it('finds by id', async () => {
    const number = (await store.query('documents', { text: '资料.zip' })).rows[0]?.id;
    expect(await store.findDocuments(`d${number}`)).toEqual([document.sha256]);
    expect(await store.findDocuments(String(number))).toEqual([document.sha256]);
  });
});

describe('summary', () => {
  it('counts what is in the store', async () => {
    expect(await store.summary()).toEqual({
      documents: 2,
      outcomes: { ok: 2 },
      forms: 2,
      disclosures: 2,
      projects: 2,
      indicators: 3,
      statements: 0,
      cells: 14,
      setAsideCells: 2,
      unclaimedCells: 0,
      unreadRows: 0,
      unresolved: 0,
    });
    const empty = openSqliteStore(':memory:');
    expect(await empty.summary()).toMatchObject({ documents: 0, outcomes: {}, forms: 0, unclaimedCells: 0 });
    await empty.save(buildDocument({ outcome: 'corrupt' }));
    await empty.save(buildDocument({ path: '乙', disclosures: [{ year: null }] }));
    expect(await empty.summary()).toMatchObject({ outcomes: { ok: 1, corrupt: 1 }, unresolved: 1 });
    await empty.close();
  });
});
