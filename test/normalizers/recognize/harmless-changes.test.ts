import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../src/model/disclosure.js';
import { runsOf } from '../../support/thorough.js';
import { read } from './draw-table.js';

const ROWS = [
  '项目名称|校舍修缮|主管部门|某县教育局|',
  '项目资金（万元）|年度资金总额：|30|项目期|2024年',
  '年度绩效目标|修缮三所。|<|<|<',
  '一级指标|二级指标|三级指标|指标值|绩效标准',
  '产出指标|数量指标|修缮校舍|3所|计划标准',
  '产出指标|质量指标|验收合格率|100%|计划标准',
  '效益指标|社会效益指标|受益学生|≥1200人|历史标准',
  '满意度指标|服务对象满意度指标|家长满意度|≥95%|其他标准',
];

/** What is read, without where it stands. */
function valuesOf({ projects, indicators, budgets, department }: Disclosure): unknown {
  return {
    department,
    projects: projects.map(({ name, money, period, annualGoal }) => [name, money?.fen, period, annualGoal]),
    indicators: indicators.map(({ level1, level2, name, target, standard }) => [
      level1,
      level2,
      name,
      target,
      standard,
    ]),
    budgets: budgets.map(({ axis, category, money }) => [axis, category, money.fen]),
  };
}

const readRows = (rows: readonly string[]) =>
  valuesOf(read('项目支出绩效目标表', rows.join('\n')).disclosure);
const usual = readRows(ROWS);
const options = { numRuns: runsOf(20, 60) };

describe('a form reads the same', () => {
  it('with blank rows anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(ROWS.length), { maxLength: 4 }), (places) => {
        const rows = [...ROWS];
        for (const place of [...places].sort((a, b) => b - a)) rows.splice(place, 0, '||||');
        expect(readRows(rows)).toEqual(usual);
      }),
      options,
    );
  });

  it('with blank columns left and right', () => {
    for (const [left, right] of [
      ['|', ''],
      ['', '|'],
      ['||', '|'],
    ]) {
      expect(readRows(ROWS.map((row) => `${left}${row}${right}`))).toEqual(usual);
    }
  });

  it('with spaces and line breaks inside its labels', () => {
    const labels = [
      '项目名称',
      '主管部门',
      '年度绩效目标',
      '一级指标',
      '三级指标',
      '指标值',
      '产出指标',
      '满意度指标',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...labels),
        fc.nat(3),
        fc.constantFrom(' ', '　', '⏎', '  '),
        (label, at, gap) => {
          const spaced = `${label.slice(0, at + 1)}${gap}${label.slice(at + 1)}`;
          expect(
            readRows(
              ROWS.map((row) =>
                row
                  .split('|')
                  .map((cell) => (cell === label ? spaced : cell))
                  .join('|'),
              ),
            ),
          ).toEqual(usual);
        },
      ),
      options,
    );
  });

  it('with brackets and colons of the other width', () => {
    const narrow = ROWS.map((row) => row.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':'));
    expect(readRows(narrow)).toEqual(usual);
  });

  it('in another order of the indicator columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const rows = ROWS.map((row, i) => {
          const cells = row.split('|');
          return i < 3 ? row : order.map((column) => cells[column]).join('|');
        });
        expect(readRows(rows)).toEqual(usual);
      }),
      options,
    );
  });
});
