import { describe, expect, it } from 'vitest';
import type { CellAt } from '../../../normalizers/recognize/form/ledger.js';
import { isCutByPage } from '../../../normalizers/recognize/rows/page-cut.js';

/** The cells of a row that stands on one page, by their roles. */
const row = (page: number, texts: Readonly<Record<string, string>>): Record<string, CellAt[]> =>
  Object.fromEntries(
    Object.entries(texts).map(([role, text], i) => [
      role,
      [
        {
          block: 0,
          index: i,
          cell: {
            row: page,
            column: i + 1,
            rowSpan: 1,
            colSpan: 1,
            text,
            place: `p${page} t1 r${page} c${i + 1}`,
            boxes: [{ page, box: [0, 0, 10, 10] }],
          },
        },
      ],
    ]),
  );

describe('the rest of a row cut by a page break', () => {
  it.each([
    ['a row without its value', { name: '公众号发稿', target: '≥350篇' }, { name: '数量' }, true],
    [
      'a long text that goes on',
      { name: '公众号发稿', goal: '发布稿件并及时答复读者留言', office: '宣传科' },
      { name: '数量', goal: '和来信' },
      true,
    ],
    [
      'two values',
      { name: '公众号发稿', target: '≥350篇', reason: '另行说明' },
      { name: '报送期数', target: '≥55期' },
      false,
    ],
    [
      'two words',
      { name: '公众号发稿', target: '有所提高', reason: '另行说明' },
      { name: '读者评价', target: '明显改善' },
      false,
    ],
    ['a row with all of it', { name: '公众号发稿', target: '优' }, { name: '读者评价', target: '良' }, false],
  ])('%s', (_, before, after, expected) => {
    expect(isCutByPage(row(1, before), row(2, after), 'name')).toBe(expected);
    expect(isCutByPage(row(1, before), row(1, after), 'name')).toBe(false);
  });
});
