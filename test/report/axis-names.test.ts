import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/grid.js';
import { axisNames } from '../../src/report/axis-names.js';

const gridOf = (places: readonly string[]): Grid => ({
  kind: 'grid',
  table: 1,
  rows: places.length + 1,
  columns: 2,
  cells: places.map((place, i) => ({ row: i + 1, column: 1, rowSpan: 1, colSpan: 1, text: '', place })),
  certainty: 'ruled',
});

describe('axisNames', () => {
  it('says the page of each row where a table goes on over pages', () => {
    const { rows } = axisNames(gridOf(['p30 t1 r1 c1', 'p30 t1 r2 c1', 'p31 t1 r2 c1']));
    expect(rows).toEqual(['p30 r1', 'p30 r2', 'p31 r2', 'r4']);
  });

  it('does not repeat the page of a table on one', () => {
    expect(axisNames(gridOf(['p30 t1 r1 c1', 'p30 t1 r2 c1'])).rows).toEqual(['r1', 'r2', 'r3']);
  });

  it('names rows and columns of a sheet as it does', () => {
    expect(axisNames(gridOf(['附表1!C7', '附表1!C9']))).toEqual({
      rows: ['7', '9', 'r3'],
      columns: ['C', 'c2'],
    });
  });
});
