import { expect, it } from 'vitest';
import type { ProjectRow } from '../../../src/model/comparison.js';
import type { ComparisonRows } from '../../../src/model/ports/comparison-rows.js';
import { oneDepartment } from '../../../src/pipeline/subjects/one-department.js';
import { projectRow } from '../../support/comparison-rows.js';

const rowsOf = (...projects: ProjectRow[]): Pick<ComparisonRows, 'departmentRows'> => ({
  departmentRows: async () => ({ projects, indicators: [], totals: [], texts: [], statements: [] }),
});

const at = (region: string, regionCode: string, year: number): ProjectRow =>
  projectRow({ project: '公路养护经费', region, regionCode, year, departmentKey: '交通局' });

it('asks which of two places of one name is meant', async () => {
  const rows = rowsOf(at('甲区', '990302', 2023), at('甲区', '990402', 2024));
  await expect(oneDepartment(rows as ComparisonRows, '甲区', '交通局')).rejects.toThrow(
    /甲区 可能指地区：.*990302.*990402/,
  );
});

it('takes a place under its names of all years for one', async () => {
  const rows = rowsOf(at('甲县', '430221', 2017), at('甲区', '430212', 2024));
  for (const name of ['甲县', '甲区', '430221']) {
    const { projects } = await oneDepartment(rows as ComparisonRows, name, '交通局');
    expect(projects.map(({ year }) => year)).toEqual([2017, 2024]);
  }
});
