import { describe, expect, it } from 'vitest';
import { drawFlattened, read } from './draw-table.js';

const TITLE = '专项资金支出方向绩效目标表（单位：万元）';
const KEYS = '项目名称|校舍修缮|<|<\n年度绩效目标|修缮三所|<|<';
const costsOf = (rows: string): string[] =>
  read(TITLE, `${KEYS}\n${rows}`).disclosure.costs.map(
    ({ category, item, money, calculation }) =>
      `${category ?? '—'} / ${item ?? '—'} / ${money?.figure ?? '—'} / ${calculation ?? '—'}`,
  );

describe('cost lines', () => {
  it('reads category, item, amount and calculation; the category carries down', () => {
    expect(
      costsOf(
        '支出内容简介|支出明细|金额|支出测算依据及过程说明\n修缮|屋面|20|2所*10万元\n^|门窗|5|\n检测|检测费|1|1次*1万元',
      ),
    ).toEqual(['修缮 / 屋面 / 20 / 2所*10万元', '修缮 / 门窗 / 5 / —', '检测 / 检测费 / 1 / 1次*1万元']);
  });

  it('keeps the printed total of the lines apart', () => {
    const { forms, disclosure } = read(
      TITLE,
      `${KEYS}\n支出内容简介|支出明细|金额|测算依据\n修缮|屋面|20|2所*10万元\n合  计|<|20|`,
    );
    expect(forms[0]?.costTotal?.money.fen).toBe(20_000_000);
    expect(disclosure.costs).toHaveLength(1);
  });

  it('finds the total of a shorter row in flattened text', () => {
    const { forms } = read(
      TITLE,
      drawFlattened(
        '项目名称|校舍修缮\n年度绩效目标|修缮三所\n支出明细及测算说明|支出内容简介|支出明细|金额|测算依据\n|修缮|屋面|20|2所*10万元\n|合  计|20|',
      ),
    );
    expect(forms[0]?.costTotal?.money.figure).toBe('20');
  });
});

describe('work plan', () => {
  it('reads item, office and goal', () => {
    const { disclosure } = read(
      '部门整体支出绩效目标表',
      '部门名称|某县教育局|<|<\n年度重点工作计划|事项|责任单位/科室|工作目标\n^|安全|办公室|无事故\n^|招生|基教科|应录尽录',
    );
    expect(disclosure.workPlan.map(({ item, office, goal }) => [item, office, goal])).toEqual([
      ['安全', '办公室', '无事故'],
      ['招生', '基教科', '应录尽录'],
    ]);
  });

  it('reads tasks with amounts, and their total as the department’s budget', () => {
    const { disclosure } = read(
      '部门整体支出绩效目标表（2024年度）',
      '部门（单位）名称|某县教育局|<|<|<\n年度主要任务|任务名称|主要内容|预算金额（万元）|<\n^|^|^|总额|财政拨款\n^|运转|发放工资|90|90\n^|招生|组织考试|10|10\n^|金额合计|<|100|100\n年度总体目标|按时完成|<|<|<',
    );
    expect(disclosure.workPlan.map(({ item, goal }) => [item, goal])).toEqual([
      ['运转', '发放工资'],
      ['招生', '组织考试'],
    ]);
    expect(disclosure.budgets.map(({ axis, money }) => `${axis} ${money.figure}`)).toEqual([
      'total 100',
      'funding 100',
    ]);
  });
});

describe('execution of a self-evaluation', () => {
  it('reads budget, spending, rate and score of each line', () => {
    const { disclosure } = read(
      '2023年度项目支出绩效自评表',
      '项目名称|校舍修缮|<|<|<|<|<|<\n项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n^|年度资金总额|120|100|90|10|90%|9\n^|其中：财政拨款|120|100|90|—|90%|—\n年度目标|修缮三所|<|<|<|<|<|<',
    );
    expect(
      disclosure.execution.map(({ category, initial, budget, spent, weight, rate, score }) => [
        category,
        initial?.figure,
        budget?.figure,
        spent?.figure,
        weight,
        rate,
        score,
      ]),
    ).toEqual([
      ['年度资金总额', '120', '100', '90', '10', '90', '9'],
      ['财政拨款', '120', '100', '90', null, '90', null],
    ]);
  });
});
