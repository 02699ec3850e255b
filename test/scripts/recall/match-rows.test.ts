import { describe, expect, it } from 'vitest';
import type { SeenRow } from '../../../scripts/recall/indicator-rows.js';
import { matchRows, type StoredDocument } from '../../../scripts/recall/match-rows.js';

const row = (page: number, name: string, target = '≥1个'): SeenRow => ({ page, name, target });
const stored = (rows: SeenRow[], rest: Partial<StoredDocument> = {}): StoredDocument => ({
  rows,
  unreadCells: [],
  unreadLines: 0,
  ...rest,
});

describe('matchRows', () => {
  it('finds a row by its letters and figures, whatever the spaces, marks and numbers around them', () => {
    const { stored: found, lost } = matchRows(
      [row(1, '指标1:修补村道', '12')],
      stored([row(1, '修补 村道', '≥12 公里')]),
    );
    expect([found.length, lost.length]).toEqual([1, 0]);
  });

  it('does not make up for a loss on one page by a surplus on another', () => {
    const seen = [row(1, '修补村道'), row(4, '加固堤防')];
    const { lost, unseen } = matchRows(seen, stored([row(1, '修补村道'), row(1, '加固堤防')]));
    expect(lost).toEqual([row(4, '加固堤防')]);
    expect(unseen).toEqual([row(1, '加固堤防')]);
  });

  it('uses a stored row once', () => {
    expect(
      matchRows([row(1, '修补村道'), row(1, '修补村道')], stored([row(1, '修补村道')])).lost,
    ).toHaveLength(1);
  });

  it('finds a row that a page break cut on the page before', () => {
    expect(matchRows([row(2, '修补村道')], stored([row(1, '修补村道')])).lost).toEqual([]);
  });

  it('takes several stored rows of one printed cell as its parts', () => {
    const seen = [row(1, '1.修补村道2.加固堤防', '≥12公里≥3处')];
    const { unseen, lost } = matchRows(
      seen,
      stored([row(1, '修补村道', '≥12公里'), row(1, '加固堤防', '≥3处')]),
    );
    expect([unseen, lost]).toEqual([[], []]);
  });

  it('counts as unread what stands in an unclaimed cell of its page', () => {
    const seen = [row(1, '修补村道'), row(3, '加固堤防')];
    const { unread, lost } = matchRows(
      seen,
      stored([], { unreadCells: [{ page: 1, text: '修补村道，加固堤防' }] }),
    );
    expect([unread, lost]).toEqual([[seen[0]], [seen[1]]]);
  });

  it('counts no more rows as unread lines than the reading names', () => {
    const { unread, lost } = matchRows(
      [row(1, '修补村道'), row(1, '加固堤防')],
      stored([], { unreadLines: 1 }),
    );
    expect([unread.length, lost.length]).toEqual([1, 1]);
  });
});
