import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Grid } from '../../src/model/grid.js';
import { sheetPlace } from '../../src/model/place.js';
import { LIMITS, LimitError } from '../bytes/limits.js';
import { buildGrid, type SourceCell } from '../tables/grid-builder.js';
import { type Axis, axisOf } from './axis.js';
import { SHOWN, separate } from './hidden-axes.js';
import { lacksSign } from './number-format/lacks-sign.js';
import type { SheetCell } from './sheet-cell.js';
import type { SheetRange, StoredSheet } from './stored-sheet.js';

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
 * @throws LimitError when the grid is larger than LIMITS allows
 */
export function sheetGrids(sheet: StoredSheet, table: number): SheetRead {
  const { name } = sheet;
  const { shown, hidden } = separate(sheet);
  const visible = shown.length > 0 ? [gridOf(shown, sheet, table)] : [];
  const aside = hidden.length > 0 ? [hiddenGrid(hidden, name, table + visible.length)] : [];
  const message = `工作表“${name}”的隐藏行、列中有 ${hidden.length} 格，不作数据读入`;
  return {
    grids: [...visible.map(({ grid }) => grid), ...aside],
    diagnostics: [
      ...sheet.diagnostics,
      ...visible.flatMap(({ diagnostics }) => diagnostics),
      ...(hidden.length > 0 ? [{ code: 'hidden-set-aside' as const, message }] : []),
    ],
  };
}

/** Cells as they are, without merges. */
function hiddenGrid(cells: readonly SheetCell[], name: string, table: number): Grid {
  return { ...gridOf(cells, { name, merges: [], hides: SHOWN }, table).grid, hidden: true };
}

function gridOf(
  cells: readonly SheetCell[],
  { name, merges: ranges, hides }: Pick<StoredSheet, 'name' | 'merges' | 'hides'>,
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
  const { merges, owner } = mergesOf(ranges, rows, columns);
  const sources: SourceCell[][] = Array.from({ length: rows.length }, () => []);
  const diagnostics: Diagnostic[] = [];
  const placed = new Set<SheetRange>();

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

const spanOf = (merge: SheetRange | undefined, column: number): Omit<SourceCell, 'text'> =>
  merge
    ? { column: column + 1, rowSpan: merge.bottom - merge.top + 1, colSpan: merge.right - merge.left + 1 }
    : { column: column + 1 };

/** Merged ranges cut to the grid; `owner` holds for each slot the number (from 1) of its merge. Overlapping ones are left out. */
function mergesOf(
  ranges: readonly SheetRange[],
  rows: Axis,
  columns: Axis,
): { merges: SheetRange[]; owner: Uint32Array } {
  const owner = new Uint32Array(rows.length * columns.length);
  const merges: SheetRange[] = [];
  for (const range of ranges) {
    const merge = {
      top: rows.firstFrom(range.top),
      left: columns.firstFrom(range.left),
      bottom: rows.lastUpTo(range.bottom),
      right: columns.lastUpTo(range.right),
    };
    const single = merge.top === merge.bottom && merge.left === merge.right;
    if (merge.top > merge.bottom || merge.left > merge.right || single) continue;
    if (paint(owner, columns.length, merge, merges.length + 1)) merges.push(merge);
  }
  return { merges, owner };
}

function paint(owner: Uint32Array, width: number, merge: SheetRange, number: number): boolean {
  for (let r = merge.top; r <= merge.bottom; r++) {
    for (let c = merge.left; c <= merge.right; c++) if (owner[r * width + c]) return false;
  }
  for (let r = merge.top; r <= merge.bottom; r++) {
    owner.fill(number, r * width + merge.left, r * width + merge.right + 1);
  }
  return true;
}
