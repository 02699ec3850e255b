import { deepEqual } from 'node:assert/strict';
import type { Example } from '../example.js';

export const addsTableType: Example = {
  row: '一类新表',
  change: (copy) => {
    copy.run('scripts/new-table-type.ts', 'rent-list', 'item=出租出借事项', 'price=租金收取标准');
  },
  async probe() {
    const { read } = await import('../../normalizers/recognize/draw-table.js');
    const { forms } = read(
      '2025年部门整体支出绩效目标表',
      '部门名称|石峰区民政局\n出租出借事项|租金收取标准\n临街门面|每月3000元\n仓库|每年1万元',
    );
    deepEqual(
      forms[0]?.particulars?.filter(({ field }) => field.startsWith('rentList.')).map(({ text }) => text),
      ['临街门面', '每月3000元', '仓库', '每年1万元'],
    );
  },
};
