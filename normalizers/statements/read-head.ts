import { columnLabel, labelRank } from './label-rank.js';
import { filledCells, type StatementGrid } from './statement-grid.js';
import { isCode, printsFigure, statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** The header of a statement. */
export interface Head {
  /** The first row of figures, from 0. */
  end: number;
  /** For each column of the grid the labels over it, upper first, without white space; a label over several rows once. */
  paths: string[][];
  /** The texts of its rows, to know them where they are printed again. */
  rows: ReadonlySet<string>;
}

const MOST_ROWS = 6;

/** The header that begins at a row: the rows before the first that holds a figure, a code or the name of a line. */
export function readHead(grid: StatementGrid, start: number): Head {
  const { slots } = grid;
  const paths: string[][] = Array.from({ length: grid.grid.columns }, () => []);
  const rows = new Set<string>();
  let end = start;
  let spanned = start;
  for (; end < Math.min(slots.length, start + MOST_ROWS); end++) {
    if (isNumbersRow(grid, end)) {
      addLabels(grid, end, paths, (label) => CLASSES.test(label));
    } else {
      if (holdsData(grid, end) || (end > start && end >= spanned && !continues(grid, end, paths))) break;
      addLabels(grid, end, paths);
    }
    rows.add(rowText(grid, end));
    for (const { rowSpan } of filledCells(grid, end))
      spanned = Math.max(spanned, Math.min(end + rowSpan, start + MOST_ROWS));
  }
  return { end, paths, rows };
}

/** 类 | 款 | 项 under a heading; in the tables of final accounts they stand in the row that numbers the columns. */
const CLASSES = /^[类款项目]$/;

function addLabels(
  { slots }: StatementGrid,
  row: number,
  paths: string[][],
  isMeant: (label: string) => boolean = () => true,
): void {
  for (const [column, cell] of (slots[row] ?? []).entries()) {
    const label = cell ? cell.text.replace(/\s+/g, '') : '';
    const path = paths[column];
    const isNew = cell?.row === row + 1 && label !== '' && path?.at(-1) !== label;
    if (isNew && isMeant(label)) path?.push(label);
  }
}

/** A second row of labels: texts under labels of figures, or known words. */
function continues(grid: StatementGrid, row: number, paths: readonly string[][]): boolean {
  const cells = filledCells(grid, row);
  const [first] = cells;
  if (!first || (cells.length === 1 && first.colSpan === grid.grid.columns)) return false;
  return cells.some((cell) => {
    const text = statementText(cell.text);
    const path = paths[cell.column - 1] ?? [];
    return !namesRows(path.at(-1) ?? '') || (isLabel(text) && !statementWords().lines.total.test(text));
  });
}

/** A row of the body: an amount, a code, a numbered item, a total. */
function holdsData(grid: StatementGrid, row: number): boolean {
  const cells = filledCells(grid, row);
  const [first] = cells;
  if (!first) return true;
  if (cells.some((cell) => holdsFigure(cell.text))) return true;
  const text = statementText(first.text);
  if (/^[一二三四五六七八九十]{1,3}[、.]|^\([一二三四五六七八九十]{1,3}\)|^\d{1,2}[、.]\D/.test(text))
    return true;
  return first.column === 1 && statementWords().lines.total.test(text) && cells.length === 1;
}

const holdsFigure = (text: string): boolean => {
  const plain = text.replace(/\s+/g, '');
  return (
    printsFigure(plain) ||
    isCode(plain) ||
    /^[-—]+$/.test(plain) ||
    /^[[【(（]?\d{3,9}[\]】)）\-—]/.test(plain)
  );
};

const namesRows = (label: string): boolean =>
  statementWords().columns.codes.test(statementText(label)) || labelRank(label) > 0;

function isLabel(text: string): boolean {
  const { codes, kinds, texts, numbers } = statementWords().columns;
  const label = columnLabel(text);
  if (label.length > LONGEST_LABEL) return false;
  const isKnown = codes.test(label) || numbers.includes(label) || texts.test(label) || labelRank(label) > 0;
  return isKnown || kinds.some(({ pattern }) => pattern.test(label));
}

const LONGEST_LABEL = 30;

/** 栏次 | 1 | 2 … and ** | ** | 1 | 2 …: numbers of the columns. */
export function isNumbersRow(grid: StatementGrid, row: number): boolean {
  const texts = filledCells(grid, row).map((cell) => statementText(cell.text));
  let counted = 0;
  let before: number | null = null;
  let marks = 0;
  for (const text of texts) {
    if (CLASSES.test(text) || /^(\*+|—+|-+|栏次|列次|甲|乙|丙|丁|栏目)$/.test(text)) {
      marks++;
      continue;
    }
    const number = /^\(?(\d{1,2})\)?(=.*)?$/.exec(text)?.[1] ?? /^([①-⑳])$/.exec(text)?.[1];
    if (number === undefined) return false;
    const value = /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 0x245f;
    if (before !== null && value !== before + 1) return false;
    if (before === null && value !== 1) return false;
    before = value;
    counted++;
  }
  return counted > 1 || (counted === 1 && marks > 0);
}

/** The texts of a row, to compare rows. */
export const rowText = (grid: StatementGrid, row: number): string =>
  filledCells(grid, row)
    .map((cell) => `${cell.column}${statementText(cell.text)}`)
    .join('|');
