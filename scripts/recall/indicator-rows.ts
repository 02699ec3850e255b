import { codedItems } from './coded-items.js';
import { type Column, type IndicatorColumns, indicatorColumns, upAndDown } from './indicator-columns.js';
import { type PrintedCell, printedCells } from './printed-cells.js';
import type { PrintedPage } from './printed-page.js';

/**
 * One indicator row as printed: a name and one value of it. An indicator with two horizons (实施期 and 年度) has two values and
 * counts as two rows, as the store keeps them; a self-evaluation's 实际完成值 is no further row. Texts have no spaces.
 */
export interface SeenRow {
  /** The page where the row begins, from 1. */
  page: number;
  name: string;
  target: string;
}

/** A table that goes on over a page break, and the row that the break may have cut. */
interface Open {
  columns: IndicatorColumns[];
  cut: SeenRow | null;
}

/** Cells of a continued table stand in the columns of the page before, give or take this (points). */
const ALIGNED = 4;
/** Text that is a form's frame and no indicator: 指标1：, …… and dashes. */
const TEMPLATE = /^(?:(?:指标)?\d*[.、:]?)?(?:[.…·。—\-–/\\]*|X+)$/;
const PAGE_NUMBER = /^[-—–─第]*\d+[-—–─页]*$/;
/** A level word where the name should be: a frame without an indicator. */
const LEVEL_WORD =
  /^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|(?:社会公众或)?服务对象满意度|满意度|产出|效益)(?:指标)?$/;
const END = /^(?:备注|说明|注|填表|填报|审核)[人::]?/;
/** The line below a self-evaluation's rows. */
const SUM = /^(?:总分|合计|小计|总计)$/;
const NUMBERED = /^指标\d+/;

/** The indicator rows of a document, page after page. Text the reader cannot see is text this cannot see either: pictures. */
export async function indicatorRows(pages: AsyncIterable<PrintedPage>): Promise<SeenRow[]> {
  const rows: SeenRow[] = [];
  const coded: { page: number; cells: PrintedCell[] }[] = [];
  let open: Open | null = null;
  for await (const page of pages) {
    const cells = printedCells(page);
    const found = tableRows(page.number, cells, open);
    rows.push(...found.rows);
    open = found.open;
    coded.push({ page: page.number, cells });
  }
  return [...rows, ...codedItems(coded)].sort((a, b) => a.page - b.page);
}

function tableRows(
  page: number,
  cells: PrintedCell[],
  open: Open | null,
): { rows: SeenRow[]; open: Open | null } {
  const heads = indicatorColumns(cells);
  const rows: SeenRow[] = [];
  const first = heads[0]?.headTop ?? Number.POSITIVE_INFINITY;
  let last: Open | null = null;
  for (const columns of open?.columns ?? []) {
    const body = bodyBelow({ ...columns, headBottom: 0 }, cells, first).filter((cell) =>
      standsIn(cell, columns),
    );
    const found = rowsOf(page, body, columns);
    if (!found.length) continue;
    rows.push(...(continues(found[0], open?.cut ?? null) ? found.slice(1) : found));
    if (!heads.length) last = { columns: open?.columns ?? [], cut: cutAtEnd(found) };
  }
  for (const columns of heads) {
    const below =
      heads.find(({ headTop }) => headTop > columns.headBottom)?.headTop ?? Number.POSITIVE_INFINITY;
    const found = rowsOf(page, bodyBelow(columns, cells, below), columns);
    rows.push(...found);
    if (below === Number.POSITIVE_INFINITY) {
      const beside = heads.filter(({ headBottom }) => headBottom > columns.headTop);
      last = { columns: beside, cut: cutAtEnd(found) };
    }
  }
  return { rows, open: last };
}

/** The first row of a page goes on with the last row of the page before when one of them lacks what the other has. */
function continues(row: SeenRow | undefined, cut: SeenRow | null): boolean {
  if (!row) return false;
  if (!row.name || !row.target) return true;
  return cut !== null && !cut.target;
}

const cutAtEnd = (rows: SeenRow[]): SeenRow | null => rows.at(-1) ?? null;

/** The cells below a head that stand in its columns, down to the next head or to a cell that ends the table. */
function bodyBelow(columns: IndicatorColumns, cells: PrintedCell[], below: number): PrintedCell[] {
  const inside = cells
    .filter((cell) => middle(cell) > columns.headBottom && middle(cell) < below)
    .toSorted((a, b) => a.top - b.top);
  const end = inside.find((cell) => ends(cell, columns));
  const bottom = end ? upAndDown(end).top : Number.POSITIVE_INFINITY;
  return inside.filter((cell) => cell !== end && middle(cell) < bottom && (!columns.ruled || isRuled(cell)));
}

const middle = ({ top, bottom }: PrintedCell): number => (top + bottom) / 2;
const isRuled = ({ box }: PrintedCell): boolean => box.left !== null && box.right !== null;

/** A text that runs over the name and the value is no row of the table; nor is a closing label before its name column. */
function ends(cell: PrintedCell, { name, targets }: IndicatorColumns): boolean {
  const target = targets[0];
  if (!target) return true;
  const [left, right] = [Math.min(name.left, target.left), Math.max(name.right, target.right)];
  const overName = Math.min(cell.right, name.right) - Math.max(cell.left, name.left);
  const overTarget = Math.min(cell.right, target.right) - Math.max(cell.left, target.left);
  const boxed =
    (cell.box.left ?? cell.left) < left + ALIGNED && (cell.box.right ?? cell.right) > right - ALIGNED;
  if (overName > 5 && overTarget > 5 && !PAGE_NUMBER.test(cell.text)) return true;
  if (boxed && isRuled(cell) && overName + overTarget > 0) return true;
  return cell.right < name.left + ALIGNED && END.test(cell.text);
}

function standsIn(cell: PrintedCell, { name, targets, ruled }: IndicatorColumns): boolean {
  if (!ruled) return true;
  const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= ALIGNED;
  return [name, ...targets].some(
    ({ left, right }) => near(cell.box.left, left) && near(cell.box.right, right),
  );
}

/** Every pair of a name and a value at one height; a name without value and a value without name are rows too. */
function rowsOf(page: number, body: PrintedCell[], { name, targets }: IndicatorColumns): SeenRow[] {
  const names = body.filter((cell) => within(cell, name) && !PAGE_NUMBER.test(cell.text));
  const paired = new Set<PrintedCell>();
  const rows: { top: number; row: SeenRow }[] = [];
  for (const column of targets) {
    for (const value of body.filter((cell) => within(cell, column))) {
      if (TEMPLATE.test(value.text) && !/\d/.test(value.text)) continue;
      const beside = names.filter((cell) => level(cell, value));
      for (const cell of beside) paired.add(cell);
      for (const cell of wholeNames(beside)) {
        if (TEMPLATE.test(cell.text)) continue;
        rows.push({ top: cell.top, row: { page, name: cell.text, target: value.text } });
      }
      if (!beside.length) rows.push({ top: value.top, row: { page, name: '', target: value.text } });
    }
  }
  for (const cell of names.filter(({ text }) => !SUM.test(text))) {
    if (paired.has(cell) || TEMPLATE.test(cell.text) || LEVEL_WORD.test(cell.text)) continue;
    rows.push({ top: cell.top, row: { page, name: cell.text, target: '' } });
  }
  return rows.sort((a, b) => a.top - b.top).map(({ row }) => row);
}

/** Beside one value, a piece without 指标1： below one that has it is the rest of that name in a row of its own. */
function wholeNames(names: PrintedCell[]): PrintedCell[] {
  if (!names.some(({ text }) => NUMBERED.test(text))) return names;
  const whole: PrintedCell[] = [];
  for (const cell of names) {
    const above = whole.at(-1);
    if (above && !NUMBERED.test(cell.text))
      whole[whole.length - 1] = { ...above, text: above.text + cell.text };
    else whole.push(cell);
  }
  return whole;
}

function within(cell: PrintedCell, column: Column): boolean {
  const x = (cell.left + cell.right) / 2;
  return x > column.left && x < column.right;
}

/** Two cells stand in one row when one holds the middle of the other. */
function level(a: PrintedCell, b: PrintedCell): boolean {
  const [first, second] = [upAndDown(a), upAndDown(b)];
  const shared = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  return shared > 0.5 * Math.min(first.bottom - first.top, second.bottom - second.top);
}
