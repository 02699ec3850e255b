import { describe, expect, it } from 'vitest';
import { readPrinted } from '../../../extractors/printed/read-printed.js';
import type { PageBox } from '../../../src/model/grid.js';
import { handwritingBoxes } from '../../../src/pipeline/reading/handwriting-boxes.js';
import { picturePage, recognizedPage } from '../../support/recognized-page.js';

async function boxesOn(heading: string, rows: readonly (readonly string[])[]): Promise<PageBox['box'][]> {
  const recognition = { again: false, isSpent: () => false, page: async () => recognizedPage(heading, rows) };
  const { recognized } = await readPrinted([picturePage()], { count: 1, recognition });
  const boxes = handwritingBoxes(recognized?.texts ?? []).map(({ box }) => box);
  return [...new Map(boxes.map((box) => [box.join(), box])).values()];
}

describe('what is written by hand on a recognized page', () => {
  it('is covered in a blank cell beside a label of a contact', async () => {
    const boxes = await boxesOn('绩效目标表', [
      ['项目名称', '', '主管部门', '水利局'],
      ['填表人', '', '联系电话', ''],
    ]);
    expect(boxes).toEqual([
      [170, 124, 290, 148],
      [410, 124, 530, 148],
    ]);
  });

  it('is covered behind a label on a line, up to the next one', async () => {
    const boxes = await boxesOn('填表人：', [['项目名称', '河道清淤']]);
    expect(boxes).toEqual([[90, 54, 230, 76]]);
  });

  it('is not looked for where no label speaks of a person', async () => {
    expect(await boxesOn('填报单位：', [['资金总额：', '']])).toEqual([]);
    expect(await boxesOn('填表人：某某', [['甲', '乙']])).toEqual([]);
  });
});
