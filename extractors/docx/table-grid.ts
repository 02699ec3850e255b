import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Grid } from '../../src/model/grid.js';
import { nestedPlace, type Place, tablePlace } from '../../src/model/place.js';
import { buildGrid } from '../tables/grid-builder.js';
import { addToCell, type InnerBlocks } from '../tables/inner/inner-blocks.js';
import type { LaidOutCell, StoryItem, TableLayout } from './story-items.js';

/**
 * Turns a table into a grid with places, tables inside its cells included.
 *
 * @param table number of the table in the document, or in the cell around it, from 1
 * @param outer place of the cell around it, for a nested table
 * @param around where embedded documents are read from, and what could not be placed goes to
 */
export function tableGrid(
  { rows, headerRows, broken }: TableLayout,
  table: number,
  outer: Place | null,
  around: { embedded: InnerBlocks; report: (diagnostic: Diagnostic) => void },
): Grid {
  const special = new Map<Place, LaidOutCell>();
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      if (cell.covered.length + cell.tables.length + cell.embedded.length > 0)
        special.set(placeOf(table, row, cell), cell);
    }
  });
  const grid = buildGrid(rows, { table, headerRows });
  const within = (place: Place): Place => (outer === null ? place : nestedPlace(outer, place));
  for (const cell of grid.cells) {
    const origin = special.get(cell.place);
    cell.place = within(cell.place);
    if (!origin) continue;
    reportCovered(origin, cell.place, around.report);
    const nested = origin.tables.map(({ table: inner, linesBefore }, index) => ({
      ...tableGrid(inner, index + 1, cell.place, around),
      linesBefore,
    }));
    addToCell(cell, nested, origin.embedded.flatMap(around.embedded));
    if (nested.length > 0) cell.nested = nested;
  }
  const [first] = broken;
  if (first) {
    const message = `${broken.length} 个单元格标明接续上方，但上方没有同宽的合并单元格；按独立单元格读取`;
    around.report({ code: 'merge-broken', message, place: within(placeOf(table, first.row, first.cell)) });
  }
  return grid;
}

const placeOf = (table: number, row: number, cell: LaidOutCell): Place =>
  tablePlace(table, row + 1, cell.column);

/** Programs that fill forms write the same text into every cell of a merge; that is nothing lost. */
function reportCovered(
  { text, covered }: LaidOutCell,
  place: Place,
  report: (diagnostic: Diagnostic) => void,
): void {
  const lost = allText(covered.filter((item) => item.kind !== 'paragraph' || !text.includes(item.text)));
  if (lost !== '') {
    report({ code: 'covered-text', message: `被合并单元格盖住、不显示的文字没有计入：${lost}`, place });
  }
}

/** Text of paragraphs and of all cells of tables. */
const allText = (items: readonly StoryItem[]): string =>
  items
    .map((item) =>
      item.kind === 'paragraph' ? item.text : item.kind === 'table' ? tableText(item.table) : '',
    )
    .join(' ')
    .trim();

const tableText = (table: TableLayout): string =>
  table.rows
    .flat()
    .map((cell) => [cell.text, ...cell.tables.map(({ table: inner }) => tableText(inner))].join(' '))
    .join(' ');
