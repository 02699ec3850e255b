import { describe, expect, it } from 'vitest';
import { spreadTotals } from '../../../extractors/text/spread-totals.js';
import { isGrid } from '../../../src/model/grid.js';
import { readText, shown } from './shown.js';

/** The rows of the first grid, spans as `*2` and `!`. */
async function drawn(text: string): Promise<string[]> {
  const grid = (await readText(text)).blocks.find(isGrid);
  return Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    (grid?.cells ?? [])
      .filter((cell) => cell.row === row + 1)
      .map(
        ({ text: own, colSpan, rowSpan }) =>
          `${own}${colSpan > 1 ? `*${colSpan}` : ''}${rowSpan > 1 ? '!' : ''}`,
      )
      .join('|'),
  );
}

const spaced = (...rows: string[]): string =>
  `${rows.map((row) => `${row.replaceAll('|', '\t')}\t\n\n`).join('')}\n`;

describe('text of web pages', () => {
  it('has an empty line behind every row, two behind a table', async () => {
    const text = `甲表\n\n\n${spaced('名称|金额', '合计|3.00', '某局|3.00')}\n乙表\n\n\n${spaced('名称|金额', '某局|')}`;
    expect(await shown(text)).toEqual([
      '甲表',
      ['名称|金额', '合计|3.00', '某局|3.00'],
      '乙表',
      ['名称|金额', '某局|'],
    ]);
  });

  it('has headings over the same columns', async () => {
    expect(await drawn(spaced('收入|支出', '项目|预算数|项目|预算数', '拨款|3.00|教育|3.00'))).toEqual([
      '收入*2|支出*2',
      '项目|预算数|项目|预算数',
      '拨款|3.00|教育|3.00',
    ]);
  });

  it('has a heading over 小计 and its parts where they add up', async () => {
    const rows = ['某局|9.00|7.00|4.00|3.00|2.00', '某站|5.00|4.00|4.00||1.00'];
    expect(
      (await drawn(spaced('名称|合计|基本支出|项目支出', '小计|人员经费|公用经费', ...rows))).slice(0, 2),
    ).toEqual(['名称!|合计!|基本支出*3|项目支出!', '小计|人员经费|公用经费']);
  });

  it('keeps headings as they are where nothing adds up', async () => {
    expect(
      (
        await drawn(
          spaced('名称|合计|基本支出|项目支出', '小计|人员经费|公用经费', '某局|9.00|7.50|4.00|3.00|2.00'),
        )
      )[0],
    ).toBe('名称|合计|基本支出|项目支出');
  });
});

describe('合计 over code and name', () => {
  const spread = (...rows: string[]): string[] =>
    spreadTotals(rows.map((row) => row.split('|').map((text) => ({ text })))).map((row) =>
      row.map(({ text, colSpan = 1 }) => (colSpan > 1 ? `${text}*${colSpan}` : text)).join('|'),
    );

  it.each([
    ['two columns', '编码|名称|合计|项目', '合计|3.00|3.00', '205|教育|3.00|3.00', '合计*2|3.00|3.00'],
    ['类 款 项 and the name', '类|款|项|名称|合计', '合计|3.00', '205|01|02|教育|3.00', '合计*4|3.00'],
  ])('has its span again: %s', (_, header, total, line, expected) => {
    expect(spread(header, total, line)).toEqual([header, expected, line]);
  });

  it.each([
    ['no names there', '合计|3.00|3.00', '某局|1.00|2.00|3.00'],
    ['as long as the others', '合计||3.00|3.00', '205|教育|3.00|3.00'],
    ['another row', '教育|3.00|3.00', '205|教育|3.00|3.00'],
  ])('is left alone: %s', (_, ...rows) => {
    expect(spread(...rows)).toEqual(rows);
  });
});
