import { describe, expect, it } from 'vitest';
import { comparedLines } from '../../../src/compare/statements/compared-kinds.js';
import { mainFigures } from '../../../src/compare/statements/main-figures.js';
import type { Stage } from '../../../src/model/facts/stages.js';
import { type DrawnStatement, itemRows } from '../../support/statement-rows.js';

/** The lines that were found, by name: the figure, and `figure < figure before` where that is printed too. */
function found(drawn: DrawnStatement, year = 2024, stage: Stage = 'budget'): Record<string, string> {
  const figures = mainFigures(drawn.kind, itemRows(drawn), { year, stage });
  return Object.fromEntries(
    comparedLines(drawn.kind).flatMap(({ name }, n) => {
      const main = figures[n];
      if (!main) return [];
      const before = main.before ? ` < ${main.before.printed}` : '';
      return [[name, `${main.figure.printed}${before}`]];
    }),
  );
}

const THREE_PUBLIC = {
  total: '15 < 16',
  abroad: '0 < 0',
  reception: '3 < 4',
  vehicles: '12 < 12',
  'vehicles-purchase': '0 < 0',
  'vehicles-running': '12 < 12',
};

describe('the lines of 三公', () => {
  it('stand in rows', () => {
    expect(
      found({
        kind: 'three-public',
        columns: [
          ['上年预算数', 'last-year'],
          ['本年预算数', 'this-year'],
          ['增减额', 'change'],
          ['增减%', 'change'],
        ],
        rows: [
          ['合计', 16, 15, -1, -6.25],
          ['1. 因公出国（境）费用', 0, 0, 0, 0],
          ['2. 公务接待费', 4, 3, -1, -25],
          ['3. 公务用车购置及运行维护费', 12, 12, 0, 0],
          ['其中：（1）公务用车运行维护费', 12, 12, 0, 0],
          ['（2）公务用车购置', 0, 0, 0, 0],
        ],
      }),
    ).toEqual(THREE_PUBLIC);
  });

  it('stand in columns under the years', () => {
    const year = (label: string, kind: 'other' | 'last-year') =>
      [
        [`${label}/合计`, kind === 'last-year' ? kind : 'total'],
        [`${label}/因公出国（境）费`, kind],
        [`${label}/公务用车购置及运行费/小计`, kind],
        [`${label}/公务用车购置及运行费/公务用车购置费`, kind],
        [`${label}/公务用车购置及运行费/公务用车运行费`, kind],
        [`${label}/公务接待费`, kind],
      ] satisfies DrawnStatement['columns'];
    expect(
      found({
        kind: 'three-public',
        columns: [...year('2023年预算数', 'last-year'), ...year('2024年预算数', 'other')],
        rows: [
          ['合计', 16, 0, 12, 0, 12, 4, 15, 0, 12, 0, 12, 3],
          ['云溪区水利局', 16, 0, 12, 0, 12, 4, 15, 0, 12, 0, 12, 3],
        ],
      }),
    ).toEqual(THREE_PUBLIC);
  });

  it('of final accounts are those spent, whichever comes first', () => {
    const columns = (label: string, kind: 'budget' | 'actual') =>
      [
        '合计',
        '因公出国（境）费',
        '公务用车购置及运行费/小计',
        '公务用车购置及运行费/购置费',
        '公务用车购置及运行费/运行费',
        '公务接待费',
      ].map((each) => [`${label}/${each}`, kind] satisfies DrawnStatement['columns'][number]);
    expect(
      found(
        {
          kind: 'three-public',
          columns: [...columns('预算数', 'budget'), ...columns('决算数', 'actual')],
          rows: [['', 16, 0, 12, 0, 12, 4, 15, 0, 12, 0, 12, 3]],
        },
        2024,
        'final',
      ),
    ).toEqual({
      total: '15',
      abroad: '0',
      reception: '3',
      vehicles: '12',
      'vehicles-purchase': '0',
      'vehicles-running': '12',
    });
  });

  it('are those of 三公 alone where the table sums conferences and training with them', () => {
    const columns: DrawnStatement['columns'] = (
      [
        ['上年', 'last-year'],
        ['当年', 'other'],
      ] as const
    ).flatMap(([label, kind]) => [
      [`${label}/合计`, kind === 'other' ? 'total' : kind],
      [`${label}/一般公共预算安排的“三公”经费预算/小计`, kind === 'other' ? 'general-public' : kind],
      [`${label}/一般公共预算安排的“三公”经费预算/公务接待费`, kind],
      [`${label}/培训费`, kind],
    ]);
    expect(found({ kind: 'three-public', columns, rows: [['合计', 24, 12, 2, 12, 32, 10, 1, 22]] })).toEqual({
      total: '10 < 12',
      reception: '1 < 2',
    });
  });

  it('stand under years that are rows', () => {
    expect(
      found({
        kind: 'three-public',
        columns: [
          ['“三公”经费合计', 'total'],
          ['因公出国（境）费', 'other'],
          ['公务接待费', 'other'],
        ],
        rows: [
          ['2023年预算数', 16, 0, 4],
          ['2024年预算数', 15, 0, 3],
        ],
      }),
    ).toEqual({ total: '15 < 16', abroad: '0 < 0', reception: '3 < 4' });
  });
});

describe('the lines of expenditure', () => {
  const columns: DrawnStatement['columns'] = [
    ['合计', 'total'],
    ['基本支出', 'basic'],
    ['项目支出', 'project'],
    ['上缴上级支出', 'other'],
  ];

  it('stand in the total’s row', () => {
    const rows: DrawnStatement['rows'] = [
      ['社会保障和就业支出', 20, 20, null, null],
      ['合计', 120, 70, 50, 0],
    ];
    expect(found({ kind: 'expenditure', columns, rows })).toEqual({
      total: '120',
      basic: '70',
      project: '50',
      upward: '0',
    });
  });

  it('stand in the only row of the highest level where no row is a total', () => {
    const rows: DrawnStatement['rows'] = [
      ['农林水支出', 120, 70, 50, null],
      ['水利', 120, 70, 50, null],
      ['行政运行', 70, 70, null, null],
    ];
    const drawn: DrawnStatement = { kind: 'expenditure', columns, rows, levels: [1, 2, 3] };
    expect(found(drawn)).toMatchObject({ total: '120', project: '50' });
    expect(found({ ...drawn, levels: [1, 1, 2] })).toEqual({});
    expect(found({ ...drawn, levels: [null, null, null] })).toEqual({});
  });
});

describe('the lines of tables with halves', () => {
  it('are told apart by the half, 总计 before 合计', () => {
    expect(
      found({
        kind: 'income-expenditure',
        columns: [['预算数', 'budget']],
        rows: [
          ['income|一、一般公共预算拨款收入', 100],
          ['income|本年收入合计', 110],
          ['income|上年结转', 10],
          ['income|收入总计', 120],
          ['expenditure|一、农林水支出', 115],
          ['expenditure|本年支出合计', 115],
          ['expenditure|结转下年', 5],
          ['expenditure|支出总计', 120],
        ],
      }),
    ).toEqual({
      income: '120',
      expenditure: '120',
      'income-of-year': '110',
      'expenditure-of-year': '115',
      'general-public': '100',
      carried: '10',
    });
  });

  it('are not guessed among several columns', () => {
    const columns: DrawnStatement['columns'] = [
      ['一般公共预算', 'general-public'],
      ['政府性基金预算', 'government-fund'],
    ];
    expect(found({ kind: 'fiscal', columns, rows: [['expenditure|支出总计', 90, 30]] })).toEqual({});
    expect(
      found({
        kind: 'fiscal',
        columns: [['合计', 'total'], ...columns],
        rows: [['expenditure|支出总计', 120, 90, 30]],
      }),
    ).toEqual({ expenditure: '120' });
  });
});

it('finds personnel and running expenses in columns, classes in rows', () => {
  expect(
    found({
      kind: 'basic-economy',
      columns: [
        ['合计', 'total'],
        ['人员经费', 'other'],
        ['公用经费', 'other'],
      ],
      rows: [
        ['工资福利支出', 60, 60, null],
        ['商品和服务支出', 9, null, 9],
        ['机关工资福利支出', 60, 60, null],
        ['合 计', 70, 61, 9],
      ],
    }),
  ).toEqual({ total: '70', personnel: '61', running: '9', wages: '60', goods: '9' });
});

it('takes classes by their code where there is one, from panels of a table too', () => {
  const columns: DrawnStatement['columns'] = [
    ['人员经费/决算数', 'actual'],
    ['公用经费/决算数', 'actual'],
  ];
  const rows: DrawnStatement['rows'] = [
    ['301#工资福利支出', 60, null],
    ['50501#工资福利支出', 7, null],
    ['302#商品和服务支出', null, 9],
    ['人员经费合计', 67, null],
    ['公用经费合计', null, 9],
  ];
  expect(found({ kind: 'basic-economy', columns, rows }, 2024, 'final')).toEqual({
    personnel: '67',
    running: '9',
    wages: '60',
    goods: '9',
  });
});

describe('a figure that no 合计 names', () => {
  const three = (columns: DrawnStatement['columns'], ...rows: DrawnStatement['rows']): DrawnStatement => ({
    kind: 'expenditure',
    columns,
    rows,
  });
  const [basic, project, fund] = [
    ['基本支出', 'basic'],
    ['项目支出', 'project'],
    ['政府性基金', 'government-fund'],
  ] as const;

  it.each<[string, DrawnStatement, Record<string, string>]>([
    [
      'is no total in a column of a part, beside others',
      three([[...basic], [...project]], ['合计', null, 50], ['农林水支出', 3, null]),
      { project: '50' },
    ],
    [
      'is no total in a column of a fund, beside others',
      {
        ...three([[...fund], ['一般公共预算', 'general-public']], ['合计', 7, null], ['水利', null, 3]),
        kind: 'income',
      },
      { 'government-fund': '7' },
    ],
    [
      'is the total of a kind whose own column it stands in',
      { ...three([[...fund], [...basic]], ['合计', 7, 2]), kind: 'government-fund' },
      { total: '7', basic: '2' },
    ],
    [
      'of a class in a column of a part is not the class',
      {
        kind: 'fiscal',
        columns: [[...fund], ['国有资本', 'state-capital']],
        rows: [
          ['expenditure|支出总计', 7, null],
          ['expenditure|水利', null, 3],
        ],
      },
      {},
    ],
  ])('%s', (_, drawn, expected) => {
    expect(found(drawn)).toEqual(expected);
  });

  it.each<[string, DrawnStatement, boolean]>([
    ['a row of another name', three([['本年预算数', 'this-year']], ['农林水支出', 9]), false],
    ['the only column, of a part', three([['财政拨款', 'fiscal']], ['合计', 9]), false],
    ['a column 合计', three([['合计', 'total']], ['农林水支出', 9]), true],
    ['a row 合计', three([['金额', 'other']], ['合计', 9]), true],
    ['a row after a year', three([['金额', 'other']], ['2024年预算数', 9]), true],
  ])('is named by %s: or not', (_, drawn, isNamed) => {
    const [total] = mainFigures('expenditure', itemRows(drawn), { year: 2024, stage: 'budget' });
    expect(total).toMatchObject({ isNamed, figure: { printed: '9' } });
  });
});
