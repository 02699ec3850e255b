import { describe, expect, it } from 'vitest';
import type { LineSpec, StatementSpec } from '../../../src/audit/rules/pack-example.js';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

const COLUMNS: StatementSpec['columns'] = [
  ['合计', 'total'],
  ['基本支出/小计', 'basic'],
  ['基本支出/人员经费', 'other'],
  ['基本支出/公用经费', 'other'],
  ['项目支出', 'project'],
];

const total = (...amounts: string[]): LineSpec => ({ item: '合计', role: 'total', amounts });
const line = (code: string, item: string, ...amounts: string[]): LineSpec => ({ code, item, amounts });

async function isToldOf(...lines: LineSpec[]): Promise<boolean> {
  const statement = { kind: 'general-public' as const, title: '支出明细表', columns: COLUMNS, lines };
  const { findings } = await runAudit(sourceOf([buildDocument({ statements: [statement] })]));
  return findings.some(({ rule }) => rule === 'statement-total-differs');
}

const SCHOOLS = [
  line('205', '教育支出', '70.00', '40.00', '30.00', '10.00', '30.00'),
  line('20502', '普通教育', '70.00', '40.00', '30.00', '10.00', '30.00'),
];

describe('a statement cut off in the middle', () => {
  it.each<[string, string[], boolean]>([
    ['one gap in three columns', ['95.00', '65.00', '55.00', '10.00', '30.00'], true],
    ['two gaps, and both of them in 合计', ['99.00', '65.00', '55.00', '10.00', '34.00'], true],
    ['a gap in every column: its classes', ['103.00', '66.00', '51.00', '15.00', '37.00'], true],
    ['nothing', ['70.00', '40.00', '30.00', '10.00', '30.00'], false],
  ])('lacks %s', async (_, amounts, isTold) => {
    expect(await isToldOf(total(...amounts), ...SCHOOLS)).toBe(isTold);
  });

  it('is none where the lines are no classes and every column lacks something else', async () => {
    const units = SCHOOLS.map((school) => ({ ...school, code: `9${school.code ?? ''}` }));
    expect(await isToldOf(total('103.00', '66.00', '51.00', '15.00', '37.00'), ...units)).toBe(false);
  });
});
