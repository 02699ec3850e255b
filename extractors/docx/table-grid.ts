import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Grid } from '../../src/model/grid.js';
import { nestedPlace, type Place, tablePlace } from '../../src/model/place.js';
import { buildGrid } from '../grid-builder.js';
import { joinDown, type MergedCell } from './join-down.js';
import type { StoryItem, TableDraft } from './story-items.js';
import { tableColumns } from './table-columns.js';

/**
 * Turns a table as read into a grid with places, tables inside its cells included. Null when no row is left.
 *
 * @param table number of the table in the document, or in the cell around it, from 1
 * @param outer place of the cell around it, for a nested table
 * @param report takes what could not be placed
 */
export function tableGrid(
  draft: TableDraft,
  table: number,
  outer: Place | null,
  report: (diagnostic: Diagnostic) => void,
): Grid | null {
  if (draft.rows.length === 0) return null;
  const { rows, broken } = joinDown(tableColumns(draft));
  const special = new Map<Place, MergedCell>();
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      if (cell.covered.length > 0 || cell.items.some(isTable)) special.set(placeOf(table, row, cell), cell);
    }
  });
  const grid = buildGrid(rows, { table, headerRows: headerRows(draft) });
  const within = (place: Place): Place => (outer === null ? place : nestedPlace(outer, place));
  for (const cell of grid.cells) {
    const origin = special.get(cell.place);
    cell.place = within(cell.place);
    if (!origin) continue;
    reportCovered(origin, cell.place, report);
    const nested = nestedGrids(origin.items, cell.place, report);
    if (nested.length > 0) cell.nested = nested;
  }
  const [first] = broken;
  if (first) {
    const message = `${broken.length} 个单元格标明接续上方，但上方没有同宽的合并单元格；按独立单元格读取`;
    report({ code: 'merge-broken', message, place: within(placeOf(table, first.row, first.cell)) });
  }
  return grid;
}

const placeOf = (table: number, row: number, cell: MergedCell): Place =>
  tablePlace(table, row + 1, cell.column);

const isTable = (item: StoryItem): boolean => item.kind === 'table';

function headerRows(draft: TableDraft): number {
  const body = draft.rows.findIndex((row) => !row.header);
  return body < 0 ? draft.rows.length : body;
}

function nestedGrids(
  items: readonly StoryItem[],
  outer: Place,
  report: (diagnostic: Diagnostic) => void,
): Grid[] {
  const grids: Grid[] = [];
  for (const item of items) {
    const grid = item.kind === 'table' ? tableGrid(item.table, grids.length + 1, outer, report) : null;
    if (grid) grids.push(grid);
  }
  return grids;
}

/** Programs that fill forms write the same text into every cell of a merge; that is nothing lost. */
function reportCovered(
  { text, covered }: MergedCell,
  place: Place,
  report: (diagnostic: Diagnostic) => void,
): void {
  const lost = allText(covered.filter((item) => item.kind === 'table' || !text.includes(item.text)));
  if (lost !== '') {
    report({ code: 'covered-text', message: `被合并单元格盖住、不显示的文字没有计入：${lost}`, place });
  }
}

/** Text of paragraphs and of all cells of tables. */
function allText(items: readonly StoryItem[]): string {
  return items
    .map((item) =>
      item.kind === 'paragraph'
        ? item.text
        : item.table.rows.flatMap((row) => row.cells.map((cell) => allText(cell.items))).join(' '),
    )
    .join(' ')
    .trim();
}
