import { describe, expect, it } from 'vitest';
import type { TableHeader } from '../../../normalizers/recognize/form/form.js';
import { tableHeaderAt } from '../../../normalizers/recognize/tables/table-header.js';
import { horizonOf } from '../../../normalizers/recognize/words/horizon-of.js';
import { slotsOf } from '../../../src/model/grid.js';
import { drawTable } from './draw-table.js';

function headerAt(drawing: string, row = 1): TableHeader | null {
  const grid = drawTable(drawing);
  return tableHeaderAt(slotsOf(grid), row, grid.rows);
}

const roles = (drawing: string, row = 1) => headerAt(drawing, row)?.columns.map((column) => column.role);

describe('tableHeaderAt', () => {
  it('finds indicator columns whatever their order', () => {
    expect(roles('指标值|三级指标|二级指标|一级指标\n≥3次|培训|数量指标|产出指标')).toEqual([
      'indicator.target',
      'indicator.name',
      'indicator.level2',
      'indicator.level1',
    ]);
  });

  it('leaves out the label that runs down beside the table', () => {
    const header = headerAt(
      '年度绩效指标|一级指标|三级指标|指标值\n^|产出指标|培训|≥3次\n^|效益指标|知晓率|80%',
    );
    expect(header?.columns.map(({ role, from, horizon }) => [role, from, horizon])).toEqual([
      ['indicator.level1', 2, 'annual'],
      ['indicator.name', 3, 'annual'],
      ['indicator.target', 4, 'annual'],
    ]);
  });

  it('reads a header of two rows: groups above the labels they hold', () => {
    const header = headerAt(
      '项目名称|项目总额|其中：|<|绩效目标\n^|^|财政资金|其他资金|^\n某项目|10|8|2|完成某事',
    );
    expect(header).toMatchObject({ type: 'projects', top: 1, bottom: 2 });
    expect(header?.columns.map(({ label }) => label)).toEqual([
      '项目名称',
      '项目总额',
      '其中:·财政资金',
      '其中:·其他资金',
      '绩效目标',
    ]);
  });

  it('counts side-by-side repetitions of the same labels as sets', () => {
    const header = headerAt(
      '一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n产出指标|数量指标|甲|1|数量指标|乙|2',
    );
    expect(header?.columns.map(({ role, set }) => `${role} ${set}`)).toEqual([
      'indicator.level1 0',
      'indicator.level2 0',
      'indicator.name 0',
      'indicator.target 0',
      'indicator.level2 1',
      'indicator.name 1',
      'indicator.target 1',
    ]);
  });

  it('takes the horizon of a set from the goals above it', () => {
    const header = headerAt(
      '总体目标|中期目标|<|<|年度目标|<|<\n一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值\n产出指标|数量指标|甲|3|数量指标|甲|1',
      2,
    );
    expect(header?.columns.map(({ horizon }) => horizon)).toEqual([
      undefined,
      'period',
      'period',
      'period',
      'annual',
      'annual',
      'annual',
    ]);
  });

  it.each([
    ['execution', '项目资金|年初预算数|全年预算数|全年执行数|执行率\n年度资金总额|1|1|1|100%'],
    ['indicators', '指标名称|指标性质|指标值|计量单位|权重\n甲|≥|3|次|10'],
    ['costs', '支出内容简介|支出明细|金额|测算依据\n甲|乙|3|丙'],
    ['work-plan', '事项|责任单位/科室|工作目标\n甲|乙|丙'],
    ['projects', '序号|名  称|金  额|实施期绩效目标|年度绩效目标\n1|甲|3|乙|丙'],
    ['budgets', '总额|财政拨款|其他资金\n3|2|1'],
  ])('knows a table of type %s', (type, drawing) => {
    expect(headerAt(drawing)?.type).toBe(type);
  });

  it.each([
    ['labels of a key/value part', '项目名称|某项目|主管部门|某局'],
    ['amount labels with blank values', '财政拨款||其他资金|\n|||'],
    ['one label', '一级指标\n产出指标'],
    ['rows of data', '产出指标|数量指标|培训|≥3次'],
    ['labels of a table that is no performance table', '科目编码|科目名称|合计\n201|一般公共服务|3'],
  ])('finds none in %s', (_, drawing) => {
    expect(headerAt(drawing)).toBeNull();
  });
});

describe('horizonOf', () => {
  it.each([
    ['中期资金总额', 'period'],
    ['实施周期指标值', 'period'],
    ['长期目标', 'period'],
    ['年度资金总额', 'annual'],
    ['当年预算', 'annual'],
    ['资金总额', undefined],
  ])('%s: %s', (text, horizon) => {
    expect(horizonOf(text)).toBe(horizon);
  });
});
