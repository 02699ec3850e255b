import type { SheetCell } from '../sheet-cell.js';
import type { HiddenAxes, SheetRange, ShowCell } from '../stored-sheet.js';
import { cellRange } from './cell-range.js';
import { Formulas } from './formulas.js';
import { richText } from './shared-strings.js';
import { type CellContent, type CellValues, lacksText, storedCell } from './stored-cell.js';
import type { XmlScanner } from './xml-scanner.js';

export interface Worksheet {
  cells: SheetCell[];
  merges: SheetRange[];
  hides: HiddenAxes;
  /** Cells whose shared text is not in the file. */
  lost: number;
  /** The part ends before its end. */
  isCutOff: boolean;
}

const MOST_COLUMNS = 16_384;

/** One part of a worksheet (ECMA-376 part 1, 18.3), whose cells need not say where they stand: then they follow each other. */
export function worksheet(scanner: XmlScanner, values: CellValues, show: ShowCell): Worksheet {
  const merges: SheetRange[] = [];
  const hiddenColumns = new Uint8Array(MOST_COLUMNS);
  const rows: RowsRead = { cells: [], hidden: new Set(), lost: 0 };
  let isCutOff = true;
  while (scanner.next()) {
    if (scanner.closes('worksheet')) isCutOff = false;
    else if (scanner.isEnd) continue;
    else if (scanner.is('sheetData') && !scanner.isEmpty) readRows(scanner, values, show, rows);
    else if (scanner.is('col')) noteColumns(scanner, hiddenColumns);
    else if (scanner.is('mergeCell')) {
      const range = cellRange(scanner.attribute('ref') ?? '');
      if (range) merges.push(range);
    }
  }
  return {
    cells: inOrder(rows.cells),
    merges,
    lost: rows.lost,
    hides: { row: (number) => rows.hidden.has(number), column: (number) => hiddenColumns[number] === 1 },
    isCutOff,
  };
}

/** By the mark `hidden`, and by a width of nothing. */
function noteColumns(scanner: XmlScanner, hidden: Uint8Array): void {
  const isHidden = scanner.flag('hidden') || isNothing(scanner.attribute('width'));
  hidden.fill(isHidden ? 1 : 0, (scanner.number('min') ?? 1) - 1, scanner.number('max') ?? 0);
}

const isNothing = (size: string | undefined): boolean => size !== undefined && Number.parseFloat(size) === 0;

interface RowsRead {
  cells: SheetCell[];
  hidden: Set<number>;
  lost: number;
}

function readRows(scanner: XmlScanner, values: CellValues, show: ShowCell, read: RowsRead): void {
  const formulas = new Formulas();
  let row = -1;
  let column = -1;
  while (scanner.next() && !scanner.closes('sheetData')) {
    if (scanner.isEnd) continue;
    if (scanner.is('row')) {
      row = (scanner.number('r') ?? row + 2) - 1;
      column = -1;
      if (scanner.flag('hidden') || isNothing(scanner.attribute('ht'))) read.hidden.add(row);
    } else if (scanner.is('c')) {
      const place = scanner.address('r') ?? { row, column: column + 1 };
      column = place.column;
      const content = cellContent(scanner, formulas, place);
      if (lacksText(content, values)) read.lost++;
      const stored = storedCell(content, values);
      const cell = stored && show(place.row, column, stored);
      if (cell) read.cells.push(cell);
    }
  }
}

function cellContent(
  scanner: XmlScanner,
  formulas: Formulas,
  place: { row: number; column: number },
): CellContent {
  const content: CellContent = { type: scanner.attribute('t'), style: scanner.number('s') };
  if (!scanner.isEmpty) {
    while (scanner.next() && !scanner.closes('c')) {
      if (scanner.isEnd) continue;
      if (scanner.is('v')) content.value = scanner.text();
      else if (scanner.is('f')) formulas.note(scanner, place);
      else if (scanner.is('is')) content.inline = richText(scanner, 'is');
    }
  }
  if (!content.value) content.formula = formulas.at(place);
  return content;
}

/** Cells are in order as a rule; where one stands twice the last counts. */
function inOrder(cells: SheetCell[]): SheetCell[] {
  const isBefore = (a: SheetCell, b: SheetCell): boolean =>
    a.row < b.row || (a.row === b.row && a.column < b.column);
  if (cells.every((cell, i) => i === 0 || isBefore(cells[i - 1] ?? cell, cell))) return cells;
  const last = new Map(cells.map((cell) => [cell.row * MOST_COLUMNS + cell.column, cell]));
  return [...last.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
