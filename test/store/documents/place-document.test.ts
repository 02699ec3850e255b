import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/model/facts/store-error.js';
import { homeNumber, rowId, splitRowId } from '../../../src/model/row-id.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { buildDocument } from '../../support/document-builder.js';
import { runsOf } from '../../support/thorough.js';

/** A document whose sha256 begins with these digits. */
const withHash = (digits: string) =>
  buildDocument({
    path: `${digits}.txt`,
    sha256: digits.padEnd(64, '0'),
    disclosures: [{ projects: [{ name: `项目${digits}`, indicators: [{ name: '次数' }] }] }],
  });

describe('row ids', () => {
  it('are whole numbers up to 2^53 that give back what they were made of', () => {
    const last = homeNumber('f'.repeat(64));
    expect(rowId(last, 131_071)).toBe(Number.MAX_SAFE_INTEGER);
    expect(splitRowId(rowId(last, 131_071))).toEqual({ documentNumber: last, ordinal: 131_071 });
    expect(() => rowId(1, 131_072)).toThrow(StoreError);
  });
});

describe('documents that share the first 36 bits', () => {
  const colliding = [
    'aaaaaaaaa1',
    'aaaaaaaaa2',
    'aaaaaaaaa3',
    'aaaaaaaab0',
    'aaaaaaaab1',
    'fffffffff1',
    'fffffffff2',
    '0000000000',
  ];

  it('get the same numbers and rows in any order of arrival', async () => {
    const saveAll = async (order: string[]): Promise<string> => {
      const store = openSqliteStore(':memory:');
      for (const digits of order) await store.save(withHash(digits));
      const dump = await store.dump();
      await store.close();
      return dump;
    };
    const expected = await saveAll(colliding);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(colliding, { minLength: colliding.length }), async (order) => {
        expect(await saveAll(order)).toBe(expected);
      }),
      { numRuns: runsOf(15, 40) },
    );
  });

  it('stand on numbers of their own and keep their rows', async () => {
    const store = openSqliteStore(':memory:');
    for (const digits of ['aaaaaaaaa2', 'aaaaaaaaa1']) await store.save(withHash(digits));
    const home = homeNumber('aaaaaaaaa');
    expect((await store.query('documents', {}, { columns: ['id', 'path'], sort: 'id' })).rows).toEqual([
      { id: home, path: 'aaaaaaaaa1.txt' },
      { id: home + 1, path: 'aaaaaaaaa2.txt' },
    ]);
    expect(
      (await store.query('indicators', {}, { columns: ['document_id', 'project'], sort: 'id' })).rows,
    ).toEqual([
      { document_id: home, project: '项目aaaaaaaaa1' },
      { document_id: home + 1, project: '项目aaaaaaaaa2' },
    ]);
    expect(await store.load(withHash('aaaaaaaaa2').sha256)).toEqual(withHash('aaaaaaaaa2'));
    await store.close();
  });
});
