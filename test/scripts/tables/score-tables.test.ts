import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyRelations, countOf } from '../../../scripts/tables/adjacency.js';
import { scoreTables } from '../../../scripts/tables/score-tables.js';
import { cellsOfRows, comparableTable } from '../../../scripts/tables/table-cells.js';

const TABLE = cellsOfRows([
  ['项目', '金额'],
  ['办公费', '3'],
  ['差旅费', '5'],
]);
const anyRows = fc.array(fc.array(fc.constantFrom('', '甲', '乙', '丙'), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
});

describe('scoreTables', () => {
  it('counts a table with the same texts in the same places as exact, whatever its blanks and white space', () => {
    const found = cellsOfRows([
      ['项 目', '', '金额'],
      ['', '', ''],
      ['办公\n费', '', '３'],
      ['差旅费', '', '5'],
    ]);
    expect(scoreTables([TABLE], [found])).toEqual({
      tables: 1,
      exact: 1,
      extra: 0,
      expected: 7,
      found: 7,
      shared: 7,
    });
  });

  it('counts the relations around a misplaced cell as wrong', () => {
    const found = cellsOfRows([
      ['项目', '金额'],
      ['办公费', '5'],
      ['差旅费', '3'],
    ]);
    expect(scoreTables([TABLE], [found])).toMatchObject({ exact: 0, expected: 7, found: 7, shared: 3 });
  });

  it('counts a table cut in two as one with missing rows and one more', () => {
    const found = [TABLE.filter(({ row }) => row < 2), TABLE.filter(({ row }) => row === 2)];
    expect(scoreTables([TABLE], found)).toMatchObject({
      exact: 0,
      extra: 1,
      expected: 7,
      found: 4,
      shared: 4,
    });
  });

  it('pairs tables by what they have in common, not by their order', () => {
    const other = cellsOfRows([
      ['项目', '单位'],
      ['道路', '公里'],
    ]);
    expect(scoreTables([TABLE, other], [other, TABLE])).toMatchObject({ tables: 2, exact: 2, extra: 0 });
  });

  it('finds nothing where nothing was found, and takes tables without a text for none', () => {
    expect(scoreTables([TABLE], [cellsOfRows([['', '']])])).toMatchObject({
      exact: 0,
      extra: 0,
      expected: 7,
      found: 0,
    });
  });

  it('has every table equal to itself, and never shares more than either has', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (a, b) => {
        const filled = comparableTable(cellsOfRows(a)).length > 0;
        expect(scoreTables([cellsOfRows(a)], [cellsOfRows(a)]).exact).toBe(filled ? 1 : 0);
        const { expected, found, shared } = scoreTables([cellsOfRows(a)], [cellsOfRows(b)]);
        expect(shared).toBeLessThanOrEqual(Math.min(expected, found));
      }),
    );
  });
});

describe('adjacencyRelations', () => {
  it('passes over blank cells, and counts what occurs twice twice', () => {
    const cells = comparableTable(
      cellsOfRows([
        ['甲', '', '乙'],
        ['甲', '丙', '乙'],
      ]),
    );
    const relations = adjacencyRelations(cells);
    expect(relations.get('["甲","乙","right"]')).toBe(1);
    expect(relations.get('["乙","乙","below"]')).toBe(1);
    expect(countOf(relations)).toBe(5);
  });
});
