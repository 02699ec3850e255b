import type { Block, Grid } from '../../src/model/grid.js';
import { nestedPlace, type Place, tablePlace } from '../../src/model/place.js';
import { LIMITS, LimitError } from '../bytes/limits.js';
import { countIn, isNode, type XmlNode } from '../bytes/xml-tree.js';
import { buildGrid, type SourceCell } from '../tables/grid-builder.js';
import { addToCell } from '../tables/inner/inner-blocks.js';
import { allText, readFlow } from './read-flow.js';
import type { OdtReading } from './reading.js';

const MOST_COPIED = 1_000_000;

interface TextCell extends SourceCell {
  column: number;
  rowSpan: number;
  tables: { node: XmlNode; linesBefore: number }[];
  /** What was read of pictures in it. */
  pictures: Block[];
}

interface OpenTable {
  rows: TextCell[][];
  headerRows: number;
  /** Whether all rows so far are of header groups. */
  inHeader: boolean;
  /** Hidden rows among the first n rows of the file, by n. */
  hiddenBefore: number[];
  /** Last row of the file (from 0) a span reaches down to, by column from 1. */
  spannedTo: number[];
}

/**
 * A `table:table` (ODF 1.3 part 3, section 9) → Grid. Every cell takes the column it stands in, covered ones included;
 * repeated cells and rows are as many; text of covered cells is not printed and reported, hidden rows are counted.
 *
 * @param number of the table in the document, or in the cell around it, from 1
 * @param outer place of the cell around it, for a nested table
 */
export function readTable(table: XmlNode, number: number, outer: Place | null, reading: OdtReading): Grid {
  const open: OpenTable = {
    rows: [],
    headerRows: 0,
    inHeader: true,
    hiddenBefore: [0],
    spannedTo: [],
  };
  const within = (place: Place): Place => (outer === null ? place : nestedPlace(outer, place));
  addRows(table, false, open, reading, ({ text, row, column }) => {
    const message = `被合并单元格盖住、不显示的文字没有计入：${text}`;
    const place = within(tablePlace(number, row, column));
    reading.diagnostics.push({ code: 'covered-text', message, place });
  });
  const special = new Map<Place, TextCell>();
  const rows = shownRows(open);
  rows.forEach((cells, r) => {
    for (const cell of cells)
      if (cell.tables.length + cell.pictures.length > 0)
        special.set(tablePlace(number, r + 1, cell.column), cell);
  });
  const headerRows = open.headerRows > 0 && open.headerRows < rows.length ? open.headerRows : undefined;
  const grid = buildGrid(rows, { table: number, headerRows });
  for (const cell of grid.cells) {
    const origin = special.get(cell.place);
    cell.place = within(cell.place);
    if (!origin) continue;
    const nested = origin.tables.map(({ node, linesBefore }, i) => ({
      ...readTable(node, i + 1, cell.place, reading),
      linesBefore,
    }));
    addToCell(cell, nested, origin.pictures);
    if (nested.length > 0) cell.nested = nested;
  }
  return grid;
}

type Report = (covered: { text: string; row: number; column: number }) => void;

function addRows(
  group: XmlNode,
  isHeader: boolean,
  open: OpenTable,
  reading: OdtReading,
  report: Report,
): void {
  for (const child of group.children) {
    if (!isNode(child)) continue;
    if (child.name === 'table:table-row') addRow(child, isHeader, open, reading, report);
    else if (child.name === 'table:table-header-rows') addRows(child, true, open, reading, report);
    else if (child.name === 'table:table-rows' || child.name === 'table:table-row-group')
      addRows(child, isHeader, open, reading, report);
  }
}

function addRow(row: XmlNode, isHeader: boolean, open: OpenTable, reading: OdtReading, report: Report): void {
  const hidden = (row.attributes['table:visibility'] ?? 'visible') !== 'visible';
  const cells = readRow(row, open, reading, report);
  const repeated = countIn(row, 'table:number-rows-repeated', 1);
  if (hidden && cells.some((cell) => cell.text !== '' || cell.tables.length > 0))
    reading.hiddenRows += repeated;
  for (let i = 0; i < repeated; i++) {
    open.rows.push(i === 0 ? cells : cells.map((cell) => copied(cell, cell.column, reading)));
    if (i > 0) spend(1, reading);
    open.hiddenBefore.push((open.hiddenBefore.at(-1) ?? 0) + Number(hidden));
    open.inHeader &&= isHeader;
    if (open.inHeader && !hidden) open.headerRows++;
  }
}

function readRow(row: XmlNode, open: OpenTable, reading: OdtReading, report: Report): TextCell[] {
  const r = open.rows.length;
  const cells: TextCell[] = [];
  let column = 1;
  for (const node of row.children) {
    if (!isNode(node)) continue;
    const isCovered = node.name === 'table:covered-table-cell';
    if (!isCovered && node.name !== 'table:table-cell') continue;
    const repeated = countIn(node, 'table:number-columns-repeated', 1);
    if (column + repeated > LIMITS.gridColumns) throw new LimitError(`表格一行超过 ${LIMITS.gridColumns} 格`);
    if (isCovered && (open.spannedTo[column] ?? -1) >= r) {
      const text = allText(node).trim();
      if (text !== '') report({ text, row: r + 1, column });
    } else {
      const cell = readCell(node, r, column, open, reading);
      cells.push(cell);
      for (let i = 1; i < repeated; i++) cells.push(copied(cell, column + i, reading));
    }
    column += repeated;
  }
  return cells;
}

function copied(cell: TextCell, column: number, reading: OdtReading): TextCell {
  spend(1 + cell.text.length, reading);
  return { ...cell, column };
}

/** A few bytes can ask for any number of cells: what they make counts together, over all tables. */
function spend(amount: number, reading: OdtReading): void {
  reading.copied += amount;
  if (reading.copied > MOST_COPIED) throw new LimitError(`重复的单元格超过 ${MOST_COPIED} 格`);
}

function readCell(
  node: XmlNode,
  row: number,
  column: number,
  open: OpenTable,
  reading: OdtReading,
): TextCell {
  const rowSpan = countIn(node, 'table:number-rows-spanned', 1);
  const colSpan = Math.min(countIn(node, 'table:number-columns-spanned', 1), LIMITS.gridColumns);
  if (rowSpan > 1 || colSpan > 1) open.spannedTo.fill(row + rowSpan - 1, column, column + colSpan);
  for (let c = open.spannedTo.length; c < column + colSpan; c++) {
    open.spannedTo[c] = c < column ? -1 : row + rowSpan - 1;
  }
  const lines: string[] = [];
  const tables: TextCell['tables'] = [];
  const pictures: Block[] = [];
  for (const item of readFlow(node.children, reading)) {
    if (item.kind === 'table') tables.push({ node: item.node, linesBefore: lines.length });
    else if (item.kind === 'picture') pictures.push(...item.blocks);
    else if (lines.length > 0 || item.text.trim() !== '') lines.push(...item.text.split('\n'));
  }
  return {
    text: lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd(),
    column,
    rowSpan,
    colSpan,
    tables,
    pictures,
  };
}

/** Rows that are not hidden; a span counts those of its rows only. */
function shownRows({ rows, hiddenBefore }: OpenTable): TextCell[][] {
  const hiddenAt = (row: number): number => hiddenBefore[Math.min(row, rows.length)] ?? 0;
  return rows.flatMap((cells, r) => {
    if (hiddenAt(r + 1) > hiddenAt(r)) return [];
    for (const cell of cells) cell.rowSpan -= hiddenAt(r + cell.rowSpan) - hiddenAt(r);
    return [cells];
  });
}
