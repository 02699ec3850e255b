import type { Grid } from '../../../src/model/grid.js';

const TOLERANCE = 6;
const ENOUGH = 2 / 3;

/** Whether a grid has the columns of another one: as many, or drawn at the same places of the page. */
export function hasSameColumns(grid: Grid, other: Grid): boolean {
  if (grid.columns === other.columns) return true;
  const [own, others] = [edgesOf(grid), edgesOf(other)];
  if (own.length < 2) return false;
  const met = own.filter((edge) => others.some((each) => Math.abs(each - edge) <= TOLERANCE));
  return met.length >= own.length * ENOUGH;
}

/** Left edges of the columns in points, where cells have boxes. */
function edgesOf({ cells }: Grid): number[] {
  const byColumn = new Map<number, number>();
  for (const { column, boxes } of cells) {
    const left = boxes?.[0]?.box[0];
    if (left !== undefined && !byColumn.has(column)) byColumn.set(column, left);
  }
  return [...byColumn.values()];
}
