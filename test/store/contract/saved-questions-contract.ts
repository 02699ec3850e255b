import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import type { OpenEngine } from './contract-of.js';

/** Statements kept under names. */
export function savedQuestionsContract(open: OpenEngine): void {
  describe('saved questions', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open({ now: () => new Date('2026-01-02T03:04:05Z') });
    });
    afterEach(() => store.close());

    it('are kept, found, listed by name, and taken out', async () => {
      expect(await store.savedQuestion('项目数')).toBeNull();
      await store.saveQuestion({ name: '项目数', sql: 'SELECT 1', about: '共有几个' });
      await store.saveQuestion({ name: 'A', sql: 'SELECT 2', about: null });
      const kept = { name: '项目数', sql: 'SELECT 1', about: '共有几个', at: '2026-01-02T03:04:05.000Z' };
      expect(await store.savedQuestion('项目数')).toEqual(kept);
      expect((await store.savedQuestions()).map(({ name }) => name)).toEqual(['A', '项目数']);
      await store.removeQuestion('A');
      await store.removeQuestion('没有的');
      expect(await store.savedQuestions()).toEqual([kept]);
    });

    it('give way to another statement of their name only when told so', async () => {
      await store.saveQuestion({ name: 'A', sql: 'SELECT 1', about: null });
      await store.saveQuestion({ name: 'A', sql: 'SELECT 1', about: '说明' });
      const other = { name: 'A', sql: 'SELECT 2', about: null };
      await expect(store.saveQuestion(other)).rejects.toThrow('已有另一条查询叫“A”');
      expect(await store.savedQuestion('A')).toMatchObject({ sql: 'SELECT 1', about: '说明' });
      await store.saveQuestion(other, true);
      expect(await store.savedQuestion('A')).toMatchObject({ sql: 'SELECT 2', about: null });
    });

    it.each([
      ['', 'SELECT 1'],
      ['../x', 'SELECT 1'],
      ['a/b', 'SELECT 1'],
      ['长'.repeat(61), 'SELECT 1'],
      ['a', `SELECT ${'1'.repeat(20_000)}`],
    ])('refuse the name %s or what is too long', async (name, sql) => {
      await expect(store.saveQuestion({ name, sql, about: null })).rejects.toThrow(QueryError);
    });
  });
}
