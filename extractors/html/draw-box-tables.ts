import { boxPart } from './box-parts.js';
import { type BoxRow, rowRuns, tableRows } from './box-rows.js';
import { gridRows } from './css-grid.js';
import type { LayoutOf } from './displays.js';
import { $, type HtmlElement, type HtmlNode, isElement, type Root } from './dom.js';

const NOT_DRAWN = new Set('caption head script style table tbody td tfoot th thead tr'.split(' '));

/**
 * Draws tables made of other elements with table elements, in place, so that they are read like any table: by CSS (`display:
 * table`, grids, rows of flex boxes), by ARIA roles, or by boxes within boxes that make rows of equally many cells.
 */
export function drawBoxTables(page: Root, layoutOf: LayoutOf): void {
  const open: HtmlNode[] = [...page.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    if (!NOT_DRAWN.has(node.name)) drawWithin(node, layoutOf);
    open.push(...node.children);
  }
}

function drawWithin(element: HtmlElement, layoutOf: LayoutOf): void {
  const part = boxPart(element, layoutOf);
  const rows =
    part === 'table' ? tableRows(element, layoutOf) : part === 'grid' ? gridRows(element, layoutOf) : null;
  if (rows) {
    if (rows.some(({ cells }) => cells.length > 1)) {
      $(element).append(tableOf(rows));
    }
    return;
  }
  if (part !== undefined && part !== 'cell' && part !== 'flex') return;
  for (const run of rowRuns(element, layoutOf)) {
    const [first] = run;
    if (!first?.element) continue;
    const box = $('<div></div>').insertBefore(first.element);
    box.append(tableOf(run));
  }
}

function tableOf(rows: readonly BoxRow[]) {
  const table = $('<table></table>');
  for (const { cells } of rows) {
    const row = $('<tr></tr>');
    for (const { node, colSpan, rowSpan } of cells) {
      const cell = $('<td></td>').attr({ colspan: String(colSpan), rowspan: String(rowSpan) });
      row.append(cell.append(node));
    }
    table.append(row);
  }
  return table;
}
