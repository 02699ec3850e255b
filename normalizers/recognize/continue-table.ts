import type { Cell } from '../../src/model/grid.js';
import { isHeaderOfItsOwn } from './foreign-header.js';
import {
  type BodyState,
  emptyForm,
  freshState,
  type IndicatorRow,
  type OpenTable,
  type RecognizedForm,
  type TableColumn,
  type TableHeader,
} from './form.js';
import { isTargetLike } from './form-words.js';
import type { Ledger } from './ledger.js';
import { mapColumns } from './map-columns.js';
import { type Slots, startingCells } from './slots.js';
import { readTableBody } from './table-body.js';
import { level1Of, level2Of } from './vocabulary.js';

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
    const next = readTableBody(
      form,
      trial,
      slots,
      { ...header, top, bottom: top - 1 },
      bottom,
      stateAfter(open),
    );
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
const isUnread = ({ role }: TableColumn): boolean => role === 'other' || role.startsWith('execution.');

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

/**
 * Levels are printed in this grid, or left blank where all rows go on with those above and have targets; and names are not
 * figures or levels themselves.
 */
function holdsIndicators({ indicators }: RecognizedForm, columns: readonly TableColumn[]): boolean {
  const printed = indicators.some(
    ({ level1, level2, level1Text, name }) =>
      [level1, level2].some((level) => level?.block === name.block && isLevel(level.cell.text)) ||
      (level1 === null && isLevel(level1Text ?? '')),
  );
  const odd = indicators.filter(
    ({ nameText }) =>
      (/指标\s*$/.test(nameText) && isLevel(nameText)) || /^[\d.,%≥≤<>＞＜=＝\s]+$/.test(nameText),
  );
  const hasLevels = columns.some(({ role }) => /^indicator\.level/.test(role));
  return (
    (printed || (hasLevels && indicators.every(goesOnAbove))) && odd.length <= indicators.length * MOST_UNFIT
  );
}

/** No level of its own beside a name in words and a target. */
const goesOnAbove = ({ level1, level2, name, nameText, target }: IndicatorRow): boolean =>
  level1 !== null &&
  [level1, ...(level2 ? [level2] : [])].every(({ block }) => block !== name.block) &&
  /[\u4e00-\u9fff]{2}/.test(nameText) &&
  target.some(({ cell }) => isTargetLike(cell.text));

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;

/** Rows of a list without indicators: amounts are figures, names are not. */
function holdsProjects({ projects }: RecognizedForm): boolean {
  const sound = projects.filter(
    ({ cells, amounts }) =>
      amounts.every(({ at }) => /^[-－—\d,，.．\s]*$/.test(at.cell.text)) &&
      (cells['project.name'] ?? []).every((at) => /[\u4e00-\u9fff]/.test(at.cell.text)),
  );
  const withAmount = projects.filter(({ amounts }) => amounts.length > 0);
  return projects.length > 0 && sound.length === projects.length && withAmount.length * 2 > projects.length;
}
