import { describe, expect, it } from 'vitest';
import { formerPlace, sheetPlace, slotOf } from '../../src/model/place.js';

describe('slotOf', () => {
  it.each([
    ['p36 t2 r3 c12', { table: 2, row: 3, column: 12 }],
    ['t2 r5 c3', { table: 2, row: 5, column: 3 }],
    ['p36 t2 r3 c1 / t1 r4 c2', { table: 1, row: 4, column: 2 }],
    ['附表1!C7', { table: null, row: 7, column: 3 }],
    ['p3 t1 r1 c1!AB12', { table: null, row: 12, column: 28 }],
    ['¶12', null],
    ['p31', null],
  ])('%s', (place, slot) => {
    expect(slotOf(place)).toEqual(slot);
  });

  it('takes apart what names a cell of a sheet', () => {
    for (const column of [1, 26, 27, 702, 703, 16384]) {
      expect(slotOf(sheetPlace('表', 9, column))).toEqual({ table: null, row: 9, column });
    }
  });
});

describe('formerPlace', () => {
  it('counts from the page the table begins on', () => {
    expect(formerPlace('p36 t1 r3 c1', { row: 469, column: 2 })).toBe('p36 t1 r469 c2');
  });

  it.each(['t1 r3 c1', '附表1!C7', '¶12', 'p36 t1 r3 c1 / t1 r1 c1'])('%s was always called so', (place) => {
    expect(formerPlace(place, { row: 9, column: 9 })).toBe(place);
  });
});
