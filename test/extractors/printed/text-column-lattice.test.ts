import { describe, expect, it } from 'vitest';
import { PdfCanvas } from '../../support/pdf-builder.js';
import { tablesOfPage } from '../../support/tables-of-page.js';

const ROWS = [
  ['项目', '本年', '上年', '备注'],
  ['办公费', '12.50', '10.00', '新增'],
  ['差旅费', '3.00', '4.00', '压减'],
  ['培训费', '7.25', '6.50', '新增'],
  ['劳务费', '40.00', '41.00', '续建'],
];
const LEFT = 60;
const RIGHT = 500;
const TOP = 100;

/** A frame around rows of texts, with rules across it above the given rows. */
function framed(rows: readonly string[][], rulesAbove: readonly number[] = [], step = 110): PdfCanvas {
  const canvas = new PdfCanvas();
  const bottom = TOP + 20 * rows.length;
  for (const y of [TOP, bottom, ...rulesAbove.map((row) => TOP + 20 * row)]) canvas.line(LEFT, y, RIGHT, y);
  for (const x of [LEFT, RIGHT]) canvas.line(x, TOP, x, bottom);
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      if (text) canvas.text(LEFT + 5 + step * column, TOP + 4 + 20 * row, text);
    });
  });
  return canvas;
}

const inferred = (rows: string[][]) => [{ certainty: 'aligned', rows }];

describe('a frame without inner vertical rules', () => {
  it.each([
    ['a rule below the header', [1]],
    ['rules between all rows', [1, 2, 3, 4]],
    ['rules around the header and the totals', [1, 4]],
    ['no rule within', []],
  ])('is parted at the columns of its text, less certain: %s', async (_, rules) => {
    expect(await tablesOfPage(framed(ROWS, rules))).toEqual(inferred(ROWS));
  });

  it('keeps blank cells, and a title that runs over the columns', async () => {
    const rows = ROWS.map((row, i) => (i === 2 ? ['差旅费', '3.00', '', '压减'] : row));
    expect(await tablesOfPage(framed(rows, [1, 2, 3, 4]))).toEqual(inferred(rows));
    const titled = framed([[''], ...ROWS], [1, 2, 3, 4, 5]);
    titled.text(
      LEFT + 5,
      TOP + 4,
      '二〇二六年部门预算支出明细表（按经济分类科目编列，单位：万元，含上年结转）',
    );
    expect((await tablesOfPage(titled))[0]?.rows.slice(1)).toEqual(ROWS);
  });

  it('keeps the labels of a header that take several lines in one row', async () => {
    const canvas = framed([['', '', '', ''], ['', '', '', ''], ...ROWS.slice(1)], [2, 3, 4, 5]);
    ['项目', '本年', '上年', '说明'].forEach((text, column) => {
      for (const line of [0, 1, 2])
        canvas.text(LEFT + 5 + 110 * column, TOP + 2 + 12 * line, text[line] ?? '栏');
    });
    const [table] = await tablesOfPage(canvas);
    expect(table?.rows).toHaveLength(5);
    expect(table?.rows.slice(1)).toEqual(ROWS.slice(1));
  });

  it('parts the levels of a header in one cell', async () => {
    const canvas = framed(
      [['', '', '', ''], ['项目', '本年', '上年', '说明'], ...ROWS.slice(1)],
      [2, 3, 4, 5],
    );
    canvas.text(LEFT + 5, TOP + 4, '科目').text(LEFT + 125, TOP + 4, '财政拨款安排的支出预算');
    const [table] = await tablesOfPage(canvas);
    expect(table?.rows.slice(0, 2)).toEqual([
      ['科目', '财政拨款安排的支出预算', ''],
      ['项目', '本年', '上年', '说明'],
    ]);
    expect(table?.rows.slice(2)).toEqual(ROWS.slice(1));
  });

  it('is parted along a header that alone has inner rules', async () => {
    const header = (canvas: PdfCanvas): PdfCanvas => {
      for (const column of [1, 2, 3]) canvas.line(LEFT + 110 * column, TOP, LEFT + 110 * column, TOP + 20);
      return canvas;
    };
    expect(await tablesOfPage(header(framed(ROWS, [1, 2, 3, 4])))).toEqual(inferred(ROWS));
    const notes = ROWS.map((row, i) =>
      i === 0 ? row : ['按上年定额12万元据实列支，其余由镇自筹，不足部分另行安排资金'],
    );
    expect((await tablesOfPage(header(framed(notes, [1, 2, 3, 4]))))[0]?.rows[1]).toHaveLength(1);
  });

  it('is read whole where its text is prose, a list, or agrees in no columns', async () => {
    const prose = [
      ['按季度拨付资金，3月底前完成招标，6月底前完成一半工程量，12月底前'],
      ['全部验收并交付使用，群众满意度达到95%以上，做到专款专用。'],
      ['资金由县级财政安排120万元，其余由镇自筹。'],
    ];
    const contacts = [
      ['联系人：甲', '电话：12'],
      ['联系人：乙', '电话：34'],
      ['联系人：丙', '电话：56'],
    ];
    const words = ROWS.map(() => ['新增', '压减', '续建', '撤销']);
    for (const rows of [prose, contacts, words]) {
      const [table] = await tablesOfPage(framed(rows, [1, 2]));
      expect(table).toMatchObject({ certainty: 'ruled' });
      expect(table?.rows.every((row) => row.length === 1)).toBe(true);
    }
  });
});
