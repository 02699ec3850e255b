import { describe, expect, it } from 'vitest';
import { compareStatements } from '../../../src/compare/statements/compare-statements.js';
import {
  COMPARED_KINDS,
  comparedLines,
  statementKindNamed,
} from '../../../src/compare/statements/compared-kinds.js';
import { STATEMENT_KINDS } from '../../../src/model/statement.js';
import { county, wan } from '../../support/comparison-rows.js';
import {
  type DrawnStatement,
  personsRow,
  statementRow,
  statementRowsOf,
} from '../../support/statement-rows.js';

const spent = (total: number, given: Partial<DrawnStatement> = {}): DrawnStatement => ({
  kind: 'expenditure',
  columns: [['合计', 'total']],
  rows: [['合计', total]],
  ...given,
});

describe('compareStatements', () => {
  it('has a row for every disclosure, by place and year, and the difference to the year before', () => {
    const rows = statementRowsOf(
      spent(90, { subject: { year: 2024 } }),
      spent(80, { subject: { year: 2023 } }),
      spent(70, { subject: { year: 2022, stage: 'final' } }),
      spent(300, { subject: { ...county(1), year: 2024 } }),
    );
    const { rows: compared, places, years } = compareStatements('expenditure', rows);
    expect(
      compared.map(({ region, year, figures }) => [region, year, figures[0]?.fen, figures[0]?.differenceFen]),
    ).toEqual([
      ['云溪区', 2022, wan(70), null],
      ['云溪区', 2023, wan(80), null],
      ['云溪区', 2024, wan(90), wan(10)],
      ['第1县', 2024, wan(300), null],
    ]);
    expect({ places, years }).toEqual({ places: 2, years: [2022, 2023, 2024] });
  });

  it('takes the year before from the statement itself where the store has none', () => {
    const columns: DrawnStatement['columns'] = [
      ['合计', 'total'],
      ['上年预算数', 'last-year'],
    ];
    const [row] = compareStatements(
      'expenditure',
      statementRowsOf(spent(0, { columns, rows: [['合计', 90, 85]] })),
    ).rows;
    expect(row?.figures[0]).toMatchObject({
      differenceFen: wan(5),
      before: { from: 'printed', fen: wan(85) },
    });
  });

  it('shows the fullest of several statements, and a blank one without figures', () => {
    const rows = statementRowsOf(spent(0, { rows: [] }), spent(90));
    const [blank, full] = rows.statements;
    if (!blank || !full) throw new Error('two statements were drawn');
    const together = { ...rows, statements: [blank, { ...full, disclosure: blank.disclosure }] };
    expect(compareStatements('expenditure', together).rows).toMatchObject([{ statement: { id: full.id } }]);
    const alone = compareStatements('expenditure', { ...rows, statements: [blank] }).rows;
    expect(alone).toMatchObject([
      { statement: { blank: true }, figures: [null, null, null, null, null, null] },
    ]);
  });

  it('leaves other kinds out', () => {
    const rows = statementRowsOf(spent(1));
    expect(compareStatements('income', { ...rows, statements: [statementRow(7, spent(1))] }).rows).toEqual(
      [],
    );
  });

  it.each<[string, [label: string, printed: string, item?: string][], number | null]>([
    [
      'those at work before those there are and the posts',
      [
        ['编制人数', '30人'],
        ['年末实有人数', '28人'],
        ['在职人员', '20人'],
      ],
      20,
    ],
    ['the posts where nothing else is printed', [['核定编制', '25人']], 25],
    [
      'the total of a column',
      [
        ['人数', '12', '本级'],
        ['人数', '8', '事务中心'],
        ['人数', '20', '合计'],
      ],
      20,
    ],
    ['the only row of a column', [['基本情况/在职人数', '20', '云溪区水利局']], 20],
    [
      'none of a column without a total',
      [
        ['人数', '12', '本级'],
        ['人数', '8', '事务中心'],
      ],
      null,
    ],
    [
      'the same number twice',
      [
        ['在职人员', '20人'],
        ['在职职工', '20 人'],
      ],
      20,
    ],
    [
      'none where two differ',
      [
        ['在职人员', '20人'],
        ['在职人员', '21人'],
      ],
      null,
    ],
    [
      'none of those who are retired or trained',
      [
        ['离退休人员', '9人'],
        ['培训人数', '200人'],
      ],
      null,
    ],
  ])('counts heads by %s', (_, persons, count) => {
    const rows = statementRowsOf(spent(90));
    const disclosure = rows.statements[0]?.disclosure ?? 0;
    const counted = {
      ...rows,
      persons: persons.map(([label, printed, item]) => personsRow(disclosure, label, printed, item)),
    };
    const [row] = compareStatements('expenditure', counted).rows;
    expect(row?.persons?.count ?? null).toBe(count);
    expect(row?.perHeadFen).toBe(count === null ? null : Math.round(wan(90) / count));
  });
});

describe('kinds', () => {
  it.each([
    ['三公', 'three-public'],
    ['“三公”经费表', 'three-public'],
    ['三公经费', 'three-public'],
    ['支出总表', 'expenditure'],
    ['basic-economy', 'basic-economy'],
    ['基本支出', 'basic-economy'],
    [' 收支总表 ', 'income-expenditure'],
    ['没有的表', null],
    ['other', null],
    ['constructor', null],
  ])('%s means %s', (text, kind) => expect(statementKindNamed(text)).toBe(kind));

  it('are each found by their title, and have lines of their own names', () => {
    for (const kind of COMPARED_KINDS) {
      expect(statementKindNamed(STATEMENT_KINDS[kind])).toBe(kind);
      const names = comparedLines(kind).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(COMPARED_KINDS.length).toBe(Object.keys(STATEMENT_KINDS).length - 1);
  });
});
