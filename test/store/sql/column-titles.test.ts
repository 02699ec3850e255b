import { describe, expect, it } from 'vitest';
import { columnTitles } from '../../../src/store/sql/column-titles.js';

describe('columnTitles', () => {
  it.each([
    ['SELECT count(*), sum(a + b) FROM t', ['count', 'sum'], ['count(*)', 'sum(a + b)']],
    ['SELECT t.a, b AS c, d "E" FROM t', ['a', 'c', 'E'], ['a', 'c', 'E']],
    ["SELECT DISTINCT 1, 'x, y'", ['?column?', '?column?'], ['1', "'x, y'"]],
    ['WITH w AS (SELECT 1 AS a) SELECT max(a) FROM w', ['max'], ['max(a)']],
    ['SELECT count(*) UNION SELECT 2', ['count'], ['count(*)']],
    ['SELECT *, count(*) OVER () FROM t', ['a', 'count'], ['a', 'count']],
    ['SELECT a IS DISTINCT FROM b, c FROM t', ['?column?', 'c'], ['a IS DISTINCT FROM b', 'c']],
  ])('%s', (sql, served, titles) => {
    expect(columnTitles(sql, served)).toEqual(titles);
  });
});
