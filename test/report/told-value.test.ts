import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/report/row.js';
import { tellerOf, toldValue } from '../../src/report/told-value.js';

describe('a moment in a table', () => {
  it('is told by the clock of this machine', () => {
    const local = new Date(2024, 4, 1, 9, 30);
    expect(toldValue({ at: local.toISOString() }, { name: 'at', title: '何时', isMoment: true })).toBe(
      '2024-05-01 09:30',
    );
  });
});

it('is told the same of many rows', () => {
  const rows: Row[] = [{ stage: 'budget', id: 7 }, { stage: null, id: null }, {}];
  const columns = [
    { name: 'stage', title: '阶段' },
    { name: 'stage', title: '阶段', blank: '（无）' },
    { name: 'stage', title: '阶段', titles: { budget: '部门预算' } },
    { name: 'id', title: '编号', names: 'i' as const },
  ];
  for (const column of columns)
    expect(rows.map(tellerOf(column))).toEqual(rows.map((row) => toldValue(row, column)));
});
