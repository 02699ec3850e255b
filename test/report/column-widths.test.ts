import { expect, it } from 'vitest';
import { columnWidths } from '../../src/report/column-widths.js';

it('gives each column what it wants where there is room', () => {
  expect(columnWidths([4, 10, 6], 30)).toEqual([4, 10, 6]);
});

it('takes from the widest first', () => {
  expect(columnWidths([4, 40, 20], 34)).toEqual([4, 15, 15]);
});

it('never takes the last readable columns', () => {
  expect(columnWidths([4, 40, 20], 5)).toEqual([4, 6, 6]);
});
