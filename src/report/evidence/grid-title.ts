import type { Grid } from '../../model/grid.js';

/** `工作表 目标（隐藏）`, `第 31 页第 2 表`. */
export function gridTitle({ sheet, page, table, hidden }: Grid): string {
  if (sheet !== undefined) return `工作表 ${sheet}${hidden ? '（隐藏）' : ''}`;
  return `${page === undefined ? '' : `第 ${page} 页`}第 ${table} 表`;
}

const CERTAINTY = {
  ruled: '',
  aligned: '，列按文字位置推断',
  flattened: '，原文为压平的文本，合并关系已丢失',
};

/** What a reader must know of how the grid was read; blank where its merges are as printed. */
export const certaintyNote = ({ certainty }: Pick<Grid, 'certainty'>): string => CERTAINTY[certainty];
