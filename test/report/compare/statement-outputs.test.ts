import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../../src/compare/statements/compare-statements.js';
import { comparedStatements } from '../../../src/report/compare/compared-statements.js';
import { flattenStatements, statementColumns } from '../../../src/report/compare/statement-columns.js';
import { statementPicture } from '../../../src/report/compare/statement-picture.js';
import { county } from '../../support/comparison-rows.js';
import { type DrawnStatement, personsRow, statementRowsOf } from '../../support/statement-rows.js';

const drawn = (total: number | null, subject: DrawnStatement['subject']): DrawnStatement => ({
  kind: 'three-public',
  columns: [['本年预算数', 'this-year']],
  rows:
    total === null
      ? []
      : [
          ['合计', total],
          ['公务接待费', total],
        ],
  subject,
});

const rows = statementRowsOf(
  drawn(2, { year: 2023 }),
  drawn(3.5, { year: 2024 }),
  drawn(8, { ...county(1), year: 2024, department: '<b>"', departmentKey: '<b>"' }),
  drawn(null, { ...county(2), year: 2024 }),
);
const persons = [personsRow(rows.statements[1]?.disclosure ?? 0, '在职人员', '7人')];
const comparison = compareStatements('three-public', { ...rows, persons });

describe('statements side by side', () => {
  it('are a table with the lines somebody has, per head and against the year before', () => {
    const text = comparedStatements(comparison, 140);
    expect(text).toMatch(
      /^“三公”经费表，3 个地区，2023—2024 年，表 4（万元）\n地区 +年度 +部门 +合计 +公务接待费 +合计比上年 +人均（元） +说明 +编号/,
    );
    expect(text).toMatch(/云溪区 +2024 +政法委 +3\.50 +3\.50 +1\.50 +5000 +s\d+/);
    expect(text).toMatch(/第2县 +2024 +政法委 .*空表 +s\d+/);
    expect(text).not.toContain('因公出国');
  });

  it('are flat rows that fit their columns, each figure with its id', () => {
    const names = statementColumns(comparison).map(({ name }) => name);
    const flat = flattenStatements(comparison);
    for (const row of flat) expect(Object.keys(row)).toEqual(names);
    expect(flat[1]).toMatchObject({
      kind: 'three-public',
      stage: 'budget',
      total_wan: 3.5,
      total_before_wan: 2,
      total_difference_wan: 1.5,
      reception_wan: 3.5,
      vehicles_running_wan: null,
      before_from: 'earlier',
      persons: 7,
      per_head_yuan: 5000,
    });
    expect(flat[1]?.total_id).toMatch(/^t\d+$/);
  });

  it('say what a total was taken from where none is printed', () => {
    const unnamed = statementRowsOf({
      kind: 'expenditure',
      columns: [['本年预算数', 'this-year']],
      rows: [['农林水支出', 9]],
    });
    const compared = compareStatements('expenditure', unnamed);
    const words = '没有印明合计，取“农林水支出”行“本年预算数”栏';
    expect(comparedStatements(compared, 200)).toContain(words);
    expect(flattenStatements(compared)).toMatchObject([{ total_wan: 9, note: words }]);
    expect(comparedStatements(comparison, 200)).not.toContain('没有印明');
  });

  it('are bars by year, the newest first, published text escaped', () => {
    const svg = statementPicture(comparison);
    expect(svg.indexOf('2024 年部门预算')).toBeLessThan(svg.indexOf('2023 年部门预算'));
    expect(svg.indexOf('8.00')).toBeLessThan(svg.indexOf('3.50'));
    expect(svg.match(/<rect x=/g)).toHaveLength(3);
    expect(svg).not.toContain('<b>');
  });
});
