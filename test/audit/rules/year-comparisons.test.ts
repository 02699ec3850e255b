import { describe, expect, it } from 'vitest';
import { runAudit } from '../../../src/audit/run/run-audit.js';
import type { Grid } from '../../../src/model/grid.js';
import { sourceOf } from '../../support/audit-source.js';
import { buildDocument } from '../../support/disclosure-builder.js';

function gridOf(rows: string[][]): Grid {
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => ({
      row: r + 1,
      column: c + 1,
      rowSpan: 1,
      colSpan: 1,
      text,
      place: `t9 r${r + 1} c${c + 1}`,
    })),
  );
  return {
    kind: 'grid',
    table: 9,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    certainty: 'ruled',
  };
}

async function wrong(rows: string[][]): Promise<string[]> {
  const document = buildDocument({
    statements: [
      {
        kind: 'expenditure',
        columns: [['合计', 'total']],
        lines: [{ item: '合计', role: 'total', amounts: ['100'] }],
      },
    ],
  });
  const { findings } = await runAudit(
    sourceOf([{ ...document, blocks: [...document.blocks, gridOf(rows)] }]),
  );
  return findings.filter(({ field }) => field.startsWith('comparison:')).map(({ field }) => field.slice(11));
}

const turned = (rows: string[][]): string[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));

const HEAD = ['年度', '总支出', '项目支出', '基本支出'];

describe('small tables of two years in the prose', () => {
  it.each([
    [
      [
        HEAD,
        ['2021', '90.5', '60', '30.5'],
        ['2022', '100.7', '65', '35.7'],
        ['变化', '+10.2', '+9', '+5.2'],
      ],
    ],
    [
      [
        HEAD,
        ['2022年', '100.7', '65', '35.7'],
        ['2021年', '90.5', '60', '30.5'],
        ['增减', '10.2', '9', '5.2'],
      ],
    ],
    [
      [
        HEAD,
        ['上年预算数', '90', '60', '30'],
        ['本年预算数', '80', '40', '40'],
        ['增减额', '-10', '-2', '10'],
      ],
    ],
    [
      [
        HEAD,
        ['2021年度', '1,090', '1,060', '30'],
        ['2022年度', '1,080', '1,040', '40'],
        ['差额', '10', '120', '10'],
      ],
    ],
    [
      turned([
        HEAD,
        ['2021', '90.5', '60', '30.5'],
        ['2022', '100.7', '65', '35.7'],
        ['变化', '10.2', '9', '5.2'],
      ]),
    ],
  ])('%#: 项目支出 is wrong', async (rows) => {
    expect(await wrong(rows)).toEqual(['项目支出']);
  });

  it.each([
    [
      [
        HEAD,
        ['2021', '90.5', '60', '30.5'],
        ['2022', '100.7', '65', '35.7'],
        ['变化', '+10.2', '+5', '+5.2'],
      ],
    ],
    [[HEAD, ['2021', '90.5', '60', '30.5'], ['2022', '80', '65', '15'], ['变化', '10.5', '5', '15.5']]],
    [[HEAD, ['2021', '90.54', '60', '30.5'], ['2022', '100.7', '65', '35.7'], ['变化', '10.1', '5', '5.2']]],
    [[HEAD, ['2021', '90', '60', '30'], ['2022', '100', '65', '35'], ['变化', '11.11%', '8.33%', '16.67%']]],
    [[HEAD, ['2021', '90', '60', '30'], ['2022', '100', '65', '35'], ['变化率', '11', '8', '17']]],
    [
      [
        HEAD,
        ['2020', '90', '60', '30'],
        ['2021', '80', '40', '40'],
        ['2022', '95', '45', '50'],
        ['变化', '5', '-15', '10'],
      ],
    ],
    [[HEAD, ['2021', '90', '60', '30'], ['2022', '100', '65', '35'], ['变化', '7', '8', '9']]],
    [[HEAD, ['2021', '90', '60', '30'], ['2022', '100', '65', '35'], ['变化', '', '—', '无']]],
    [[HEAD, ['2021', '90', '60', '30'], ['2022', '100', '65', '35']]],
    [[HEAD, ['一季度', '90', '60', '30'], ['二季度', '100', '65', '35'], ['变化', '10', '9', '5']]],
  ])('%#: nothing is', async (rows) => {
    expect(await wrong(rows)).toEqual([]);
  });
});
