import type { Cell } from '../../../src/model/grid.js';
import {
  type BodyState,
  emptyForm,
  type FormColumn,
  freshState,
  type OpenTable,
  type RecognizedForm,
  type TableHeader,
} from '../form/form.js';
import type { Ledger } from '../form/ledger.js';
import { type Slots, startingCells } from '../form/slots.js';
import { isHeaderOfItsOwn } from '../words/foreign-header.js';
import { holdsIndicators } from './indicators/holds-indicators.js';
import { mapColumns } from './map-columns.js';
import { holdsProjects } from './projects/projects.js';
import { readTableBody } from './table-body.js';

export interface Continuation {
  ledger: Ledger;
  form: RecognizedForm;
  /** First row that is no longer of the table. */
  next: number;
}

/**
 * Rows without a header, read under the header of the table they may go on with; null unless they fit it: nearly every cell
 * finds its column, and the rows have the levels, names and figures that the columns ask for.
 */
export function continueTable(
  ledger: Ledger,
  slots: Slots,
  open: OpenTable,
  [top, bottom]: [number, number],
): Continuation | null {
  if (isHeaderOfItsOwn(startingCells(slots, top))) return null;
  for (const header of mapColumns(open.header, open.grid, ledger.grid)) {
    const trial = ledger.blank();
    const form = emptyForm(null);
    const reading = { form, ledger: trial, slots, lastRow: bottom };
    const next = readTableBody(reading, { ...header, top, bottom: top - 1 }, stateAfter(open));
    form.lastTable = form.lastTable && { ...open, state: form.lastTable.state };
    if (fits(trial, slots, form, header, [top, next - 1])) return { ledger: trial, form, next };
  }
  return null;
}

/** What the rows read so far leave to those that follow. */
export const stateAfter = ({ state: { levels, project } }: OpenTable): BodyState => ({
  levels: { ...freshState().levels, level1: levels.level1, level2: [...levels.level2] },
  project,
});

const MOST_UNFIT = 0.2;

/** Columns of a table that hold nothing it stores: what stands in them tells nothing. */
const isUnread = ({ role }: FormColumn): boolean => role === 'other' || role.startsWith('execution.');

function fits(
  ledger: Ledger,
  slots: Slots,
  form: RecognizedForm,
  { columns }: TableHeader,
  [top, bottom]: [number, number],
): boolean {
  const unread = columns.filter(isUnread);
  const isPlaced = (cell: Cell) =>
    !ledger.isFree(cell) || unread.some(({ from, to }) => cell.column >= from && cell.column <= to);
  let rows = 0;
  let fitting = 0;
  for (let row = top; row <= bottom; row++) {
    const cells = startingCells(slots, row);
    if (cells.length === 0) continue;
    rows++;
    if (cells.every(isPlaced)) fitting++;
  }
  if (rows === 0 || fitting < rows * (1 - MOST_UNFIT)) return false;
  return form.indicators.length > 0 ? holdsIndicators(form, columns) : holdsProjects(form);
}
