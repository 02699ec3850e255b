import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provinceTiles } from '../../../src/pipeline/subjects/province-tiles.js';
import { pickVaried } from '../../../src/web/pages/home/pick-varied.js';
import { describePlace, measured, showMoneyShort } from '../../../src/web/parts/places/measures.js';
import { shadeClasses, shadeOf } from '../../../src/web/parts/places/shades.js';

const FIGURES = { departments: 3, projects: 25, budgetFen: 12_345_000_000, auditedProjects: 20, findings: 5 };

describe('shades', () => {
  it('take as many different values each, and have one of their own for 0', () => {
    expect(shadeClasses([0, 1, 1, 2, 3, 4, 5, 6, 7, 8])).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 6 },
      { from: 7, to: 8 },
    ]);
    expect(shadeClasses([5, 5, 9])).toEqual([
      { from: 5, to: 5 },
      { from: 9, to: 9 },
    ]);
    expect(shadeClasses([0])).toEqual([]);
    expect(shadeOf(0, [])).toBe('shade-0');
    expect(shadeOf(9, shadeClasses([5, 5, 9]))).toBe('shade-4');
  });

  it('are darker for larger values, whatever these are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1 }), (values) => {
        const classes = shadeClasses(values);
        const shades = values.toSorted((a, b) => a - b).map((value) => shadeOf(value, classes));
        expect(shades).toEqual(shades.toSorted());
      }),
      { seed: 20240607 },
    );
  });
});

describe('measures', () => {
  it('say what cannot be told instead of 0', () => {
    const unknown = { ...FIGURES, budgetFen: null, auditedProjects: null };
    expect(measured('departments', FIGURES)).toEqual({ value: 3, shown: '3' });
    expect(measured('money', FIGURES)).toEqual({ value: 12_345_000_000, shown: '1.2亿' });
    expect(measured('money', unknown)).toEqual({ value: null, shown: '未印' });
    expect(measured('money', { ...FIGURES, budgetFen: 0 })).toEqual({ value: 0, shown: '0万' });
    expect(measured('findings', FIGURES)).toEqual({ value: 25, shown: '25' });
    expect(measured('findings', unknown)).toEqual({ value: null, shown: '未查' });
    expect(measured('findings', { ...FIGURES, auditedProjects: 9 })).toEqual({
      value: null,
      shown: '项目少',
    });
  });

  it('write money in the unit that leaves few figures', () => {
    expect([50_000, 3_450_000_000, 99_990_000_000_000].map((fen) => showMoneyShort(fen))).toEqual([
      '0.1万',
      '3,450万',
      '9,999亿',
    ]);
  });

  it('tell a place in words', () => {
    expect(describePlace('云南', FIGURES)).toBe(
      '云南：3 个部门，25 个项目，部门预算项目金额 12,345.00 万元，疑点 5 条，每百个项目 25 条',
    );
    expect(describePlace('青海', null)).toBe('青海：库中没有');
    expect(describePlace('湖南', { ...FIGURES, budgetFen: null, auditedProjects: null })).toBe(
      '湖南：3 个部门，25 个项目，没有印出部门预算的项目金额，还没有核查',
    );
  });
});

it('every province has a square of its own', () => {
  const tiles = provinceTiles();
  expect(tiles).toHaveLength(34);
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(34);
  expect(Math.max(...tiles.flatMap(({ column, row }) => [column, row]))).toBe(8);
  for (const { name, short } of tiles) expect(name.startsWith(short)).toBe(true);
});

it('of a list the first of every kind is picked, in order, and filled up from the front', () => {
  const kind = (word: string): string => word.charAt(0);
  expect(pickVaried(['a1', 'a2', 'a3', 'b1', 'c1'], kind, 4)).toEqual(['a1', 'a2', 'b1', 'c1']);
  expect(pickVaried(['a1', 'b1', 'c1'], kind, 2)).toEqual(['a1', 'b1']);
  expect(pickVaried(['a1'], kind, 3)).toEqual(['a1']);
});
