import Table from 'cli-table3';
import { columnWidths } from './column-widths.js';
import type { Column, Row, Value } from './row.js';
import { fitText, textWidth } from './text-width.js';
import { toldValue } from './told-value.js';

/** Rules between rows would double the length of a list: only the header is underlined. */
const LIGHT = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '',
  'mid-mid': '',
  middle: '  ',
};

/**
 * Rows as a table for people: one line a row, widths counted in terminal columns, long texts cut with `…` so that a line
 * takes at most `width` columns.
 */
export function renderTable(given: readonly Row[], columns: readonly Column[], width: number): string {
  const rows = given.map((row) => toldRow(row, columns));
  const lines = rows.map((row) => columns.map((column) => showValue(row[column.name] ?? null, column)));
  const wanted = columns.map((column, index) =>
    Math.max(textWidth(column.title), ...lines.map((line) => textWidth(fitText(line[index] ?? '', width)))),
  );
  const numeric = columns.map(({ name }) => isNumeric(rows, name));
  const widths = columnWidths(
    wanted,
    width - LIGHT.middle.length * (columns.length - 1),
    (index) => numeric[index] || columns[index]?.whole === true,
  );
  const table = new Table({
    chars: LIGHT,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths,
    colAligns: numeric.map((each) => (each ? 'right' : 'left')),
  });
  const fitLine = (line: string[]): string[] => line.map((text, index) => fitText(text, widths[index] ?? 0));
  table.push(fitLine(columns.map(({ title }) => title)));
  table.push(widths.map((columnWidth) => '─'.repeat(columnWidth)));
  table.push(...lines.map(fitLine));
  return `${trimLines(table.toString())}\n`;
}

const toldRow = (row: Row, columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map((column) => [column.name, toldValue(row, column)]));

function showValue(value: Value, { unit, decimals }: Column): string {
  if (value === null) return '';
  if (typeof value === 'number' && decimals !== undefined) return value.toFixed(decimals);
  const text = String(value);
  return typeof value === 'number' && unit === '万元' && /^-?\d+(\.\d)?$/.test(text)
    ? value.toFixed(2)
    : text;
}

const isNumeric = (rows: readonly Row[], name: string): boolean =>
  rows.some((row) => typeof row[name] === 'number') &&
  rows.every((row) => row[name] === null || typeof row[name] === 'number');

const trimLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
