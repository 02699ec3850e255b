import { type Cell, type Grid, isGrid } from '../../src/model/grid.js';
import { nestedPlace, type Place } from '../../src/model/place.js';
import { buildGrid, fillGrid, type GridOptions, type SourceCell } from '../tables/grid-builder.js';
import { renumbered } from '../tables/inner/renumbered.js';
import { childrenNamed, type HtmlElement, isElement } from './dom.js';
import { isHidden, type PictureBlocks, readFlow, rowsOf } from './read-flow.js';

/** The HTML Standard, "algorithm for processing rows": greater spans count as this. */
const MAX_COLSPAN = 1_000;
const MAX_ROWSPAN = 65_534;

/**
 * A `<table>` → Grid: a rowspan ends with its row group (`thead`, `tbody`, `tfoot`: HTML Standard, section 4.9.12.1), columns in which no cell begins left out, inner tables as `nested`.
 */
export function readTable(table: HtmlElement, number: number, pictureOf: PictureBlocks): Grid {
  const rows = rowsOf(table).filter((row) => !isHidden(row));
  const toGroupEnd = rowsToGroupEnd(rows);
  const source = rows.map((row, r) =>
    childrenNamed(row, 'td', 'th')
      .filter((cell) => !isHidden(cell))
      .map((cell) => readCell(cell, toGroupEnd[r] ?? 1, pictureOf)),
  );
  const headerRows = rows.findIndex((row) => !inHeaderGroup(row));
  const options: GridOptions = { table: number, headerRows: headerRows > 0 ? headerRows : undefined };
  const grid = withoutEmptyColumns(buildGrid(source, { ...options, ragged: true }), options);
  for (const cell of grid.cells) {
    for (const nested of cell.nested ?? []) prefixPlaces(nested, cell.place);
  }
  return grid;
}

function inHeaderGroup(row: HtmlElement): boolean {
  return row.parent !== null && 'name' in row.parent && row.parent.name === 'thead';
}

/** How many rows are left in the row group of each, itself included. */
function rowsToGroupEnd(rows: readonly HtmlElement[]): number[] {
  const left = rows.map(() => 1);
  for (let r = rows.length - 2; r >= 0; r--) {
    if (rows[r]?.parent === rows[r + 1]?.parent) left[r] = 1 + (left[r + 1] ?? 0);
  }
  return left;
}

function readCell(cell: HtmlElement, toGroupEnd: number, pictureOf: PictureBlocks): SourceCell {
  const items = readFlow(cell.children, pictureOf);
  const texts: string[] = [];
  const nested: Grid[] = [];
  let recognized: number | undefined;
  const addNested = (grid: Grid): number => nested.push({ ...grid, linesBefore: texts.length });
  for (const item of items) {
    if (item.kind === 'text') texts.push(...item.text.split('\n'));
    else if (item.kind === 'table') addNested(readTable(item.element, nested.length + 1, pictureOf));
    else {
      for (const block of item.blocks) {
        if (isGrid(block)) addNested(renumbered(block, nested.length + 1));
        else {
          texts.push(...block.text.split('\n'));
          if (block.recognized !== undefined) recognized = Math.min(block.recognized, recognized ?? 1);
        }
      }
    }
  }
  const rowSpan = spanOf(cell, 'rowspan', MAX_ROWSPAN);
  return {
    text: texts.join('\n'),
    rowSpan: rowSpan === 0 ? toGroupEnd : Math.min(rowSpan, toGroupEnd),
    colSpan: Math.max(1, spanOf(cell, 'colspan', MAX_COLSPAN)),
    nested,
    ...(recognized === undefined ? {} : { recognized }),
  };
}

function spanOf(cell: HtmlElement, name: 'rowspan' | 'colspan', max: number): number {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : Math.min(value, max);
}

/** A title with `colspan="100"` over six columns spans six: only columns in which some cell begins are columns. */
function withoutEmptyColumns(grid: Grid, options: GridOptions): Grid {
  const begins = new Uint8Array(grid.columns + 2);
  for (const cell of grid.cells) begins[cell.column] = 1;
  const renumbered = new Uint32Array(grid.columns + 2);
  let count = 0;
  for (let c = 1; c <= grid.columns; c++) {
    count += begins[c] ?? 0;
    renumbered[c] = count;
  }
  if (count === grid.columns) return fillGrid(grid, options);
  const rows: SourceCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    const first = renumbered[cell.column] ?? 1;
    const last = renumbered[cell.column + cell.colSpan - 1] ?? first;
    rows[cell.row - 1]?.push(asSource(cell, first, last - first + 1));
  }
  return buildGrid(rows, options);
}

const asSource = (cell: Cell, column: number, colSpan: number): SourceCell => ({
  text: cell.text,
  rowSpan: cell.rowSpan,
  colSpan,
  column,
  nested: cell.nested,
  ...(cell.recognized === undefined ? {} : { recognized: cell.recognized }),
});

function prefixPlaces(grid: Grid, outer: Place): void {
  for (const cell of grid.cells) {
    cell.place = nestedPlace(outer, cell.place);
    for (const nested of cell.nested ?? []) prefixPlaces(nested, outer);
  }
}

/** Text of the `<caption>`s, which stand outside the cells. */
export function readCaption(table: HtmlElement): string {
  const captions = childrenNamed(table, 'caption').filter(
    (caption) => isElement(caption) && !isHidden(caption),
  );
  return captions
    .flatMap((caption) => readFlow(caption.children, () => []))
    .flatMap((item) => (item.kind === 'text' ? [item.text] : []))
    .join('\n');
}
