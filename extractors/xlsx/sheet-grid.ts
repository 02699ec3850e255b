import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Grid } from '../../src/model/grid.js';
import { sheetPlace } from '../../src/model/place.js';
import { LIMITS, LimitError } from '../bytes/limits.js';
import { buildGrid, type SourceCell } from '../tables/grid-builder.js';
import { type Axis, axisOf } from './axis.js';
import { type HiddenAxes, hiddenAxes, SHOWN, separate } from './hidden-axes.js';
import { lacksSign } from './number-format/lacks-sign.js';
import type { NumberFormatter } from './number-format/number-formatter.js';
import type { SheetCell } from './sheet-cell.js';
import { hasNoResult, rawValue, shownText } from './shown-text.js';
import type { TextBudget } from './text-budget.js';

/** A merged range in grid rows and columns, from 0, both ends inclusive. */
interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetRead {
  /** What is shown; then what stands in hidden rows and columns. Neither where there is nothing. */
  grids: Grid[];
  diagnostics: Diagnostic[];
}

/**
 * One worksheet → one grid over the cells that show something, with each cell's own address as its place, and one of the
 * hidden rows and columns. Only cells that are in the file are visited, so the size a sheet claims for itself costs nothing.
 *
 * @param table number of the first grid
 * @param format shows numbers; undefined where the file holds what is shown
 * @param budget what the texts of the whole workbook may come to
 * @throws LimitError when the grid or the texts are larger than LIMITS allows
 */
export function sheetGrids(
  sheet: WorkSheet,
  name: string,
  table: number,
  format: NumberFormatter | undefined,
  budget: TextBudget,
): SheetRead {
  const hides = hiddenAxes(sheet);
  const { shown, hidden } = separate(usedCells(sheet, format, budget), sheet, hides);
  const visible = shown.length > 0 ? [gridOf(shown, sheet, hides, name, table)] : [];
  const aside = hidden.length > 0 ? [hiddenGrid(hidden, name, table + visible.length)] : [];
  const message = `工作表“${name}”的隐藏行、列中有 ${hidden.length} 格，不作数据读入`;
  return {
    grids: [...visible.map(({ grid }) => grid), ...aside],
    diagnostics: [
      ...visible.flatMap(({ diagnostics }) => diagnostics),
      ...(hidden.length > 0 ? [{ code: 'hidden-set-aside' as const, message }] : []),
    ],
  };
}

/** Cells as they are, without merges. */
function hiddenGrid(cells: readonly SheetCell[], name: string, table: number): Grid {
  return { ...gridOf(cells, {}, SHOWN, name, table).grid, hidden: true };
}

function gridOf(
  cells: readonly SheetCell[],
  sheet: WorkSheet,
  hides: HiddenAxes,
  name: string,
  table: number,
): { grid: Grid; diagnostics: Diagnostic[] } {
  const rows = axisOf(
    cells.map((cell) => cell.row),
    hides.row,
  );
  const columns = axisOf(
    cells.map((cell) => cell.column),
    hides.column,
  );
  if (rows.length * columns.length > LIMITS.gridSlots) {
    throw new LimitError(`工作表“${name}”超过 ${LIMITS.gridSlots} 格`);
  }
  const { merges, owner } = mergesOf(sheet, rows, columns);
  const sources: SourceCell[][] = Array.from({ length: rows.length }, () => []);
  const diagnostics: Diagnostic[] = [];
  const placed = new Set<Merge>();

  for (const { row, column, text, raw, exact, lacksResult } of cells) {
    const r = rows.indexOf(row);
    const c = columns.indexOf(column);
    const merge = merges[(owner[r * columns.length + c] ?? 0) - 1];
    if (merge && (merge.top !== r || merge.left !== c)) {
      diagnostics.push({
        code: 'covered-cell-has-value',
        message: `合并单元格盖住的格中有内容“${text.slice(0, 40)}”，未读入`,
        place: sheetPlace(name, row + 1, column + 1),
      });
      continue;
    }
    if (merge) placed.add(merge);
    if (lacksResult) {
      diagnostics.push({
        code: 'formula-without-result',
        message: `公式 ${text.slice(0, 40)} 没有存下结果，值不明，按公式原文读入`,
        place: sheetPlace(name, row + 1, column + 1),
      });
    }
    if (exact?.startsWith('-') && lacksSign(text)) {
      diagnostics.push({
        code: 'sign-not-shown',
        message: `存的是负数 ${exact}，格式（如红字）不显示负号，金额按负数读入`,
        place: sheetPlace(name, row + 1, column + 1),
      });
    }
    const source: SourceCell = { ...spanOf(merge, c), text };
    if (raw !== undefined) source.raw = raw;
    if (exact !== undefined) source.exact = exact;
    if (lacksResult) source.flags = ['no-result'];
    sources[r]?.push(source);
  }
  for (const merge of merges) {
    if (!placed.has(merge)) sources[merge.top]?.push({ ...spanOf(merge, merge.left), text: '' });
  }

  const placeAt = (row: number, column: number): string =>
    sheetPlace(name, rows.numberAt(row - 1) + 1, columns.numberAt(column - 1) + 1);
  const grid = buildGrid(sources, { table, placeAt });
  return { grid: { ...grid, sheet: name }, diagnostics };
}

const spanOf = (merge: Merge | undefined, column: number): Omit<SourceCell, 'text'> =>
  merge
    ? { column: column + 1, rowSpan: merge.bottom - merge.top + 1, colSpan: merge.right - merge.left + 1 }
    : { column: column + 1 };

/** What the cells of a sheet show, row by row; the sheet gives its cells up as they are read, so that they are not held twice. */
function usedCells(sheet: WorkSheet, format: NumberFormatter | undefined, budget: TextBudget): SheetCell[] {
  const used: SheetCell[] = [];
  const rows: (CellObject[] | undefined)[] = sheet['!data'] ?? [];
  for (const row of numbersOf(rows)) {
    const cells = rows[row] ?? [];
    for (const column of numbersOf(cells)) {
      const cell = cells[column];
      if (!cell) continue;
      const { text, exact } = shownText(cell, format);
      if (text === '') continue;
      budget.spend(text.length);
      used.push({ row, column, text, exact, raw: rawValue(cell, text), lacksResult: hasNoResult(cell) });
    }
    rows[row] = undefined;
  }
  return used;
}

/** The places of a list that are filled, ascending; there may be a million that are not. */
const numbersOf = (list: readonly unknown[]): number[] => Object.keys(list).map(Number);

/** Merged ranges cut to the grid; `owner` holds for each slot the number (from 1) of its merge. Overlapping ones are left out. */
function mergesOf(sheet: WorkSheet, rows: Axis, columns: Axis): { merges: Merge[]; owner: Uint32Array } {
  const owner = new Uint32Array(rows.length * columns.length);
  const merges: Merge[] = [];
  for (const { s, e } of sheet['!merges'] ?? []) {
    const merge = {
      top: rows.firstFrom(s.r),
      left: columns.firstFrom(s.c),
      bottom: rows.lastUpTo(e.r),
      right: columns.lastUpTo(e.c),
    };
    const single = merge.top === merge.bottom && merge.left === merge.right;
    if (merge.top > merge.bottom || merge.left > merge.right || single) continue;
    if (paint(owner, columns.length, merge, merges.length + 1)) merges.push(merge);
  }
  return { merges, owner };
}

function paint(owner: Uint32Array, width: number, merge: Merge, number: number): boolean {
  for (let r = merge.top; r <= merge.bottom; r++) {
    for (let c = merge.left; c <= merge.right; c++) if (owner[r * width + c]) return false;
  }
  for (let r = merge.top; r <= merge.bottom; r++) {
    owner.fill(number, r * width + merge.left, r * width + merge.right + 1);
  }
  return true;
}
