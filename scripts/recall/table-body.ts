import { type IndicatorColumns, upAndDown } from './indicator-columns.js';
import type { PrintedCell } from './printed-cells.js';

/** Cells of a continued table stand in the columns of the page before, give or take this (points). */
const ALIGNED = 4;
/** Labels before the name column that close a table. */
const END = /^(?:备注|说明|注|填表|填报|审核)[人::]?/;
/** A text reaches into a column when it covers this much of it (points). */
const REACH = 5;
export const PAGE_NUMBER = /^[-—–─第]*\d+[-—–─页]*$/;

/** The cells below a head, from top to bottom, down to `below` or to a cell that ends the table. */
export function bodyBelow(columns: IndicatorColumns, cells: PrintedCell[], below: number): PrintedCell[] {
  const inside = cells
    .filter((cell) => middle(cell) > columns.headBottom && middle(cell) < below)
    .toSorted((a, b) => a.top - b.top);
  const end = inside.find((cell) => ends(cell, columns));
  const bottom = end ? upAndDown(end).top : Number.POSITIVE_INFINITY;
  return inside.filter((cell) => cell !== end && middle(cell) < bottom && (!columns.ruled || isRuled(cell)));
}

/** Whether a cell of a page without head belongs to the columns of the page before: its lines are theirs. */
export function standsIn({ box }: PrintedCell, { name, targets, ruled }: IndicatorColumns): boolean {
  if (!ruled) return true;
  const near = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) <= ALIGNED;
  return [name, ...targets].some(({ left, right }) => near(box.left, left) && near(box.right, right));
}

const middle = ({ top, bottom }: PrintedCell): number => (top + bottom) / 2;
const isRuled = ({ box }: PrintedCell): boolean => box.left !== null && box.right !== null;

/** A text or a cell that runs over both name and value is no row of the table; nor is a closing label before the name. */
function ends(cell: PrintedCell, { name, targets }: IndicatorColumns): boolean {
  const target = targets[0];
  if (!target) return true;
  const overlap = (column: { left: number; right: number }): number =>
    Math.min(cell.right, column.right) - Math.max(cell.left, column.left);
  const reachesBoth = overlap(name) > REACH && overlap(target) > REACH;
  if (reachesBoth && !PAGE_NUMBER.test(cell.text)) return true;
  const left = Math.min(name.left, target.left) + ALIGNED;
  const right = Math.max(name.right, target.right) - ALIGNED;
  const spansBoth = isRuled(cell) && (cell.box.left ?? left) < left && (cell.box.right ?? right) > right;
  if (spansBoth && overlap(name) + overlap(target) > 0) return true;
  return cell.right < name.left + ALIGNED && END.test(cell.text);
}
