import type { Horizon } from '../../../src/model/disclosure.js';
import type { Cell } from '../../../src/model/grid.js';
import type { FormColumn, TableHeader } from '../form/form.js';
import { type Slots, startingCells } from '../form/slots.js';
import type { Leaf, TableType } from '../rows/table-type.js';
import { candidatesOf } from '../words/candidates-of.js';
import { horizonOf } from '../words/horizon-of.js';
import { compact } from '../words/label-text.js';
import { budgetOf, isGroup, labelText, rolesOf } from '../words/vocabulary.js';
import { leafCandidates } from './leaf-candidates.js';
import { TABLE_TYPES } from './table-types.js';
import { unmet } from './unmet.js';

const MAX_HEADER_ROWS = 4;
const MAX_COLUMN_LABEL = 24;

/**
 * The table header that begins at `row` (from 1), if that row is one: its labels, with those of the rows its cells span,
 * must name the columns that some type of table requires.
 */
export function tableHeaderAt(slots: Slots, row: number, lastRow: number): TableHeader | null {
  const starting = startingCells(slots, row);
  if (starting.length < 2) return null;
  if (!namesColumns(starting)) return null;
  const side = sideCell(starting) ?? sideFromAbove(slots, row);
  const bottom = headerBottom(starting, side, slots, row, lastRow);
  if (bottom > row && starting.some((cell, i) => isValueAbove(cell, starting[i - 1], bottom))) return null;
  const leaves = leafCells(slots, row, bottom, side);
  const type = typeOf(slots, leaves, bottom);
  if (!type || type.isBorneOut?.(slots, leaves, bottom) === false) return null;
  const named = goalsByYear(columnsOf(leaves, type));
  const columns = type.settle?.(named, slots, bottom, lastRow) ?? named;
  const sideHorizon = side ? horizonOf(side.text) : undefined;
  const sets = new Set(columns.map((column) => column.set)).size;
  for (const column of columns) {
    column.horizon ??= sets > 1 ? horizonAbove(slots, row, column.from) : sideHorizon;
  }
  return { type: type.type, top: row, bottom, columns };
}

/** At least two labels of columns, and few other texts. */
function namesColumns(starting: readonly Cell[]): boolean {
  const most = Math.min(starting.length - 2, Math.max(1, starting.length * 0.35));
  let others = 0;
  return starting.every((cell) => isColumnLabel(cell.text) || ++others <= most);
}

function isColumnLabel(text: string): boolean {
  if (compact(text).length > MAX_COLUMN_LABEL) return false;
  return candidatesOf(text).length > 0 || isGroup(labelText(text).core);
}

/** 资金总额 | 820.00 above the header: a row of its own, though its labels span columns of it. */
const isValueAbove = (cell: Cell, before: Cell | undefined, bottom: number): boolean =>
  (cell.row + cell.rowSpan - 1 < bottom && /^\d[\d,]*(\.\d+)?(万?元)?$/.test(compact(cell.text))) ||
  isGoalText(cell, before, bottom);

/** A text beside the label of a goal, over the labels of the row below: the value of a row of its own, no part of the header. */
const isGoalText = (cell: Cell, before: Cell | undefined, bottom: number): boolean =>
  cell.row + cell.rowSpan - 1 < bottom &&
  cell.colSpan > 1 &&
  !isColumnLabel(cell.text) &&
  before !== undefined &&
  rolesOf(labelText(before.text).core).some((role) => role.startsWith('goal.'));

/** The cell left of a header that names the whole table and runs down beside its rows (年度绩效指标). */
function sideCell(starting: readonly Cell[]): Cell | null {
  const [first, ...rest] = starting;
  if (!first || rest.length === 0) return null;
  const end = (cell: Cell) => cell.row + cell.rowSpan;
  const { core } = labelText(first.text);
  const onlyGroup = isGroup(core) && rolesOf(core).length === 0;
  const runsDown = rest.every((cell) => end(first) > end(cell) + (onlyGroup ? 0 : 1));
  const nameBeside = rest.some((cell) =>
    rolesOf(labelText(cell.text).core).some((role) => role.startsWith('indicator.')),
  );
  return runsDown ||
    (isGroup(core) && nameBeside && first.rowSpan === 1 && first.colSpan === 1 && !projectRole(core))
    ? first
    : null;
}

/** The same, begun in a row above (整体绩效目标 beside the goal and the header under it). */
function sideFromAbove(slots: Slots, row: number): Cell | null {
  const cell = slots[row - 1]?.[0];
  return cell && cell.row < row && isGroup(labelText(cell.text).core) ? cell : null;
}

const projectRole = (core: string): boolean =>
  rolesOf(core).some((role) => /^(project|goal|agency)\./.test(role));

function headerBottom(
  starting: readonly Cell[],
  side: Cell | null,
  slots: Slots,
  row: number,
  last: number,
): number {
  const ends = starting
    .filter((cell) => cell !== side)
    .map((cell) => cell.row + cell.rowSpan - 1)
    .filter((end) => end < row + MAX_HEADER_ROWS);
  const spanned = Math.min(last, Math.max(row, ...ends));
  let bottom = row;
  while (bottom < spanned && startingCells(slots, bottom + 1).every((cell) => isColumnLabel(cell.text)))
    bottom++;
  if (bottom < spanned) return row;
  while (bottom < last && bottom < row + MAX_HEADER_ROWS - 1 && hasOpenGroup(slots, bottom, starting))
    bottom++;
  return bottom;
}

/** A group label without the labels it groups: the row below still belongs to the header. */
function hasOpenGroup(slots: Slots, bottom: number, starting: readonly Cell[]): boolean {
  const below = startingCells(slots, bottom + 1);
  if (below.length === 0 || !below.every((cell) => isColumnLabel(cell.text))) return false;
  return starting.some(
    (cell) =>
      cell.colSpan > 1 &&
      isColumnLabel(cell.text) &&
      below.filter((b) => b.column >= cell.column && b.column < cell.column + cell.colSpan).length > 1,
  );
}

/** For each column the deepest label of the header, with the group labels above it. */
function leafCells(slots: Slots, top: number, bottom: number, side: Cell | null): Leaf[] {
  const leaves: Leaf[] = [];
  const columns = slots[top - 1]?.length ?? 0;
  for (let column = 1; column <= columns; column++) {
    const path: Cell[] = [];
    for (let row = top; row <= bottom; row++) {
      const cell = slots[row - 1]?.[column - 1];
      const runsPast = cell !== undefined && cell.row + cell.rowSpan - 1 > bottom;
      if (cell && cell !== side && !runsPast && cell.text.trim() !== '' && path.at(-1) !== cell)
        path.push(cell);
    }
    const cell = path.at(-1);
    if (!cell) continue;
    const last = leaves.at(-1);
    if (last && last.cell === cell) last.to = column;
    else leaves.push({ cell, path, from: column, to: column });
  }
  return leaves;
}

/** Of two labels in one cell (财政拨款 其他资金) the first. */
function firstLabel(text: string): string {
  const { core } = labelText(text);
  if (rolesOf(core).length > 0 || budgetOf(core)) return text;
  return candidatesOf(text).length > 0 ? (text.trim().split(/\s+/)[0] ?? text) : text;
}

function typeOf(slots: Slots, leaves: readonly Leaf[], bottom: number): TableType | undefined {
  const candidates = leafCandidates(leaves);
  return (
    TABLE_TYPES.find(({ headers }) => headers.some((header) => unmet(header, candidates).length === 0)) ??
    TABLE_TYPES.find(({ mayHead }) => mayHead?.(slots, leaves, bottom))
  );
}

/** Only these begin a second set when they are repeated; other indicator columns belong to the set they stand in. */
const SET_ROLES = new Set(['indicator.level1', 'indicator.level2', 'indicator.name', 'indicator.target']);

function columnsOf(leaves: readonly Leaf[], type: TableType): FormColumn[] {
  const columns: FormColumn[] = [];
  const seen = new Map<string, number>();
  const roleOfLabel = new Map<string, FormColumn['role']>();
  let current = 0;
  const rolesOfLeaves = leafCandidates(leaves);
  for (const [index, leaf] of leaves.entries()) {
    const candidates = (rolesOfLeaves[index] ?? []).sort((a, b) => rank(a, type) - rank(b, type));
    const roles = type.preferred?.(candidates, columns.length, leaves) ?? candidates;
    const { core, year = '' } = labelText(leaf.cell.text);
    const label = `${core}${year}`;
    const role =
      roleOfLabel.get(label) ??
      roles.find((candidate) => candidate === 'budget' || !seen.has(candidate)) ??
      roles[0] ??
      'other';
    roleOfLabel.set(label, role);
    const next = (seen.get(role) ?? -1) + 1;
    const set = SET_ROLES.has(role)
      ? role === 'indicator.target' && seen.get('indicator.targetPeriod') === next
        ? Math.max(next, current)
        : next
      : role.startsWith('indicator.')
        ? current
        : 0;
    seen.set(role, set);
    if (SET_ROLES.has(role)) current = Math.max(current, set);
    columns.push({
      role,
      label: leaf.path.map((cell) => compact(firstLabel(cell.text))).join('·'),
      from: leaf.from,
      to: leaf.to,
      horizon: horizonOf(leaf.path.map((cell) => cell.text).join('')),
      set,
    });
  }
  return columns;
}

/** Of two goal columns the one that names no year (项目总体绩效目标 beside 年度绩效目标) is that of the whole period. */
function goalsByYear(columns: FormColumn[]): FormColumn[] {
  const goals = columns.filter(({ role }) => role === 'goal.annual');
  if (goals.length < 2 || !goals.some(({ horizon }) => horizon === 'annual')) return columns;
  return columns.map((column) =>
    column.role === 'goal.annual' && column.horizon === undefined
      ? { ...column, role: 'goal.period' }
      : column,
  );
}

const ROWS_ABOVE = 8;

/** Sets of columns that stand side by side may be told apart only by the goals above them: 中期目标 | 年度目标. */
function horizonAbove(slots: Slots, row: number, column: number): Horizon | undefined {
  for (let r = row - 1; r >= 1 && r >= row - ROWS_ABOVE; r--) {
    const text = compact(slots[r - 1]?.[column - 1]?.text ?? '');
    if (text.length <= 30 && /目标|资金总额/.test(text) && horizonOf(text)) return horizonOf(text);
  }
  return undefined;
}

const rank = (role: string, { preference }: TableType): number => {
  const index = preference.indexOf(role.split('.')[0] ?? '');
  return index < 0 ? 99 : index;
};
