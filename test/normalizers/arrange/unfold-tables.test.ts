import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { buildGrid } from '../../../extractors/tables/grid-builder.js';
import { unfoldTables } from '../../../normalizers/arrange/unfold-tables.js';
import { readDisclosures } from '../../../normalizers/read-disclosures.js';
import type { Indicator } from '../../../src/model/disclosure.js';
import { type Grid, isGrid } from '../../../src/model/grid.js';
import { runsOf } from '../../support/thorough.js';

const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`;

async function read(body: string) {
  const bytes = new TextEncoder().encode(`<html><body>${body}</body></html>`);
  const read = readDisclosures(await readBytes(bytes, { path: 'a.html' }), { path: 'a.html' });
  const projects = read.disclosures.flatMap((each) => each.projects).map(({ name }) => name);
  return { ...read, projects, indicators: read.disclosures.flatMap((each) => each.indicators) };
}

const shown = (indicators: readonly Indicator[]): string[] =>
  indicators.map(({ level1, level2, name, target }) => [level1, level2, name, target].join('|'));

const HEADER = row('一级指标', '二级指标', '三级指标', '指标值');
const INDICATORS = [
  row('产出指标', '数量指标', '修剪行道树', '≥300株'),
  row('效益指标', '社会效益指标', '受益居民', '≥2万人'),
];
const EXPECTED = ['产出指标|数量指标|修剪行道树|≥300株', '效益指标|社会效益指标|受益居民|≥2万人'];
const KEYS = [
  row('项目名称', '<td colspan="3">行道树养护</td>'),
  row('年度绩效目标', '<td colspan="3">保持行道树整齐</td>'),
];

describe('tables inside cells', () => {
  it.each([
    [
      'the indicators beside their label',
      table(...KEYS, row('绩效指标', `<td colspan="3">${table(HEADER, ...INDICATORS)}</td>`)),
    ],
    [
      'the indicators in a cell over the whole width',
      table(...KEYS, row(`<td colspan="4">${table(HEADER, ...INDICATORS)}</td>`)),
    ],
    [
      'their header outside, their rows inside',
      table(...KEYS, HEADER, row(`<td colspan="4">${table(...INDICATORS)}</td>`)),
    ],
    [
      'one table for each first level',
      table(
        ...KEYS,
        HEADER,
        row('产出指标', `<td colspan="3">${table(row('数量指标', '修剪行道树', '≥300株'))}</td>`),
        row('效益指标', `<td colspan="3">${table(row('社会效益指标', '受益居民', '≥2万人'))}</td>`),
      ),
    ],
    [
      'a table in a table in a cell',
      table(...KEYS, row('绩效指标', `<td colspan="3">${table(row(table(HEADER, ...INDICATORS)))}</td>`)),
    ],
    [
      'a line of text above the inner table',
      table(
        ...KEYS,
        row('绩效指标', `<td colspan="3"><p>本年度绩效指标：</p>${table(HEADER, ...INDICATORS)}</td>`),
      ),
    ],
    [
      'the whole form in one cell',
      table(row(`<p>2025年项目支出绩效目标表</p>${table(...KEYS, HEADER, ...INDICATORS)}`)),
    ],
    [
      'each part of the form in a cell of its own',
      table(row('2025年项目支出绩效目标表'), row(table(...KEYS)), row(table(HEADER, ...INDICATORS))),
    ],
    [
      'a page with a menu beside the form',
      table(
        row(
          table(row('首页'), row('公开目录')),
          table(row('2025年项目支出绩效目标表'), ...KEYS, HEADER, ...INDICATORS),
        ),
      ),
    ],
  ])('reads %s', async (_, body) => {
    const { indicators, projects, claims } = await read(body);
    expect(shown(indicators)).toEqual(EXPECTED);
    expect(projects).toEqual(['行道树养护']);
    expect(claims.filter(({ status }) => status === 'unclaimed')).toEqual([]);
  });

  it('keeps titles with the tables they stand above', async () => {
    const form = (name: string): string =>
      `<p>项目支出绩效目标表</p>${table(row('项目名称', `<td colspan="3">${name}</td>`), HEADER, ...INDICATORS)}`;
    const { forms, projects } = await read(table(row(form('行道树养护') + form('公园保洁')), row('1', '2')));
    expect(forms.map(({ title }) => title?.text)).toEqual(['项目支出绩效目标表', '项目支出绩效目标表']);
    expect(projects).toEqual(['行道树养护', '公园保洁']);
  });

  it('says where a value stands: the cell outside, then the cell inside', async () => {
    const { indicators } = await read(
      table(...KEYS, row('绩效指标', `<td colspan="3">${table(HEADER, ...INDICATORS)}</td>`)),
    );
    expect(indicators[1]?.evidence.name.place).toBe('t1 r3 c2 / t1 r3 c3');
  });

  it('leaves tables alone that have nothing to do with performance', () => {
    const inner = buildGrid([[{ text: '首页' }, { text: '新闻' }]], { table: 1 });
    const grid = buildGrid([[{ text: '导航', nested: [inner] }, { text: '天气' }]], { table: 1 });
    expect(unfoldTables(grid)).toEqual([grid]);
  });
});

const text = fc.constantFrom('', '指标', '目标', '一级指标', '≥3个', '项目名称', '绩效目标表');
const cellOf = (nested: fc.Arbitrary<Grid[]>) =>
  fc.record({
    text,
    rowSpan: fc.integer({ min: 1, max: 3 }),
    colSpan: fc.integer({ min: 1, max: 3 }),
    nested,
  });
const rowsOf = (nested: fc.Arbitrary<Grid[]>) =>
  fc.array(fc.array(cellOf(nested), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
const innerGrid = (nested: fc.Arbitrary<Grid[]>): fc.Arbitrary<Grid> =>
  fc
    .tuple(rowsOf(nested), fc.integer({ min: 0, max: 2 }))
    .map(([rows, linesBefore]) => ({ ...buildGrid(rows, { table: 1 }), linesBefore }));
const grids = innerGrid(
  fc.array(innerGrid(fc.array(innerGrid(fc.constant([])), { maxLength: 1 })), { maxLength: 2 }),
);

const textsOf = (grid: Grid): string[] =>
  grid.cells
    .flatMap((cell) => [cell.text, ...(cell.nested ?? []).flatMap(textsOf)])
    .filter((each) => each !== '');

describe('unfoldTables', () => {
  it('loses no text, adds none, and cells tile every grid', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const blocks = unfoldTables(grid);
        const texts = blocks.flatMap((block) => (isGrid(block) ? textsOf(block) : [block.text]));
        expect(texts.sort()).toEqual(textsOf(grid).sort());
        for (const block of blocks.filter(isGrid)) {
          const covered = new Set<string>();
          for (const { row: r, column: c, rowSpan, colSpan } of block.cells) {
            for (let y = r; y < r + rowSpan; y++) {
              for (let x = c; x < c + colSpan; x++) {
                expect(covered.has(`${y} ${x}`)).toBe(false);
                covered.add(`${y} ${x}`);
              }
            }
          }
          expect(covered.size).toBe(block.rows * block.columns);
        }
      }),
      { numRuns: runsOf(20, 100) },
    );
  });
});
