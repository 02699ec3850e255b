import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { compareProjects, findByTopic } from '../../../src/compare/compare-projects.js';
import { comparisonWorkbook } from '../../../src/report/compare/comparison-workbook.js';
import { bytesOf } from '../../support/bytes-of.js';
import { county, indicatorRow, projectRow, wan } from '../../support/comparison-rows.js';

describe('comparisonWorkbook', () => {
  it('holds projects, groups, mentions, prices and targets, text as text', async () => {
    const found = findByTopic('护路', [
      projectRow({ ...county(1), project: '=护路经费', amountFen: wan(2) }),
      projectRow({ ...county(2), project: '护路经费', amountFen: wan(4.5) }),
    ]);
    const price = indicatorRow({
      ...county(1),
      name: '宣传册',
      target: '2元/份',
      quantity: 2,
      measure: '元/份',
    });
    const book = read(await bytesOf(comparisonWorkbook(compareProjects(found, [price], []))), {
      cellFormula: true,
    });
    expect(book.SheetNames).toEqual(['项目', '各类项目', '目标中提到', '单价', '指标值']);
    const rowsOf = (name: string) => utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {});
    expect(rowsOf('项目').map((row) => [row.项目, row['金额（万元）']])).toEqual([
      ['护路经费', 4.5],
      ['=护路经费', 2],
    ]);
    expect(rowsOf('各类项目')[0]).toMatchObject({ 项目数: 2, 地区数: 2, '中位数（万元）': 3.25 });
    expect(rowsOf('单价')[0]).toMatchObject({ '单价（元）': 2, 单位: '元/份' });
    expect(rowsOf('指标值')[0]).toMatchObject({ 指标: '宣传册', 指标值: '2元/份' });
  });
});
