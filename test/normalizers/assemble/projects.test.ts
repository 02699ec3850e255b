import { describe, expect, it } from 'vitest';
import { drawTable, read } from '../recognize/draw-table.js';

const HEADER = '一级指标|二级指标|三级指标|指标值|绩效标准';
const SUMMARY = '序号|名称|金额|实施期绩效目标|年度绩效目标';

const summary = (...rows: string[]): string[] => [
  '2024年专项资金绩效目标汇总表',
  '金额单位：万元',
  [SUMMARY, ...rows].join('\n'),
];
const form = (direction: string, parent: string, amount: string): string[] => [
  '2024年专项资金支出方向绩效目标表',
  '金额单位：万元',
  `支出方向（子项）|${direction}|所属专项|名称|${parent}\n项目金额|${amount}|^|金额|${amount}\n年度绩效目标|表中目标|<|<|<\n${HEADER}\n产出指标|数量指标|甲|1个|计划标准`,
];

const shown = (...parts: string[]): string[] =>
  read(...parts).disclosure.projects.map(
    ({ name, direction, money, hasForm, state, mentions }) =>
      `${name} | ${direction ?? '—'} | ${money?.figure} | ${hasForm ? '有表' : '无表'} | ${state} | ${mentions.map((mention) => mention.role).join(' ')}`,
  );

describe('a project of one disclosure', () => {
  it('is one, whether in the summary or in its form; the form says more', () => {
    const { disclosure } = read(
      ...summary('1|校舍修缮|30|长期目标|汇总目标'),
      ...form('校舍修缮', '校舍修缮', '31'),
    );
    expect(disclosure.projects).toHaveLength(1);
    expect(disclosure.projects[0]).toMatchObject({
      name: '校舍修缮',
      hasForm: true,
      annualGoal: '表中目标',
      money: { figure: '31' },
    });
    expect(disclosure.projects[0]?.mentions.map(({ money }) => money?.figure)).toEqual(['30', '31']);
  });

  it('is matched without spaces, brackets and line breaks', () => {
    expect(
      shown(...summary('1|社区（村）⏎巡逻|30|长期|年度'), ...form('社区(村)巡逻', '社区(村)巡逻', '30')),
    ).toHaveLength(1);
  });

  it('takes the name of the 所属专项 when it is the only form of it', () => {
    expect(shown(...summary('1|甲专项|30|长期|年度'), ...form('乙方向', '甲专项', '30'))).toEqual([
      '甲专项 | 乙方向 | 30 | 有表 | disclosed | summary-row form',
    ]);
  });

  it('keeps its own name where several forms share the 所属专项', () => {
    expect(shown(...form('乙方向', '甲专项', '20'), ...form('丙方向', '甲专项', '10'))).toEqual([
      '乙方向 | 乙方向 | 20 | 有表 | disclosed | form',
      '丙方向 | 丙方向 | 10 | 有表 | disclosed | form',
    ]);
  });

  it('is secret where its row says so and no form follows', () => {
    expect(shown(...summary('1|甲专项|30|涉密，不公开。|', '2|乙专项|5|长期|年度'))).toEqual([
      '甲专项 | — | 30 | 无表 | secret | summary-row',
      '乙专项 | — | 5 | 无表 | disclosed | summary-row',
    ]);
  });

  it('is another where the code differs', () => {
    const table =
      '项目名称|项目编码|项目总额|绩效目标|三级指标|指标值\n校舍修缮|11011624T000002400101|30|修缮|甲|1个\n校舍修缮|11011624T000002400102|20|修缮|乙|2个';
    expect(read('项目支出绩效目标表', '单位：万元', table).disclosure.projects).toHaveLength(2);
  });

  it('leaves blank rows of the summary and its 合计 out', () => {
    const { disclosure, forms, claims } = read(
      ...summary('|合计|30||', '1|校舍修缮|30|长期|年度', '2||||', '3||||'),
    );
    expect(disclosure.projects).toHaveLength(1);
    expect(forms[0]?.total?.money.fen).toBe(30_000_000);
    expect(claims.filter((claim) => claim.reason === 'blank-row-number')).toHaveLength(2);
  });

  it('keeps a blank 合计 as blank, where the row is there', () => {
    const { forms } = read(...summary('|合计|||', '1|校舍修缮|30|长期|年度'));
    expect(forms[0]?.total?.money.state).toBe('blank');
  });
});

describe('evidence', () => {
  it('leads to the cell with the quoted text', () => {
    const grid = drawTable(
      `项目名称|校舍修缮|<|<|<\n资金总额（万元）|30|<|<|<\n${HEADER}\n产出指标|数量指标|甲|1个|计划标准`,
    );
    const { disclosure } = read('项目支出绩效目标表', grid);
    const [project] = disclosure.projects;
    const [indicator] = disclosure.indicators;
    const [budget] = disclosure.budgets;
    for (const evidence of [
      project?.evidence.name,
      indicator?.evidence.name,
      indicator?.evidence.target,
      budget?.evidence,
    ]) {
      expect(grid.cells[evidence?.cell ?? -1]).toMatchObject({
        text: evidence?.quote,
        place: evidence?.place,
      });
      expect(evidence?.block).toBe(1);
    }
  });
});
