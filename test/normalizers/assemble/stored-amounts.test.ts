import { expect, it } from 'vitest';
import { drawTable, read } from '../recognize/draw-table.js';

/** A table drawn line by line, its cells `12.3` holding a longer decimal. */
function workbookTable(drawing: string) {
  const grid = drawTable(drawing);
  const cells = grid.cells.map((cell) => (cell.text === '12.3' ? { ...cell, exact: '12.345678' } : cell));
  return { ...grid, cells };
}

const amountsOf = (drawing: string): (string | number | null)[][] =>
  read('项目支出绩效目标表', '单位：万元', workbookTable(drawing)).disclosure.budgets.map(({ money }) => [
    money.printed,
    money.fen,
  ]);

it('amounts beside their labels are those the workbook stores, printed ones stay as shown', () => {
  expect(
    amountsOf(`项目名称|河道清淤
年度资金总额|12.3
其中：财政拨款|12
年度绩效目标|完成清淤
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|清淤长度|≥12公里`),
  ).toEqual([
    ['12.3', 12345678],
    ['12', 12000000],
  ]);
});

it('and so are those in columns', () => {
  expect(
    amountsOf(`项目名称|项目总额|其中：|<|绩效目标|三级指标|指标值
^|^|财政资金|其他资金|^|^|^
校舍修缮|12.3|12.3|0|修缮|修缮|3所`),
  ).toEqual([
    ['12.3', 12345678],
    ['12.3', 12345678],
    ['0', 0],
  ]);
});
