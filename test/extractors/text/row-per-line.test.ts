import { describe, expect, it } from 'vitest';
import { shown } from './shown.js';

describe('one row a line', () => {
  it('parts cells at TABs and keeps blank ones', async () => {
    expect(await shown('附件3\n\n2024年目标表\n\n项目名称\t\t校舍修缮\n主管部门\t\t某局\n')).toEqual([
      '附件3',
      '2024年目标表',
      ['项目名称||校舍修缮', '主管部门||某局'],
    ]);
  });

  it('ends a table at an empty line', async () => {
    expect(await shown('甲\t1\n乙\t2\n\n丙\t3\n')).toEqual([['甲|1', '乙|2'], ['丙|3']]);
  });

  it('takes a line without TAB inside a table for a row of one cell', async () => {
    expect(await shown('甲\t1\n合计\n乙\t2\n')).toEqual([['甲|1', '合计', '乙|2']]);
  });
});
