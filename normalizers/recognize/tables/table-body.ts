import type { Cell } from '../../../src/model/grid.js';
import {
  type BodyState,
  freshState,
  type IndicatorTableRow,
  type OpenTable,
  type TableHeader,
} from '../form/form.js';
import type { RowReading, TableReading } from '../form/row-reading.js';
import { type Slots, startingCells } from '../form/slots.js';
import { isContactLabel, isNote, isSignature, isTableMark, isTitle } from '../words/cell-kinds.js';
import { isForeignHeader } from '../words/foreign-header.js';
import { compact } from '../words/label-text.js';
import { tableHeaderAt } from './table-header.js';
import { tableTypeOf } from './table-types.js';

/**
 * Reads the rows under a header into the form; returns the first row after the table.
 *
 * @param state what rows above, on another grid, leave to them
 */
export function readTableBody(
  reading: RowReading,
  first: TableHeader,
  state: BodyState = inherited(reading.form.lastTable, first),
): number {
  const { form, ledger, slots, lastRow } = reading;
  const type = tableTypeOf(first.type);
  let table: TableReading = { ...reading, header: first };
  openTable(table, state);
  const printed = Array.from({ length: first.bottom - first.top + 1 }, (_, i) =>
    textsOf(slots, first.top + i),
  );
  let row = first.bottom + 1;
  for (; row <= lastRow; row++) {
    const cells = startingCells(slots, row);
    if (cells.length === 0) {
      if (type.readsBlankRows) type.readRow(table, row, state);
      continue;
    }
    const { header } = table;
    const next = tableHeaderAt(slots, row, lastRow);
    if (next && !sameColumns(next, header)) break;
    if (next || isRepeatedHeader(textsOf(slots, row), printed)) {
      for (const cell of cells) ledger.setAside(cell, 'repeated-header');
      if (next && form.lastTable?.header === header) {
        table = { ...table, header: movedTo(header, next) };
        form.lastTable = { ...form.lastTable, header: table.header };
      }
      continue;
    }
    if (endsAnyTable(cells) || type.ends(table, cells, row) || isForeignHeader(cells)) break;
    type.readRow(table, row, state);
  }
  for (const indicator of form.indicators) {
    const joined = (at: IndicatorTableRow['level1']) => (at ? state.levels.joined.get(at.cell) : undefined);
    indicator.level1Text = joined(indicator.level1) ?? indicator.level1Text;
    indicator.level2Text = joined(indicator.level2) ?? indicator.level2Text;
  }
  return row;
}

/** Claims the cells of the header, and notes in the form that it has such a table. */
function openTable({ form, ledger, slots, header }: TableReading, state: BodyState): void {
  for (let row = header.top; row <= header.bottom; row++) {
    for (const cell of slots[row - 1] ?? []) if (cell) ledger.label(cell);
  }
  form.types.add(header.type);
  if (!form.columns.has(header.type)) form.columns.set(header.type, rolesKey(header));
  if (header.type === 'indicators') for (const column of header.columns) form.roles.add(column.role);
  if (tableTypeOf(header.type).goesOn) form.lastTable = { header, grid: ledger.grid, state };
}

/** A header printed again on the next page leaves the rows below it the levels and project of those above. */
const inherited = (open: OpenTable | null, header: TableHeader): BodyState =>
  open && sameColumns(open.header, header) ? open.state : freshState();

/** The columns where they stand under the header printed again: a page may be drawn with other spans. */
const movedTo = (header: TableHeader, again: TableHeader): TableHeader => ({
  ...header,
  columns: header.columns.map((column, i) => ({
    ...column,
    from: again.columns[i]?.from ?? column.from,
    to: again.columns[i]?.to ?? column.to,
  })),
});

const textsOf = (slots: Slots, row: number): string[] =>
  (slots[row - 1] ?? []).map((cell) => compact(cell?.text ?? ''));

/** Whether a row prints a row of the header again. */
const isRepeatedHeader = (here: readonly string[], header: readonly (readonly string[])[]): boolean =>
  header.some((there) => {
    const same = here.filter((text, i) => text !== '' && text === there[i]).length;
    return same >= 2 && same >= new Set(here.filter((text) => text !== '')).size * 0.7;
  });

/** A title, a note or signatures. */
function endsAnyTable(cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (!first) return false;
  if (cells.length === 1 && (isTitle(first.text) || isTableMark(first.text) || isNote(first.text)))
    return true;
  return isContactLabel(first.text) || (isSignature(first.text) && cells.length <= 3);
}

/** The same columns, and not said to be of another horizon (长期绩效指标 above 年度绩效指标). */
const sameColumns = (a: TableHeader, b: TableHeader): boolean =>
  rolesKey(a) === rolesKey(b) &&
  a.columns.every(({ horizon }, i) => !horizon || !b.columns[i]?.horizon || horizon === b.columns[i].horizon);

const rolesKey = (header: TableHeader): string => header.columns.map((column) => column.role).join();
