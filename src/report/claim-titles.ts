import { CELL_STATUS_TITLES, type CellClaim, SET_ASIDE_TITLES } from '../model/document.js';
import { FIELD_TITLES } from '../model/facts/field-titles.js';

/** What became of a cell: as its claim says, or `unread` in rows that look like a form and were not recognized. */
export type CellFate = Pick<CellClaim, 'field' | 'reason'> & { status: CellClaim['status'] | 'unread' };

/** What became of a cell: `读成 指标值`, `标签`, `搁置：表头说明`, `未认领`, `没有读`. */
export function describeClaim({ status, field, reason }: CellFate): string {
  switch (status) {
    case 'claimed':
      return `读成 ${field === undefined ? '字段' : (FIELD_TITLES[field] ?? field)}`;
    case 'label':
      return CELL_STATUS_TITLES.label;
    case 'set-aside':
      return `搁置：${reason === undefined ? '无需读取' : SET_ASIDE_TITLES[reason]}`;
    case 'unclaimed':
      return '未认领：程序没能认出它是什么';
    case 'unread':
      return '没有读：所在的行像绩效表，而程序没有认出';
  }
}
