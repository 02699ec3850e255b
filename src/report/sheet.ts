import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { columnLetters } from '../model/place.js';
import { clipText } from './clip-text.js';
import { printable } from './text-width.js';

export type SheetValue = string | number | null;

/** A column of a sheet: how it is called, and what it says of an item. */
export interface SheetColumn<T> {
  title: string;
  /** In characters; a Chinese one takes two. */
  width: number;
  value(item: T): SheetValue;
  /** Number format: `#,##0.00`. */
  format?: string;
  /** Sheet and row (from 1) its cell leads to. */
  link?(item: T): { sheet: string; row: number };
  /** Formula that shows the value, null where there is none; for links that must follow a row which is sorted. */
  formula?(item: T): string | null;
  /** The reader fills it in; with `choices`, one of these. */
  answer?: { choices?: readonly string[] };
}

/** Most rows of a worksheet, its header included (ECMA-376, Excel). */
const MOST_ROWS = 1_048_576;
/** Most links of a worksheet before Excel drops some. */
export const MOST_LINKS = 65_000;
/** A cell holds 32,767 characters. */
const CELL_TEXT = 32_000;
/** In points. */
const LINE_HEIGHT = 15;
/** Share of a column's width that a line of text fills before it wraps. */
const FILLED = 0.85;
/** A row is not made higher than this; the whole text is in the cell. */
const MOST_LINES = 12;

const BODY: CellStyle = {
  alignment: { vertical: 'top', horizontal: 'left', wrapText: true },
  border: { bottom: { style: 'thin', color: { rgb: 'D0D0D0' } } },
};
const ANSWER: CellStyle = {
  ...BODY,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8DC' } },
};
const LINK: CellStyle = { ...BODY, font: { color: { rgb: '0B5394' }, underline: true } };
const figureStyle = (format: string): CellStyle => ({
  ...BODY,
  alignment: { vertical: 'top', horizontal: 'right' },
  numFmt: format,
});
const HEADER: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '44546A' } },
  alignment: { vertical: 'center', wrapText: true },
};

export interface SheetOptions {
  /** Columns on the left that stay when the sheet is scrolled. */
  frozen?: number;
  /** Columns from the left that are printed; all unless given. */
  printed?: number;
}

/**
 * A worksheet with one row per item under a frozen, filterable header; prints in landscape with the header on every page.
 * Text stays text, whatever it begins with.
 * @throws Error when the items are more than a worksheet holds
 */
export function sheet<T>(
  name: string,
  columns: readonly SheetColumn<T>[],
  items: readonly T[],
  { frozen = 1, printed = columns.length }: SheetOptions = {},
): WriteSheet {
  if (items.length >= MOST_ROWS) {
    throw new Error(
      `工作表“${name}”有 ${items.length} 行，超过 ${MOST_ROWS - 1} 行的上限；请用 --region 等缩小范围`,
    );
  }
  const last = `${columnLetters(columns.length)}${items.length + 1}`;
  const rows = items.map((item) => columns.map((column) => written(column.value(item))));
  return {
    name,
    columns: columns.map(({ width, format, answer }) => ({
      width,
      style: format ? figureStyle(format) : answer ? ANSWER : BODY,
    })),
    rows: [columns.map(({ title }) => title), ...rows],
    rowDefs: new Map(rows.map((row, index) => [index + 1, { height: heightOf(row, columns) }])),
    cells: specialCells(columns, items),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${last}` },
    dataValidations: columns.flatMap(({ answer }, c) =>
      answer?.choices && items.length > 0
        ? [validation(answer.choices, columnLetters(c + 1), items.length + 1)]
        : [],
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printArea: `$A$1:$${columnLetters(printed)}$${items.length + 1}`,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: `&L${name}&R&P / &N` },
  };
}

const written = (value: SheetValue): SheetValue =>
  typeof value === 'string' ? clipText(printable(value), CELL_TEXT) : value;

/** In characters of a spreadsheet's font, where quotation marks and signs such as ≥ are as wide as Chinese characters. */
const roughWidth = (text: string): number => text.length + (text.match(/[\u2010-\uFFFF]/g)?.length ?? 0);

/** Height that shows the row's wrapped texts: not every program works it out by itself. */
function heightOf(row: readonly SheetValue[], columns: readonly { width: number }[]): number {
  const lines = row.map((value, c) => {
    const width = Math.max(1, (columns[c]?.width ?? 1) * FILLED);
    const texts = String(value ?? '').split('\n');
    return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(roughWidth(text) / width)), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines)) * LINE_HEIGHT;
}

/** The header, and the cells that lead somewhere. */
function specialCells<T>(columns: readonly SheetColumn<T>[], items: readonly T[]): WriteSheet['cells'] {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [c, column] of columns.entries()) {
    cells.set(`0,${c}`, { value: column.title, type: 'string', style: HEADER });
    if (!column.link && !column.formula) continue;
    for (const [index, item] of items.entries()) {
      const cell = linkCell(column, item, index < MOST_LINKS);
      if (cell) cells.set(`${index + 1},${c}`, { ...cell, style: LINK });
    }
  }
  return cells;
}

function linkCell<T>(
  { value, link, formula }: SheetColumn<T>,
  item: T,
  hasRoom: boolean,
): Partial<Cell> | null {
  const shown = value(item);
  if (shown === null) return null;
  if (link)
    return hasRoom ? { value: shown, hyperlink: { target: '', location: placeOf(link(item)) } } : null;
  const shownBy = formula?.(item) ?? null;
  return shownBy === null ? null : { formula: shownBy, formulaResult: shown };
}

const placeOf = ({ sheet, row }: { sheet: string; row: number }): string => `'${sheet}'!A${row}`;

const validation = (choices: readonly string[], column: string, lastRow: number) => ({
  type: 'list' as const,
  values: [...choices],
  range: `${column}2:${column}${lastRow}`,
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: '不在可选范围',
  errorMessage: `请选 ${choices.join('、')}`,
});
