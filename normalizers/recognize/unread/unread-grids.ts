import type { CellClaim } from '../../../src/model/document.js';
import { type Block, type Cell, type Grid, isGrid } from '../../../src/model/grid.js';
import { readCodedText } from '../coded/coded-indicators.js';
import {
  isAnyTableTitle,
  isCaption,
  isNote,
  isSignature,
  isTableMark,
  isTitle,
} from '../words/cell-kinds.js';
import { holdsCodedIndicators } from '../words/form-words.js';
import { compact } from '../words/label-text.js';
import {
  fitsTitle,
  holdsFormWords,
  isScoreTable,
  type LooseRows,
  shareOfIndicatorRows,
} from './looks-like-form.js';
import { hasSameColumns } from './same-columns.js';

/** Why rows are taken for those of a performance form. */
export type Suspicion = 'words' | 'title' | 'continues' | 'left-over' | 'in-one-cell';

/** Rows of a grid that look like a performance form and that nothing was read from. */
export interface UnreadRows {
  block: number;
  why: Suspicion;
  rows: LooseRows;
  /** Indexes of the cells that no form holds. */
  cells: number[];
}

const MOST_BETWEEN = 8;

/**
 * The alarm: rows of grids that no form holds although they have the words of the forms, stand under the title of one, go
 * on where one ended, or are left over in a grid that holds one; and cells of forms with indicators in them that none was
 * read from.
 */
export function unreadGrids(blocks: readonly Block[], claims: readonly CellClaim[]): UnreadRows[] {
  const claimOf = new Map<number, Map<number, CellClaim>>();
  for (const claim of claims) {
    const ofBlock = claimOf.get(claim.block) ?? new Map<number, CellClaim>();
    claimOf.set(claim.block, ofBlock.set(claim.cell, claim));
  }
  const found: UnreadRows[] = [];
  let title: string | null = null;
  let before: Grid | null = null;
  let between = 0;
  for (const [block, grid] of blocks.entries()) {
    if (!isGrid(grid)) {
      if (grid.furniture) continue;
      if (isTableTitle(grid.text)) [title, between] = [grid.text, 0];
      else if (++between > MOST_BETWEEN) [title, before] = [null, null];
      continue;
    }
    const held = claimOf.get(block);
    const own: UnreadRows[] = [
      ...unreadOf(block, grid, held, title, title === null ? before : null),
      ...packedCells(block, grid, held),
    ];
    for (const each of own) found.push(each);
    before = own.length > 0 || held ? grid : null;
    [title, between] = [null, 0];
  }
  return found;
}

type Held = ReadonlyMap<number, CellClaim> | undefined;

/** Stretches of rows that no form holds, each under the title it stands below. */
function unreadOf(
  block: number,
  grid: Grid,
  held: Held,
  above: string | null,
  before: Grid | null,
): UnreadRows[] {
  let [title, previous] = [above, before];
  return stretchesOf(grid, held).flatMap((stretch): UnreadRows[] => {
    if (stretch.title !== null) [title, previous] = [stretch.title, null];
    else if (stretch.isBelowForm) [title, previous] = [null, grid];
    const why = suspicion(
      stretch.rows,
      title,
      previous && goesOn(grid, previous, stretch.rows),
      held !== undefined,
    );
    if (why) previous = grid;
    return why ? [{ block, why, rows: stretch.rows, cells: stretch.cells }] : [];
  });
}

function suspicion(
  rows: LooseRows,
  title: string | null,
  isRest: boolean | null,
  isPart: boolean,
): Suspicion | null {
  if (rows.length === 0) return null;
  if (isScoreTable(rows)) return null;
  if (holdsFormWords(rows)) return 'words';
  if (title !== null) return isFormTitle(title) && fitsTitle(rows) ? 'title' : null;
  if (isRest) return 'continues';
  return isPart && rows.some((row) => row.length > 1 && !row.every(isBesideForms)) ? 'left-over' : null;
}

/**
 * Indicator rows under the columns of the grid before; where a page has drawn fewer columns, all rows must be such, or
 * numbered as indicators.
 */
const goesOn = (grid: Grid, before: Grid, rows: LooseRows): boolean =>
  hasSameColumns(grid, before)
    ? shareOfIndicatorRows(rows) >= HALF
    : grid.columns < before.columns && shareOfIndicatorRows(rows) === 1;

const HALF = 0.5;

/** The title of any table, 会议费明细表 too; 见下表 is none. */
const isTableTitle = (text: string): boolean =>
  isTitle(text) ||
  isAnyTableTitle(text) ||
  (/^[^，。；：、,;:]{3,30}表([（(].*[）)])?$/.test(compact(text)) && !/[见如下上]表/.test(text));

/** The title of a performance form; 绩效工资 is pay. */
const isFormTitle = (title: string): boolean =>
  isTitle(title) && !/绩效(工资|奖|津贴|考核)/.test(compact(title));

const isBesideForms = ({ text }: Cell): boolean =>
  isCaption(text) || isNote(text) || isSignature(text) || isTableMark(text);

interface Stretch {
  title: string | null;
  rows: Cell[][];
  cells: number[];
  /** Rows of a form stand directly above. */
  isBelowForm: boolean;
}

/** Rows with cells that no form holds, cut where a form stands between them and at every title inside the grid. */
function stretchesOf(grid: Grid, held: Held): Stretch[] {
  const rows: { cells: { cell: Cell; index: number }[]; isHeld: boolean }[] = Array.from(
    { length: grid.rows },
    () => ({ cells: [], isHeld: false }),
  );
  for (const [index, cell] of grid.cells.entries()) {
    const row = rows[cell.row - 1];
    if (!row || cell.text.trim() === '') continue;
    if (held?.has(index)) row.isHeld = true;
    else row.cells.push({ cell, index });
  }
  const stretches: Stretch[] = [];
  let current: Stretch | null = null;
  let isBelowForm = false;
  for (const { cells, isHeld } of rows) {
    const [first] = cells;
    if (isHeld) [current, isBelowForm] = [null, true];
    if (!first) continue;
    const heading = cells.length === 1 && isTableTitle(first.cell.text);
    if (!current || heading) {
      current = { title: heading ? first.cell.text : null, rows: [], cells: [], isBelowForm };
      stretches.push(current);
      isBelowForm = false;
    }
    for (const { index } of cells) current.cells.push(index);
    if (!heading) current.rows.push(cells.map(({ cell }) => cell).sort((a, b) => a.column - b.column));
  }
  return stretches;
}

/** Rows of forms in which indicators stand in one cell that was left unclaimed. */
function packedCells(block: number, grid: Grid, held: Held): UnreadRows[] {
  const rows = new Map<number, Cell[]>();
  const fields = [...(held?.values() ?? [])].map(({ field }) => field);
  const hasIndicators = fields.includes('indicator.name');
  for (const [index, { status, field }] of held ?? []) {
    const cell = grid.cells[index];
    if (!cell || !holdsCodedIndicators(cell.text)) continue;
    const isGoal = !hasIndicators && /^(goal|text)\.|^project\.purpose$/.test(field ?? '');
    if (status === 'unclaimed' || (isGoal && /\d/.test(cell.text) && readCodedText(cell.text) === null)) {
      rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    }
  }
  return rows.size === 0 ? [] : [{ block, why: 'in-one-cell', rows: [...rows.values()], cells: [] }];
}
