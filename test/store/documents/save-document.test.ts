import { describe, expect, it } from 'vitest';
import type { PictureFate } from '../../../src/model/grid.js';
import { buildDocument } from '../../support/document-builder.js';
import { freshStore } from '../../support/fresh-store.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const flood = buildDocument({
  path: '资料/甲.txt',
  title: '防汛预算',
  disclosures: [
    {
      total: '120.50',
      projects: [
        {
          name: '防汛物资储备',
          wan: '20.50',
          code: '99010423',
          annualGoal: '汛期物资齐备',
          indicators: [{ name: '编织袋', target: '17万条', parsed: { kind: 'number', quantity: '170000' } }],
          costs: [{ item: '采购编织袋', wan: '20.50', calculation: '17万条×1.2元' }],
        },
        { name: '河道清淤', wan: '100', hasForm: false },
      ],
      indicators: [{ name: '河道长度', target: '≥30公里' }],
    },
  ],
  diagnostics: [{ code: 'target-cut-off', message: '第 3 行少一格', place: 't1 r3 c1' }],
});

describe('saveDocument', () => {
  it('gives back the document as saved', async () => {
    const store = freshStore();
    await store.save(flood);
    expect(await store.load(flood.sha256)).toEqual(flood);
    expect(await store.load('0'.repeat(64))).toBeNull();
  });

  it('leaves an equal store when saved again', async () => {
    const store = freshStore();
    await store.save(flood);
    const once = await store.dump();
    await store.save(flood);
    expect(await store.dump()).toBe(once);
  });

  it('replaces the rows of a content read by a newer reader and keeps the ids', async () => {
    const store = freshStore();
    await store.save(flood);
    const [before] = (await store.query('projects', { project: '防汛' })).rows;
    await store.save({ ...flood, readerVersion: '2', diagnostics: [] });
    expect((await store.query('projects', { project: '防汛' })).rows).toEqual([before]);
    expect((await store.query('diagnostics')).rows).toEqual([]);
    expect(await store.known(flood.sha256)).toMatchObject({
      readerVersion: '2',
      outcome: 'ok',
      triedVersion: '2',
      paths: [{ path: '资料/甲.txt', url: null, published: null }],
    });
  });

  it('gives the same store whatever the order of arrival', async () => {
    const other = buildDocument({
      path: '资料/乙.txt',
      disclosures: [{ department: '教育局', projects: [{ name: '校舍维修' }] }],
    });
    const copy = { ...flood, path: '备份/甲.txt', url: 'https://example.org/1' };
    const [forward, backward] = [freshStore(), freshStore()];
    for (const document of [flood, other, copy]) await forward.save(document);
    for (const document of [copy, other, flood]) await backward.save(document);
    expect(await backward.dump()).toBe(await forward.dump());
  });
});

describe('a newer reader', () => {
  const reading = (readerVersion: string, outcome: 'ok' | 'timeout') => ({
    ...flood,
    readerVersion,
    outcome,
  });

  it('that runs out of time displaces nothing, and is remembered', async () => {
    const store = freshStore();
    await store.save(flood);
    expect(await store.saveAll([{ document: reading('2', 'timeout') }])).toEqual(['stands']);
    expect(await store.known(flood.sha256)).toMatchObject({
      outcome: 'ok',
      readerVersion: '1',
      triedVersion: '2',
    });
    expect((await store.query('projects')).rows).toHaveLength(2);
  });

  it('replaces an older reading, and an older one never a newer', async () => {
    const store = freshStore();
    await store.save(reading('10', 'ok'));
    expect(await store.saveAll([{ document: reading('9', 'ok') }])).toEqual(['stands']);
    expect(await store.saveAll([{ document: reading('11', 'ok') }])).toEqual(['saved']);
  });
});

describe('a reading that read more of the pictures', () => {
  const reading = (pictures?: PictureFate) => ({ ...flood, ...(pictures ? { pictures } : {}) });

  it('stands over one that read less, whichever came first', async () => {
    const store = freshStore();
    await store.save(reading('layer'));
    expect(await store.saveAll([{ document: reading('left') }])).toEqual(['stands']);
    expect(await store.saveAll([{ document: reading('read') }])).toEqual(['saved']);
    expect(await store.saveAll([{ document: reading('layer') }])).toEqual(['stands']);
    expect(await store.known(flood.sha256)).toMatchObject({ pictures: 'read' });
  });

  it('is listed for reading again where it could read more', async () => {
    const store = freshStore();
    await store.save(reading('left'));
    expect(await store.listReadings({ triedBefore: '1', pictures: ['left'] })).toHaveLength(1);
    expect(await store.listReadings({ triedBefore: '1', pictures: ['layer'] })).toEqual([]);
    expect(await store.listReadings({ pictures: [] })).toEqual([]);
  });
});

it.runIf(IS_THOROUGH)(
  'stores the others of a batch when one has more rows than can be numbered',
  async () => {
    const store = freshStore();
    const [disclosure] = flood.disclosures;
    const indicator = disclosure?.indicators[0];
    if (!disclosure || !indicator) throw new Error('fixture without indicators');
    const endless = { ...disclosure, indicators: new Array(2 ** 17).fill(indicator) };
    const huge = { ...buildDocument({ path: '大.txt' }), disclosures: [endless] };
    expect(await store.saveAll([{ document: huge }, { document: flood }])).toEqual(['too-large', 'saved']);
    expect((await store.summary()).documents).toBe(1);
  },
);

describe('the same content at two paths', () => {
  it('is stored once with both paths, named by the first', async () => {
    const store = freshStore();
    await store.save(flood);
    await store.addPath(flood.sha256, '备份/甲.txt');
    expect((await store.query('documents')).rows).toMatchObject([{ path: '备份/甲.txt' }]);
    expect((await store.query('projects')).rows).toHaveLength(2);
    expect((await store.known(flood.sha256))?.paths.map(({ path }) => path)).toEqual([
      '备份/甲.txt',
      '资料/甲.txt',
    ]);
    expect((await store.load(flood.sha256))?.path).toBe('备份/甲.txt');
  });

  it('keeps the reading over one that was cut short, whichever came first', async () => {
    const slow = {
      ...buildDocument({ content: '资料/甲.txt', path: 'a/甲.txt' }),
      outcome: 'timeout' as const,
    };
    const [forward, backward] = [freshStore(), freshStore()];
    for (const document of [flood, slow]) await forward.save(document);
    for (const document of [slow, flood]) await backward.save(document);
    expect((await forward.query('documents')).rows).toMatchObject([{ outcome: 'ok', path: 'a/甲.txt' }]);
    expect(await backward.dump()).toBe(await forward.dump());
  });
});
