import { describe, expect, it } from 'vitest';
import { expectedTables } from '../../../scripts/tables/expected-tables.js';
import { parseIcdar } from '../../../scripts/tables/parse-icdar.js';
import { parseJsonTables } from '../../../scripts/tables/parse-json-tables.js';
import { comparableTable } from '../../../scripts/tables/table-cells.js';
import { scratchFolder } from '../../support/scratch-folder.js';

const cell = (row: number, column: number, text: string): string =>
  `<cell start-row="${row}" start-col="${column}"><bounding-box x1="0" y1="0" x2="9" y2="9"/><content>${text}</content></cell>`;

describe('parseIcdar', () => {
  it('puts the regions of a table under each other', () => {
    const [table, ...others] = parseIcdar(
      `<document><table id="1"><region page="1">${cell(0, 0, '甲')}${cell(0, 1, 'a &amp; b')}${cell(1, 0, '乙')}</region><region page="2">${cell(0, 0, '丙')}</region></table></document>`,
    );
    expect(others).toEqual([]);
    expect(table).toEqual([
      { row: 0, column: 0, text: '甲' },
      { row: 0, column: 1, text: 'a & b' },
      { row: 1, column: 0, text: '乙' },
      { row: 2, column: 0, text: '丙' },
    ]);
  });

  it('moves a region where it says so', () => {
    const [table] = parseIcdar(
      `<document><table><region>${cell(0, 0, '甲')}</region><region row-increment="0" col-increment="1">${cell(0, 0, '乙')}</region></table></document>`,
    );
    expect(table).toContainEqual({ row: 0, column: 1, text: '乙' });
  });

  it('says that an XML is no such thing', () => {
    expect(() => parseIcdar('<document/>')).toThrow('no <table>');
  });
});

describe('parseJsonTables', () => {
  const rows = [['甲', '乙']];
  it.each([
    ['rows', rows],
    ['a list of rows', [rows]],
    ['tables of rows', { tables: [rows] }],
    ['tables with rows', { tables: [{ rows }] }],
    [
      'grids',
      {
        grids: [
          {
            cells: [
              { row: 1, column: 1, text: '甲' },
              { row: 1, column: 2, text: '乙' },
            ],
          },
        ],
      },
    ],
    ['data of cells', [{ data: [[{ text: '甲' }, { text: '乙' }]] }]],
  ])('reads %s', (_, json) => {
    expect(parseJsonTables(JSON.stringify(json)).map(comparableTable)).toEqual([
      [
        { row: 0, column: 0, text: '甲' },
        { row: 0, column: 1, text: '乙' },
      ],
    ]);
  });

  it('refuses anything else', () => {
    expect(() => parseJsonTables('{"table": 1}')).toThrow();
  });
});

describe('expectedTables', () => {
  it('finds expectations by the names beside the documents, and says what has none', () => {
    const folder = scratchFolder({
      'a.pdf': '',
      'a-b.docx': '',
      'c.pdf': '',
      'a-1.csv': '甲,乙\n丙\n',
      'a-2.csv': '丁,戊\n',
      'a-b.json': '[["己","庚"]]',
      'd.csv': '辛,壬\n',
    });
    const { documents, left } = expectedTables(folder);
    expect(documents.map(({ path, tables }) => [path, tables.length])).toEqual([
      ['a.pdf', 2],
      ['a-b.docx', 1],
    ]);
    expect(documents[0]?.tables[0]).toHaveLength(3);
    expect(left).toEqual(['d.csv: no document of that name', 'c.pdf: nothing expected of it']);
  });
});
