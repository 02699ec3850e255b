import { equal } from 'node:assert/strict';
import type { Example } from '../example.js';

export const addsHeader: Example = {
  row: '一种新表头（已有的类）',
  change: (copy) =>
    copy.edit(
      'normalizers/recognize/tables/work-plan/work-plan.ts',
      'headers: [',
      "headers: [[['work.office'], ['row.number']], ",
    ),
  async probe() {
    const { slotsOf } = await import('../../../src/model/grid.js');
    const { tableHeaderAt } = await import('../../../normalizers/recognize/tables/table-header.js');
    const { drawTable } = await import('../../normalizers/recognize/draw-table.js');
    const grid = drawTable('序号|责任科室\n1|工程科');
    equal(tableHeaderAt(slotsOf(grid), 1, grid.rows)?.type, 'work-plan');
  },
};
