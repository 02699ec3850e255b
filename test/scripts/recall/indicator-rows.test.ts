import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorRows } from '../../../scripts/recall/indicator-rows.js';
import type { Run } from '../../../scripts/recall/printed-page.js';
import { type DrawnTable, plainTable } from '../../support/pdf-builder.js';
import { printedPage, printedRun } from '../../support/printed-table.js';

const HEAD = ['一级指标', '二级指标', '三级指标', '指标值'];
const WIDTHS = [80, 100, 180, 90];

const output = (name: string, target: string): string[] => ['产出指标', '数量指标', name, target];
const table = (rows: string[][], { top = 60, widths = WIDTHS } = {}): DrawnTable =>
  plainTable(40, top, widths, rows);
const tallTable = (height: number, xs: number[], rows: string[][]): DrawnTable => ({
  xs,
  ys: rows.map((_, row) => 60 + height * row).concat(60 + height * rows.length),
  cells: rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text }))),
});

/** `page name|target` of every row counted on pages with the tables given. */
async function counted(pages: DrawnTable[][], texts: Run[] = []): Promise<string[]> {
  const rows = await indicatorRows(pages.map((tables, index) => printedPage(index + 1, tables, texts)));
  return rows.map(({ page, name, target }) => `${page} ${name}|${target}`);
}

describe('indicatorRows', () => {
  it('counts names with their values below a head', async () => {
    const rows = [HEAD, output('修补村道', '≥12公里'), output('加固堤防', '优')];
    expect(await counted([[table(rows)]])).toEqual(['1 修补村道|≥12公里', '1 加固堤防|优']);
  });

  it('knows heads by other words, and a value whose figure stands apart from its sign', async () => {
    const variants: [head: string[], row: string[]][] = [
      [
        ['指标名称', '指标性质', '指标值', '计量单位'],
        ['修补村道', '≥', '12', '公里'],
      ],
      [
        ['绩效指标', '指标性质', '指标值', '度量单位'],
        ['修补村道', '≥', '12', '公里'],
      ],
      [
        ['三级指标（名称）', '二级指标', '年度指标值', '分值'],
        ['修补村道', '数量指标', '12', '10'],
      ],
      [
        ['二级指标', '指标内容', '绩效目标值', '备注'],
        ['数量指标', '修补村道', '12', ''],
      ],
      [
        ['一级指标', '2024年度三级指标', '全年目标值', '权重'],
        ['产出指标', '修补村道', '12', '10'],
      ],
    ];
    for (const [head, row] of variants) {
      expect(await counted([[table([head, row], { widths: [130, 130, 130, 130] })]])).toEqual([
        '1 修补村道|12',
      ]);
    }
  });

  it('reads a head that is broken into lines', async () => {
    const rows = [
      ['一级\n指标', '二级\n指标', '三级\n指标', '年度指\n标值'],
      ['产出', '数量', '修补村道', '12'],
    ];
    expect(await counted([[tallTable(40, [40, 90, 140, 300, 360], rows)]])).toEqual(['1 修补村道|12']);
  });

  it('goes on over a page break without a head, as long as the lines are the same', async () => {
    const first = table([HEAD, output('修补村道', '12')]);
    const second = table([output('加固堤防', '3'), output('清理河道', '5')]);
    const other = table([['人员经费', '120']], { widths: [200, 150] });
    expect(await counted([[first], [second], [other]])).toEqual([
      '1 修补村道|12',
      '2 加固堤防|3',
      '2 清理河道|5',
    ]);
  });

  it('counts a row that the page break cuts once, where it begins', async () => {
    const first = table([HEAD, output('修补村道', '12'), output('加固江堤和', '')]);
    const second = table([['', '', '湖堤的处数', '≥3处'], output('清理河道', '5')]);
    expect(await counted([[first], [second]])).toEqual([
      '1 修补村道|12',
      '1 加固江堤和湖堤的处数|≥3处',
      '2 清理河道|5',
    ]);
  });

  it('counts an indicator with two horizons twice, as the store keeps it', async () => {
    const head = ['一级指标', '三级指标', '实施周期指标值', '年度指标值'];
    const rows = [
      head,
      ['产出指标', '修补村道', '≥30公里', '≥12公里'],
      ['效益指标', '受益农户', '', '≥90户'],
    ];
    expect(await counted([[table(rows, { widths: [100, 160, 110, 110] })]])).toEqual([
      '1 修补村道|≥30公里',
      '1 修补村道|≥12公里',
      '1 受益农户|≥90户',
    ]);
  });

  it('counts the names and values of two horizons side by side', async () => {
    const head = ['一级指标', '三级指标', '指标值', '三级指标', '指标值'];
    const rows = [head, ['产出指标', '三年修补村道', '≥30公里', '当年修补村道', '≥12公里']];
    expect(await counted([[table(rows, { widths: [80, 120, 80, 120, 80] })]])).toEqual([
      '1 三年修补村道|≥30公里',
      '1 当年修补村道|≥12公里',
    ]);
  });

  it('counts a self-evaluation by its aims, not by its results', async () => {
    const head = ['二级指标', '三级指标', '年度指标值', '实际完成值', '得分'];
    const rows = [head, ['数量指标', '修补村道', '≥12公里', '13公里', '10'], ['', '总分', '', '', '98']];
    expect(await counted([[table(rows, { widths: [80, 160, 90, 90, 60] })]])).toEqual(['1 修补村道|≥12公里']);
  });

  it('takes frames for what they are', async () => {
    const frames = [
      output('指标1：', ''),
      output('……', ''),
      output('⋯⋯', ''),
      output('—', '—'),
      output('', ''),
    ];
    const rows = [HEAD, ...frames, output('指标2：清理河道', '5')];
    expect(await counted([[table(rows)]])).toEqual(['1 指标2:清理河道|5']);
  });

  it('counts a name without value', async () => {
    expect(await counted([[table([HEAD, output('修补村道', '')])]])).toEqual(['1 修补村道|']);
  });

  it('ends at a closing label, at text across the columns, and begins again at the next head', async () => {
    const noted = table([HEAD, output('修补村道', '12'), ['备注', '', '见附件', '全文']]);
    const next = table([HEAD, output('加固堤防', '3')], { top: 200 });
    const prose = printedRun(40, 160, '本单位无其他需要说明的情况，其余各项见门户网站公开的全文与各附件。');
    expect(await counted([[noted, next]], [prose])).toEqual(['1 修补村道|12', '1 加固堤防|3']);
  });

  it('counts every name beside one value and every value beside one name', async () => {
    const drawn = table([HEAD, output('修补村道', ''), output('加固堤防', '')]);
    const cells = drawn.cells.filter(({ row, column }) => row === 0 || column < 3);
    const merged = { ...drawn, cells: [...cells, { row: 1, column: 3, rowSpan: 2, text: '≥3处' }] };
    expect(await counted([[merged]])).toEqual(['1 修补村道|≥3处', '1 加固堤防|≥3处']);
  });

  it('joins the rest of a numbered name that has a row of its own', async () => {
    const drawn = table([HEAD, output('指标1：修补村', ''), output('道', '')]);
    const cells = drawn.cells.filter(({ row, column }) => row === 0 || column < 3);
    const merged = { ...drawn, cells: [...cells, { row: 1, column: 3, rowSpan: 2, text: '≥3处' }] };
    expect(await counted([[merged]])).toEqual(['1 指标1:修补村道|≥3处']);
  });

  it('counts numbered lines of one cell that have as many values, and only those', async () => {
    const xs = [40, 120, 220, 400, 490];
    const several = tallTable(40, xs, [HEAD, output('1.修补村道\n2.加固堤防', '≥12公里\n≥3处')]);
    expect(await counted([[several]])).toEqual(['1 修补村道|≥12公里', '1 加固堤防|≥3处']);
    const one = tallTable(40, xs, [HEAD, output('1.修补村道\n2.加固堤防', '全部完成')]);
    expect(await counted([[one]])).toEqual(['1 1.修补村道2.加固堤防|全部完成']);
  });

  it('counts the values told in one cell, also over a page break', async () => {
    const first =
      '1.1－产出指标，11－数量指标，修补村道；实施周期指标值：≥30公里，年度指\n标值：≥12公里；2、4－成本指标，41－经济成本指标，每公里';
    const second = '造价；实施周期指标值：≤9万元，年度指标值：≤9万元;';
    const told = (text: string): DrawnTable => tallTable(60, [40, 140, 560], [['村道', text]]);
    expect(await counted([[told(first)], [told(second)]])).toEqual([
      '1 修补村道|≥30公里',
      '1 修补村道|≥12公里',
      '2 每公里造价|≤9万元',
      '2 每公里造价|≤9万元',
    ]);
  });

  it('counts no rows in prose and in tables of money', async () => {
    const prose = printedRun(40, 300, '绩效指标：全年修补村道12公里，群众满意度不低于95%。');
    const money = table([
      ['科目', '名称', '合计', '基本支出'],
      ['201', '一般公共服务', '120.5', '100'],
    ]);
    expect(await counted([[money]], [prose])).toEqual([]);
  });

  it('counts as many rows as are printed, however the pages break', async () => {
    const page = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (pages, repeats) => {
          const drawn = pages.map((numbers, index) => {
            const rows = numbers.map((number) => output(`办结事项${number}`, `≥${number}件`));
            return [table(index === 0 || repeats ? [HEAD, ...rows] : rows)];
          });
          const wanted = pages.flatMap((numbers, index) =>
            numbers.map((number) => `${index + 1} 办结事项${number}|≥${number}件`),
          );
          expect(await counted(drawn)).toEqual(wanted);
        },
      ),
    );
  });
});
