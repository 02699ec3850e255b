import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableHeaderAt } from '../../../normalizers/recognize/tables/table-header.js';
import { TABLE_TYPES, tableTypeOf } from '../../../normalizers/recognize/tables/table-types.js';
import { slotsOf } from '../../../src/model/grid.js';
import { drawTable } from './draw-table.js';

const FOLDER = new URL('../../../normalizers/recognize/tables/', import.meta.url);
/** A table without a header row: its label stands in its first cell. */
const WITHOUT_HEADER = ['plan'];

describe('types of tables', () => {
  it('are the folders', () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    const types = TABLE_TYPES.map(({ type }) => type);
    expect([...types, ...WITHOUT_HEADER].sort()).toEqual(folders.sort());
    for (const type of types) expect(tableTypeOf(type).type).toBe(type);
  });

  it.each([
    ['execution', '|全年预算数|全年执行数', '资金总额|30|29'],
    ['indicators', '二级指标|三级指标|指标值', '数量指标|修桥座数|3座'],
    ['costs', '支出明细|金额|测算依据及过程说明', '印刷费|2|200册*100元'],
    ['work-plan', '任务名称|主要内容|责任科室', '修桥|修三座桥|工程科'],
    ['projects', '项目名称|金额|年度绩效目标', '修桥|30|修三座桥'],
    ['projects', '项目名称|金额|县里自定的一栏', '修桥|30|甲'],
    ['budgets', '资金总额|基本支出|项目支出', '50|20|30'],
  ])('%s: %s', (type, header, row) => {
    const grid = drawTable(`${header}\n${row}`);
    expect(tableHeaderAt(slotsOf(grid), 1, grid.rows)?.type).toBe(type);
  });

  it('amounts without figures below are no header', () => {
    const grid = drawTable('资金总额|基本支出|项目支出|\n|甲|乙|丙');
    expect(tableHeaderAt(slotsOf(grid), 1, grid.rows)).toBeNull();
  });
});
