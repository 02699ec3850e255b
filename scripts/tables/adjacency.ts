import type { TableCells } from './table-cells.js';

/**
 * The adjacency relations of a comparable table, with how often each occurs: a cell's text, that of the next cell that is not
 * blank to the right in its row or below in its column, and which of the two (Göbel, Hassan, Oro, Orsi: A Methodology for
 * Evaluating Algorithms for Table Understanding in PDF Documents, DocEng 2012; the measure of the ICDAR 2013 competition).
 */
export function adjacencyRelations(cells: TableCells): Map<string, number> {
  const relations = new Map<string, number>();
  const add = (from: string, to: string, direction: 'right' | 'below'): void => {
    const relation = JSON.stringify([from, to, direction]);
    relations.set(relation, (relations.get(relation) ?? 0) + 1);
  };
  const lastInRow = new Map<number, string>();
  const lastInColumn = new Map<number, string>();
  for (const { row, column, text } of cells) {
    const left = lastInRow.get(row);
    const above = lastInColumn.get(column);
    if (left !== undefined) add(left, text, 'right');
    if (above !== undefined) add(above, text, 'below');
    lastInRow.set(row, text);
    lastInColumn.set(column, text);
  }
  return relations;
}

/** How many entries two such counts have in common. */
export function sharedCount(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [key, times] of a) shared += Math.min(times, b.get(key) ?? 0);
  return shared;
}

export const countOf = (relations: ReadonlyMap<string, number>): number =>
  [...relations.values()].reduce((sum, times) => sum + times, 0);
