import type { Cell, Grid } from '../../model/grid.js';
import { axisNames } from '../axis-names.js';
import { clipText } from '../clip-text.js';
import { html, type Markup } from '../html.js';
import { type LaidOutRow, layOutCells, type ShownCell } from './lay-out-cells.js';
import { gapsBetween, type Range, type RangeLimits, shownRanges } from './shown-ranges.js';

/** Numbers of the operands that stand in a cell, by index in Grid.cells. */
export type Marks = ReadonlyMap<number, readonly number[]>;

const ROWS: RangeLimits = { few: 16, head: 3, around: 2 };
/** For one of many grids, where the surroundings would bury the evidence. */
const ROWS_AMONG_MANY: RangeLimits = { few: 8, head: 2, around: 1 };
const COLUMNS: RangeLimits = { few: 24, head: 2, around: 3 };
/** Characters of a cell that only surrounds the evidence, and of one that is evidence. */
const CONTEXT_TEXT = 160;
const OPERAND_TEXT = 4000;

/**
 * A grid as an HTML table with its merged cells; marked cells are highlighted and carry the numbers of their operands. Of a
 * large grid only its first rows and those around the marked cells are shown, and what is left out is said in its place.
 * Rows and columns carry the names that stand in places.
 * @param amongMany the grid is one of many that are shown together: fewer rows around the marked cells
 */
export function renderGrid(grid: Grid, marks: Marks, amongMany = false): Markup {
  const names = axisNames(grid);
  const marked = new Map<Cell | null, readonly number[]>();
  for (const [index, numbers] of marks) marked.set(grid.cells[index] ?? null, numbers);
  marked.delete(null);
  const wanted = [...marked.keys()].flatMap((cell) => cell ?? []);
  const rows = shownRanges(
    grid.rows,
    wanted.map(({ row }) => row),
    amongMany ? ROWS_AMONG_MANY : ROWS,
  );
  const columns = shownRanges(
    grid.columns,
    wanted.map(({ column }) => column),
    COLUMNS,
  );
  const shownColumns = columns.flatMap(({ from, to }) => names.columns.slice(from - 1, to));
  const gaps = new Map(gapsBetween(grid.rows, rows).map((gap) => [gap.from - 1, gap]));
  const groups = layOutCells(grid, rows, columns).map((group, index) => {
    const gap = gaps.get(rows[index]?.to ?? 0);
    return html`<tbody>${group.map((row) => renderRow(row, names.rows, marked))}</tbody>${
      gap ? rowGap(gap, names.rows, shownColumns.length + 1) : null
    }`;
  });
  return html`${gapsBetween(grid.columns, columns).map(
    (gap) => html`<p class="left-out">${leftOut(gap, names.columns, '列')}</p>`,
  )}<section class="grid-frame" aria-label="原文表格" tabindex="0"><table class="grid"><thead><tr><td></td>${shownColumns.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead>${groups}</table></section>`;
}

const leftOut = ({ from, to }: Range, names: readonly string[], what: '行' | '列'): string =>
  `略去 ${names[from - 1]}–${names[to - 1]}，共 ${to - from + 1} ${what}，见原文`;

const rowGap = (gap: Range, names: readonly string[], width: number): Markup =>
  html`<tbody><tr class="left-out"><td colspan="${width}">${leftOut(gap, names, '行')}</td></tr></tbody>`;

function renderRow(
  { row, cells }: LaidOutRow,
  names: readonly string[],
  marked: ReadonlyMap<Cell | null, readonly number[]>,
): Markup {
  return html`<tr><th scope="row">${names[row - 1]}</th>${cells.map((cell) =>
    renderCell(cell, marked.get(cell.cell)),
  )}</tr>`;
}

function renderCell(
  { cell, rowSpan, colSpan, continued }: ShownCell,
  numbers: readonly number[] | undefined,
): Markup {
  const spans = html`${rowSpan > 1 ? html` rowspan="${rowSpan}"` : null}${
    colSpan > 1 ? html` colspan="${colSpan}"` : null
  }`;
  if (!cell) return html`<td></td>`;
  const nested = continued ? [] : (cell.nested ?? []).map((grid) => renderGrid(grid, new Map()));
  if (numbers) {
    const badges = numbers.map((number) => html`<sup>${number}</sup>`);
    return html`<td class="operand"${spans}>${badges}<mark>${clipText(cell.text, OPERAND_TEXT)}</mark>${nested}</td>`;
  }
  const text = clipText(cell.text, CONTEXT_TEXT);
  return continued
    ? html`<td class="continued"${spans}>${text}</td>`
    : html`<td${spans}>${text}${nested}</td>`;
}
