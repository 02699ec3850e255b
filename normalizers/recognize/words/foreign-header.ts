import type { Cell } from '../../../src/model/grid.js';
import { labelText, level1Of, level2Of, rolesOf } from './vocabulary.js';

/**
 * A row of column labels that makes no table we know (一级指标 | 分值 | 得分 | 得分率): the rows below belong to it, not to the
 * header above.
 */
export function isForeignHeader(cells: readonly Cell[]): boolean {
  if (!isHeaderOfItsOwn(cells)) return false;
  const columns = cells.filter(
    ({ text }) => namesIndicators(text) || rolesOf(labelText(text).core).some((role) => COLUMN.test(role)),
  );
  return columns.length >= 2;
}

/** A row that names a column of indicators beside labels nobody knows: a table of its own, not the rest of the one before. */
export const isHeaderOfItsOwn = (cells: readonly Cell[]): boolean =>
  cells.length >= 2 &&
  !cells.some(({ text }) => /\d/.test(text)) &&
  cells.some(({ text }) => namesIndicators(text)) &&
  !cells.some(({ text }) => isLevel(text));

const COLUMN = /^indicator\.(level1|level2|name|target|weight|score|actual)$/;

const namesIndicators = (text: string): boolean =>
  /^([一二三]级|评价|考核|自评|绩效)?指标(名称|类别|类型)?$/.test(labelText(text).core);

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;
