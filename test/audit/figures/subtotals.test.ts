import { describe, expect, it } from 'vitest';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

type Row = [name: string, amount: string];

/** What the total's rule says of a list with these rows: verdict and severity, `[]` for nothing. */
async function judged(total: string, rows: Row[], unread = false): Promise<string[]> {
  const summary = { total, rows: rows.map(([name, amount]) => ({ name, amount })) };
  const document = buildDocument({ summary });
  if (unread) document.unread = [{ block: 0, cells: [1], rows: 1 }];
  const { findings } = await runAudit(sourceOf([document]), { rules: ['summary-total-differs-from-rows'] });
  return findings.map(({ verdict, severity }) => `${verdict} ${severity}`);
}

const UNITS: Row[] = [
  ['某区信访局本级', '60'],
  ['接访场所维护', '40'],
  ['信访宣传', '20'],
  ['某区信访服务中心', '40'],
  ['热线运行', '40'],
];

describe('rows that sum others', () => {
  it.each<[what: string, total: string, rows: Row[]]>([
    ['units before their projects, one with a single project', '100', UNITS],
    ['a department above its units', '100', [['某区信访局', '100'], ...UNITS]],
    [
      'classes of projects',
      '35',
      [
        ['特定目标类', '30'],
        ['道路养护', '30'],
        ['其他运转类项目', '5'],
        ['设备更新', '5'],
      ],
    ],
    [
      'names set in',
      '70',
      [
        ['城建专项', '30'],
        ['　　道路', '30'],
        ['水利专项', '40'],
        ['　　河道', '15'],
        ['　　水库', '25'],
      ],
    ],
    [
      '小计 behind and before',
      '70',
      [
        ['道路', '30'],
        ['小计', '30'],
        ['小计：水利', '40'],
        ['河道', '40'],
      ],
    ],
    [
      'organisations that are projects of their own',
      '10',
      [
        ['接访中心', '5'],
        ['热线', '5'],
      ],
    ],
  ])('meets its total: %s', async (_, total, rows) => {
    expect(await judged(total, rows)).toEqual([]);
  });

  it.each<[what: string, total: string, rows: Row[], found: string]>([
    ['a wrong total above units', '103', UNITS, 'fail error'],
    [
      'two rows of one amount are two rows',
      '5',
      [
        ['宣传', '5'],
        ['培训', '5'],
      ],
      'fail error',
    ],
    [
      'sums nothing but the figures speak for',
      '100',
      [
        ['甲类', '60'],
        ['乙', '40'],
        ['丙', '20'],
        ['丁类', '40'],
        ['戊', '40'],
      ],
      'review note',
    ],
  ])('reports %s', async (_, total, rows, found) => {
    expect(await judged(total, rows)).toEqual([found]);
  });

  it('says nothing while rows are unread', async () => {
    expect(await judged('103', UNITS, true)).toEqual([]);
  });
});
