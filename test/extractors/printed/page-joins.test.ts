import { describe, expect, it } from 'vitest';
import { type DrawnTable, type PdfCanvas, plainTable, tablePage } from '../../support/pdf-builder.js';
import { furnitureOf, gridsOf, paragraphsOf, readPages, rowsOf } from '../../support/read-pdf.js';

const WIDTHS = [120, 200, 100];
const HEADER = ['项目名称', '绩效指标', '指标值'];
/** Distance from which a list of rows fills the page down to its foot. */
const fullPage = (rows: readonly (readonly string[])[]): DrawnTable =>
  plainTable(60, 780 - 20 * rows.length, WIDTHS, rows);
const nextPage = (rows: readonly (readonly string[])[]): DrawnTable => plainTable(60, 60, WIDTHS, rows);
const rowsRead = async (...pages: PdfCanvas[]): Promise<string[][]> =>
  gridsOf(await readPages(pages)).map(rowsOf);

const LIST = [
  ['电视宣传', '播出期数', '≥12'],
  ['培训', '培训人数', '≥120'],
  ['巡查', '巡查次数', '≥24'],
];
const MORE = [
  ['接访', '接访批次', '≥300'],
  ['督办', '办结率', '≥98%'],
];
const joined = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.join('|'));

describe('a table that goes on over the page', () => {
  it('is one grid without a header on the second page', async () => {
    const read = await readPages([tablePage(fullPage([HEADER, ...LIST])), tablePage(nextPage(MORE))]);
    const [grid, ...others] = gridsOf(read);
    expect(others).toEqual([]);
    expect(grid && rowsOf(grid)).toEqual(joined([HEADER, ...LIST, ...MORE]));
    expect(grid?.cells.at(-1)).toMatchObject({
      place: 'p2 t1 r2 c3',
      boxes: [{ page: 2, box: [380, 80, 480, 100] }],
    });
  });

  it('drops header and captions printed again', async () => {
    const first = tablePage(fullPage([HEADER, ...LIST]))
      .text(200, 640, '项目支出绩效目标表')
      .text(400, 670, '单位：万元');
    const second = tablePage(plainTable(60, 100, WIDTHS, [HEADER, ...MORE]));
    const read = await readPages([
      first,
      second.text(200, 40, '项目支出绩效目标表').text(400, 70, '单位：万元'),
    ]);
    expect(gridsOf(read).map(rowsOf)).toEqual([joined([HEADER, ...LIST, ...MORE])]);
    expect(gridsOf(read)[0]?.headerRows).toBe(1);
    expect(gridsOf(read)[0]?.cells.at(-1)).toMatchObject({ row: 6, place: 'p2 t1 r3 c3' });
    expect(paragraphsOf(read)).toEqual(['项目支出绩效目标表', '单位：万元']);
    expect(furnitureOf(read)).toEqual(['项目支出绩效目标表', '单位：万元']);
  });

  it('goes on under 续表', async () => {
    const second = tablePage(plainTable(60, 100, WIDTHS, MORE)).text(60, 70, '续表1');
    expect(await rowsRead(tablePage(fullPage([HEADER, ...LIST])), second)).toEqual([
      joined([HEADER, ...LIST, ...MORE]),
    ]);
  });

  it('goes on over several pages', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`项目${i}`, '期数', `${i}`]);
    const pages = [rows.slice(0, 36), rows.slice(36, 72), rows.slice(72)].map((part) =>
      tablePage(nextPage(part)),
    );
    expect(await rowsRead(...pages)).toEqual([joined(rows)]);
  });

  it('does not take a table printed twice for one', async () => {
    expect(
      await rowsRead(tablePage(fullPage([HEADER, ...LIST])), tablePage(nextPage([HEADER, ...LIST]))),
    ).toHaveLength(2);
  });

  it('makes a row whole whose borders are left out at the break', async () => {
    const first = tablePage(
      fullPage([HEADER, ...LIST, ['调研', '形成高质量调研报告', '≥2']]),
      (y) => y === 780,
    );
    const second = tablePage(
      nextPage([
        ['', '并报送市委市政府', ''],
        ['督查', '督查次数', '≥4'],
      ]),
      (y) => y === 60,
    );
    expect(await rowsRead(first, second)).toEqual([
      joined([
        HEADER,
        ...LIST,
        ['调研', '形成高质量调研报告\n并报送市委市政府', '≥2'],
        ['督查', '督查次数', '≥4'],
      ]),
    ]);
  });

  it('makes a row whole whose text goes on while columns that are never blank are', async () => {
    const first = tablePage(
      fullPage([HEADER, ...LIST, ['调研', '形成高质量的调研报告并且及时报送市委和', '≥2']]),
    );
    const second = tablePage(
      nextPage([
        ['', '市政府领导参阅', ''],
        ['督查', '督查次数', '≥4'],
      ]),
    );
    const read = await readPages([first, second]);
    expect(gridsOf(read).map(rowsOf)).toEqual([
      joined([
        HEADER,
        ...LIST,
        ['调研', '形成高质量的调研报告并且及时报送市委和市政府领导参阅', '≥2'],
        ['督查', '督查次数', '≥4'],
      ]),
    ]);
    expect(gridsOf(read)[0]?.cells.find((cell) => cell.row === 5)).toMatchObject({
      place: 'p1 t1 r5 c1',
      flags: ['joined-over-pages'],
      boxes: [{ page: 1 }, { page: 2 }],
    });
  });

  it('takes a blank remainder as part of the row above', async () => {
    const first = tablePage(fullPage([HEADER, ...LIST]));
    const second = tablePage(
      nextPage([
        ['', '', ''],
        ['督查', '督查次数', '≥4'],
      ]),
    );
    expect(await rowsRead(first, second)).toEqual([joined([HEADER, ...LIST, ['督查', '督查次数', '≥4']])]);
  });

  it('does not join two real rows', async () => {
    const codes = [
      ['205', '03', '职业教育'],
      ['', '04', '特殊教育'],
      ['206', '01', '科技管理'],
      ['207', '01', '文化事务'],
    ];
    const first = tablePage(fullPage([['类', '款', '科目'], ...codes]));
    const second = tablePage(
      nextPage([
        ['', '02', '文物'],
        ['208', '05', '养老'],
      ]),
    );
    expect(await rowsRead(first, second)).toEqual([
      joined([['类', '款', '科目'], ...codes, ['', '02', '文物'], ['208', '05', '养老']]),
    ]);
  });

  it('makes merged cells whole', async () => {
    const upper: DrawnTable = {
      xs: [60, 130, 200, 400],
      ys: [700, 720, 740, 760, 780],
      cells: [
        ...['一级指标', '二级指标', '指标值'].map((text, column) => ({ row: 0, column, text })),
        { row: 1, column: 0, rowSpan: 3, text: '产出指标' },
        { row: 1, column: 1, text: '数量指标' },
        { row: 1, column: 2, text: '≥12期' },
        { row: 2, column: 1, rowSpan: 2, text: '质量指标' },
        { row: 2, column: 2, text: '≥95%' },
        { row: 3, column: 2, text: '合格' },
      ],
    };
    const lower: DrawnTable = {
      xs: upper.xs,
      ys: [60, 80, 100],
      cells: [
        { row: 0, column: 0, rowSpan: 2 },
        { row: 0, column: 1 },
        { row: 0, column: 2, text: '达标' },
        { row: 1, column: 1, text: '时效指标' },
        { row: 1, column: 2, text: '年底前' },
      ],
    };
    expect(await rowsRead(tablePage(upper), tablePage(lower))).toEqual([
      [
        '一级指标|二级指标|指标值',
        '5x1:产出指标|数量指标|≥12期',
        '3x1:质量指标|≥95%',
        '合格',
        '达标',
        '时效指标|年底前',
      ],
    ]);
  });

  it('goes on where the outermost merged cell is not drawn again', async () => {
    const upper: DrawnTable = {
      xs: [60, 100, 180, 300, 400],
      ys: [740, 760, 780],
      cells: [
        { row: 0, column: 0, rowSpan: 2, text: '年度' },
        ...['数量指标', '培训人数', '≥120'].map((text, i) => ({ row: 0, column: i + 1, text })),
        ...['质量指标', '合格率', '≥95%'].map((text, i) => ({ row: 1, column: i + 1, text })),
      ],
    };
    const lower = plainTable(
      100,
      60,
      [80, 120, 100],
      [
        ['时效指标', '完成时间', '年底'],
        ['满意度', '群众满意度', '≥90%'],
      ],
    );
    expect(await rowsRead(tablePage(upper), tablePage(lower))).toEqual([
      [
        '4x1:年度|数量指标|培训人数|≥120',
        '质量指标|合格率|≥95%',
        '时效指标|完成时间|年底',
        '满意度|群众满意度|≥90%',
      ],
    ]);
  });

  it('goes on with rows divided otherwise, where nothing stands between', async () => {
    const upper = plainTable(
      60,
      720,
      [80, 120, 80, 140],
      [
        ['项目名称', '宣传经费', '主管部门', '宣传部'],
        ['资金总额', '12.50', '其他资金', '0.00'],
        ['实施期限', '一年', '联系人', ''],
      ],
    );
    const lower = plainTable(
      60,
      60,
      [80, 60, 100, 100, 80],
      [
        ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
        ['', '产出指标', '数量指标', '播出期数', '≥12'],
      ],
    );
    const [grid, ...others] = await rowsRead(tablePage(upper), tablePage(lower));
    expect(others).toEqual([]);
    expect(grid).toHaveLength(5);
    expect(grid?.[0]).toBe('项目名称|1x2:宣传经费|1x2:主管部门|1x2:宣传部');
    expect(grid?.[4]).toBe('|产出指标|1x2:数量指标|1x2:播出期数|≥12');
  });

  it('keeps a merged amount that is printed again on the next page as one', async () => {
    const half = (top: number, names: string[]): DrawnTable => ({
      xs: [60, 160, 260, 400],
      ys: [0, 1, 2].map((row) => top + 20 * row),
      cells: [
        { row: 0, column: 0, rowSpan: 2, text: '运转经费' },
        { row: 0, column: 1, rowSpan: 2, text: '270.00' },
        ...names.map((text, row) => ({ row, column: 2, text })),
      ],
    });
    expect(
      await rowsRead(tablePage(half(740, ['用水量', '用电量'])), tablePage(half(60, ['安全率', '覆盖率']))),
    ).toEqual([['4x1:运转经费|4x1:270.00|用水量', '用电量', '安全率', '覆盖率']]);
  });

  it('drops a header from inside the table that is printed again', async () => {
    const head = ['指标名称', '指标性质', '指标值'];
    const part = (top: number, rows: string[][]): DrawnTable => ({
      xs: [60, 130, 230, 300, 400],
      ys: rows.map((_, row) => top + 20 * row).concat(top + 20 * rows.length),
      cells: [
        { row: 0, column: 0, rowSpan: rows.length, text: '绩效指标' },
        ...rows.flatMap((texts, row) => texts.map((text, i) => ({ row, column: i + 1, text }))),
      ],
    });
    const first = tablePage(part(720, [head, ['培训人数', '≥', '120'], ['满意度', '≥', '95']]));
    const second = tablePage(part(60, [head, ['巡查次数', '≥', '24']]));
    expect(await rowsRead(first, second)).toEqual([
      ['4x1:绩效指标|指标名称|指标性质|指标值', '培训人数|≥|120', '满意度|≥|95', '巡查次数|≥|24'],
    ]);
  });
});

describe('pages of one table by the places of its columns', () => {
  const widths = [100, 60, 120, 60, 80];
  const head = ['项目', '金额', '指标', '性质', '指标值'];
  const before = [
    ['宣传经费', '5.00', '播出期数', '≥', '12'],
    ['培训经费', '6.00', '培训人数', '≥', '120'],
  ];
  const after = [
    ['巡查经费', '7.00', '巡查次数', '≥', '24'],
    ['接访经费', '8.00', '接访批次', '≥', '300'],
  ];
  const one = [joined([head, ...before, ...after])];

  it('go on with data where rows kept together left room on the page before', async () => {
    const first = tablePage(plainTable(60, 60, widths, [head, ...before]));
    expect(await rowsRead(first, tablePage(plainTable(60, 60, widths, after)))).toEqual(one);
  });

  it('are two tables where the second begins with words of its own', async () => {
    const first = tablePage(plainTable(60, 60, widths, [head, ...before]));
    const other = [['处室', '人数', '职责', '地点', '电话'], ...after];
    expect(await rowsRead(first, tablePage(plainTable(60, 60, widths, other)))).toHaveLength(2);
  });

  it.each([
    ['under the header again', [head, ...after]],
    ['without a header', after],
  ])('have their lines a little elsewhere %s', async (_, rows) => {
    const first = tablePage(plainTable(60, 720, widths, [head, ...before]));
    const second = tablePage(plainTable(60, 60, [107, 58, 114, 66, 75], rows));
    expect(await rowsRead(first, second)).toEqual(one);
  });

  it('have other columns where a line stands far from its place', async () => {
    const first = tablePage(plainTable(60, 60, widths, [head, ...before]));
    const second = tablePage(plainTable(60, 60, [130, 60, 90, 60, 80], after));
    expect(await rowsRead(first, second)).toHaveLength(2);
  });
});

describe('tables that stay apart', () => {
  const form = (name: string): string[][] => [
    ['项目名称', name, ''],
    ['主管部门', '市信访局', ''],
    ['资金总额', '12.50', '万元'],
  ];

  it('two forms of one layout on consecutive pages', async () => {
    expect(
      await rowsRead(tablePage(fullPage(form('办公楼租金'))), tablePage(nextPage(form('物业管理')))),
    ).toHaveLength(2);
  });

  it('a form that begins with its title in the grid', async () => {
    const titled: DrawnTable = {
      xs: [60, 180, 380, 480],
      ys: [60, 80, 100],
      cells: [
        { row: 0, column: 0, colSpan: 3, text: '物业管理项目绩效目标表' },
        ...['项目名称', '物业管理', ''].map((text, column) => ({ row: 1, column, text })),
      ],
    };
    expect(await rowsRead(tablePage(fullPage(LIST)), tablePage(titled))).toHaveLength(2);
  });

  it('a table after a title', async () => {
    const second = tablePage(nextPage(LIST)).text(100, 30, '附表二');
    expect(await rowsRead(tablePage(fullPage([HEADER, ...LIST])), second)).toHaveLength(2);
  });

  it('a table after one that left room on its page', async () => {
    const first = tablePage(plainTable(60, 60, WIDTHS, [HEADER, ...LIST]));
    expect(await rowsRead(first, tablePage(nextPage(LIST)))).toHaveLength(2);
  });

  it('a table of other columns', async () => {
    const second = tablePage(
      plainTable(
        60,
        60,
        [50, 100, 180, 90],
        [
          ['1', '甲', '乙', '丙'],
          ['2', '丁', '戊', '己'],
        ],
      ),
    );
    expect(await rowsRead(tablePage(fullPage(LIST)), second)).toHaveLength(2);
  });
});
