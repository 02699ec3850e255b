import { describe, expect, it } from 'vitest';
import { findPlace } from '../../src/model/find-place.js';
import type { Block, Cell } from '../../src/model/grid.js';

const cell = (row: number, column: number, place: string): Cell => ({
  row,
  column,
  rowSpan: 1,
  colSpan: 1,
  text: place,
  place,
});

/** A table over pages 30 and 31 whose header is printed again, and a paragraph. */
const blocks: Block[] = [
  { kind: 'paragraph', text: '单位：万元', place: 'p30 ¶1' },
  {
    kind: 'grid',
    table: 1,
    page: 30,
    rows: 4,
    columns: 2,
    cells: [
      cell(1, 1, 'p30 t1 r1 c1'),
      cell(1, 2, 'p30 t1 r1 c2'),
      cell(2, 1, 'p30 t1 r2 c1'),
      cell(3, 1, 'p31 t1 r2 c1'),
      cell(4, 1, 'p31 t1 r3 c1'),
      cell(4, 2, 'p31 t1 r3 c2'),
    ],
    certainty: 'ruled',
  },
];

describe('findPlace', () => {
  it.each([
    ['p30 ¶1', { block: 0, cell: null }],
    ['p31 t1 r2 c1', { block: 1, cell: 3 }],
    ['p31 t1 r3 c2', { block: 1, cell: 5 }],
    ['p31 t1 r3', { block: 1, cell: 4 }],
    ['p31 t1 r3 c2 / t1 r1 c1', { block: 1, cell: 5 }],
  ])('%s', (place, found) => {
    expect(findPlace(blocks, place)).toEqual(found);
  });

  it('finds a row counted from the page its table begins on, as earlier versions did', () => {
    expect(findPlace(blocks, 'p31 t1 r4 c2')).toEqual({ block: 1, cell: 5 });
  });

  it('takes what is called so now for it where both could be meant', () => {
    expect(findPlace(blocks, 'p31 t1 r3 c1')).toEqual({ block: 1, cell: 4 });
  });

  it.each(['p31 t1 r5 c1', 'p31 t2 r2 c1', 'p3', 'p31 t1', 't1 r1 c1'])('%s is nowhere', (place) => {
    expect(findPlace(blocks, place)).toBeNull();
  });
});
