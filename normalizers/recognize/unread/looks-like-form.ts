import type { Cell } from '../../../src/model/grid.js';
import { isTotalLabel } from '../words/cell-kinds.js';
import {
  beginsWithLevel,
  indicatorRoles,
  isGoalLabel,
  isGoalText,
  isLevelWord,
  isNumberedIndicator,
  isTargetLike,
} from '../words/form-words.js';
import { compact } from '../words/label-text.js';
import { fieldOf, labelText, level1Of, rolesOf } from '../words/vocabulary.js';

/** Rows of a grid that no form holds, each with its non-blank cells from left to right. */
export type LooseRows = readonly (readonly Cell[])[];

const LONGEST_LABELLED = 60;
const MOST_PROSE = 2;

const isLevelCell = ({ text }: Cell): boolean =>
  isLevelWord(text) || (text.length <= LONGEST_LABELLED && beginsWithLevel(text));

/** Two classes of indicators, or one with a target beside it. */
function namesLevels(rows: LooseRows): boolean {
  const named = rows.filter((row) => row.some(isLevelCell));
  const count = named.reduce((sum, row) => sum + row.filter(isLevelCell).length, 0);
  if (count >= 2) return !named.every((row) => row.length <= MOST_PROSE && row.some(isProse));
  return named.some((row) => row.some(({ text }) => isTargetLike(text)));
}

const isProse = ({ text }: Cell): boolean => compact(text).length > LONGEST_LABELLED;

/** A row that names two columns of an indicator table. */
const hasIndicatorHeader = (rows: LooseRows): boolean =>
  rows.some((row) => new Set(row.flatMap(({ text }) => indicatorRoles(text)[0] ?? [])).size >= 2);

/** 绩效目标 with a goal beside it or below it. */
function hasGoal(rows: LooseRows): boolean {
  const labels = rows.flatMap((row) => row.filter(({ text }) => isGoalLabel(text)));
  if (labels.length === 0) return false;
  const cells = rows.flat();
  return labels.some((label) =>
    cells.some(
      (cell) => cell !== label && isGoalText(cell.text) && (isRightOf(cell, label) || isBelow(cell, label)),
    ),
  );
}

const isRightOf = (cell: Cell, label: Cell): boolean =>
  cell.column === label.column + label.colSpan &&
  cell.row < label.row + label.rowSpan &&
  cell.row + cell.rowSpan > label.row;

const isBelow = (cell: Cell, label: Cell): boolean =>
  cell.row > label.row &&
  cell.column < label.column + label.colSpan &&
  cell.column + cell.colSpan > label.column;

/** 一级指标 | 分值 | 得分 | 得分率 with figures beside the classes: a table of scores, which names no indicator. */
export function isScoreTable(rows: LooseRows): boolean {
  const cells = rows.flat();
  const isScore = ({ text }: Cell) => /^(得分|自评得分|评价得分|得分率)$/.test(labelText(text).core);
  return (
    cells.some(isScore) &&
    cells.every(
      (cell) =>
        isScore(cell) ||
        isLevelWord(cell.text) ||
        isTotalLabel(cell.text) ||
        /^(指标|[一二三]级指标|分值|权重|标准分值?|满分|序号)$/.test(labelText(cell.text).core) ||
        /^[-－—\d.,%％]+分?$/.test(compact(cell.text)) ||
        level1Of(cell.text) !== undefined,
    )
  );
}

/** Words of the forms in the cells: classes of indicators, their columns, or a goal. */
export const holdsFormWords = (rows: LooseRows): boolean =>
  namesLevels(rows) || hasIndicatorHeader(rows) || hasGoal(rows);

/** Under the title of a performance form: a label of one, or rows of text that are no table of money. */
export function fitsTitle(rows: LooseRows): boolean {
  const cells = rows.flat();
  if (cells.some(({ text }) => isFormLabel(text))) return true;
  const figures = cells.filter(({ text }) => /^[-—\d,.%]+$/.test(compact(text))).length;
  return rows.filter((row) => row.length >= 2).length >= 2 && figures * 2 < cells.length;
}

function isFormLabel(text: string): boolean {
  const { core } = labelText(text);
  return (
    isLevelWord(text) ||
    isGoalLabel(text) ||
    indicatorRoles(text).length > 0 ||
    fieldOf(core)?.field === 'project.name' ||
    rolesOf(core).includes('project.name')
  );
}

/** How many of the rows, of 1, have a target beside a text, or a numbered indicator. */
export function shareOfIndicatorRows(rows: LooseRows): number {
  const like = rows.filter(
    (row) =>
      row.some(({ text }) => isNumberedIndicator(text)) ||
      (row.some(({ text }) => isTargetLike(text)) &&
        row.some(({ text }) => !isTargetLike(text) && /[\u4e00-\u9fff]{2}/.test(text))),
  );
  return rows.length === 0 ? 0 : like.length / rows.length;
}
