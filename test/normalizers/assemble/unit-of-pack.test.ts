import { describe, expect, it } from 'vitest';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { Block, Grid } from '../../../src/model/grid.js';

const paragraph = (text: string, n: number): Block => ({ kind: 'paragraph', text, place: `¶${n}` });

const form = (department: string, agency: string): Grid => {
  const rows = [
    ['项目名称', '河道清淤', '主管部门', department],
    ['实施单位', agency, '资金总额', '12'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '清淤长度', '≥3公里'],
  ];
  return {
    kind: 'grid',
    table: 1,
    rows: rows.length,
    columns: 4,
    certainty: 'ruled',
    cells: rows.flatMap((row, r) =>
      row.map((text, c) => ({
        ...{ row: r + 1, column: c + 1, rowSpan: 1, colSpan: 1, text },
        place: `t1 r${r + 1} c${c + 1}`,
      })),
    ),
  };
};

const read = (cover: string[], department: string, agency: string, hint?: string) => {
  const blocks = [...cover, '目录', '项目支出绩效目标表'].map(paragraph);
  const { disclosures } = readDisclosures(
    { format: 'text', outcome: 'ok', blocks: [...blocks, form(department, agency)], diagnostics: [] },
    { path: '甲.pdf', ...(hint === undefined ? {} : { department: hint }) },
  );
  return disclosures.map(({ department: name, departmentKey }) => [name, departmentKey]);
};

describe('a pack whose forms print the department above it', () => {
  it.each([
    ['on one line', ['云溪市水利局河道管理中心2026年单位预算']],
    ['over lines', ['2026 年度', '云溪市水利局河道管', '理中心', '单位预算']],
    ['with the year between', ['云溪市水利局河道管理中心', '2026年度', '部门预算']],
    ['as final accounts', ['云溪市水利局河道管理中心', '2024年度单位决算']],
    ['of its own office', ['云溪市水利局河道管理中心本级2026年单位预算']],
  ])('stands under the unit that its cover names %s', (_, cover) => {
    expect(read(cover, '云溪市水利局', '云溪市水利局河道管理中心')).toEqual([
      ['云溪市水利局河道管理中心', expect.stringContaining('河道管理中心')],
    ]);
  });

  it('keeps apart the office of a part of the place, which has the same key', () => {
    expect(read(['云溪市石桥水利局', '2026年度', '单位预算'], '云溪市水利局', '云溪市石桥水利局')).toEqual([
      ['云溪市石桥水利局', '云溪市石桥水利局'],
    ]);
  });

  it.each([
    ['a cover of the department', ['云溪市水利局2026年部门预算'], '云溪市河道管理中心'],
    ['a cover of 单位预算 of the department', ['云溪市水利局', '2026年单位预算'], '云溪市河道管理中心'],
    ['its own office', ['云溪市水利局（本级）', '2026年单位预算'], '云溪市水利局（本级）'],
    ['a unit that the cover does not name', ['2026年单位预算'], '云溪市河道管理中心'],
    [
      'a unit named only in passing',
      ['云溪市水利局2026年部门预算', '所属云溪市河道管理中心一家'],
      '云溪市河道管理中心',
    ],
  ])('stays with the department: %s', (_, cover, agency) => {
    expect(read(cover, '云溪市水利局', agency)).toMatchObject([['云溪市水利局', '水利局']]);
  });

  it('is what a person says it is', () => {
    const cover = ['云溪市水利局河道管理中心2026年单位预算'];
    expect(read(cover, '云溪市水利局', '云溪市水利局河道管理中心', '云溪市水利局')).toMatchObject([
      ['云溪市水利局', '水利局'],
    ]);
  });
});
