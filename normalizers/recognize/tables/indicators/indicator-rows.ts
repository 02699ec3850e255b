import type { Horizon } from '../../../../src/model/disclosure.js';
import type { BodyState, IndicatorTableRow, Levels, ProjectTableRow, TableHeader } from '../../form/form.js';
import type { CellAt, Ledger } from '../../form/ledger.js';
import { lineAt, type RowCells, type TableReading } from '../../form/row-reading.js';
import { cellsUnder } from '../../rows/row-cells.js';
import { joinLines } from '../../words/label-text.js';
import { level1Of, level2Of } from '../../words/vocabulary.js';
import { setAsideNoIndicator } from './no-indicator.js';
import { isSlipped, readSlippedRow } from './slipped-row.js';
import { splitNumbered } from './split-numbered.js';

/**
 * The indicators of one row of an indicator table, one for each set of columns that stand side by side. Levels in the row
 * (or carried from above) are updated in `levels`.
 */
export function indicatorsOfRow(
  table: TableReading,
  row: number,
  { levels, project }: Pick<BodyState, 'levels' | 'project'>,
): IndicatorTableRow[] {
  const { ledger, header } = table;
  const line = lineAt(table, row);
  if (ledger.grid.certainty === 'flattened' && isSlipped(line, row, header))
    return readSlippedRow(table, row, levels);
  const rows: IndicatorTableRow[] = [];
  const sets = Math.max(...header.columns.map((column) => column.set)) + 1;
  readLevels(table, line, levels);
  for (let set = 0; set < sets; set++) {
    rows.push(...rowOfSet(table, row, set, levels, project));
  }
  return rows;
}

function readLevels(table: TableReading, line: RowCells, levels: Levels): void {
  const { ledger, header } = table;
  const one = cellsUnder(table, line, 'indicator.level1')[0];
  if (one && !isSecondHalf(levels, levels.level1, one) && one.cell !== levels.level1?.cell) {
    levels.level1 = one;
    levels.level2 = [];
  }
  if (one) ledger.label(one.cell);
  for (const { set } of header.columns.filter((column) => column.role === 'indicator.level2')) {
    const two = cellsUnder(table, line, 'indicator.level2', set)[0];
    if (!two) continue;
    if (!isSecondHalf(levels, levels.level2[set] ?? null, two)) levels.level2[set] = two;
    ledger.label(two.cell);
  }
}

const isAbove = (at: CellAt | null, ledger: Ledger, row: number): boolean =>
  at !== null && (at.block !== ledger.block || at.cell.row + at.cell.rowSpan - 1 < row);

/** 满意度指 | 标: neither half is a level, together they are. */
function isSecondHalf(levels: Levels, firstAt: CellAt | null, { cell: second }: CellAt): boolean {
  const first = firstAt?.cell;
  if (!first || first === second) return false;
  const isLevel = (text: string) => level1Of(text) !== undefined || level2Of(text) !== undefined;
  const whole = `${first.text}${second.text}`;
  if (isLevel(second.text) || !isLevel(whole) || /指标\s*$/.test(first.text)) return false;
  levels.joined.set(first, whole);
  return true;
}

function rowOfSet(
  table: TableReading,
  row: number,
  set: number,
  levels: Levels,
  project: ProjectTableRow | null,
): IndicatorTableRow[] {
  const { ledger, header } = table;
  const line = lineAt(table, row);
  const known = new Map<string, CellAt[]>();
  const under = (role: string): CellAt[] => {
    const cells = known.get(role) ?? cellsUnder(table, line, role, set);
    known.set(role, cells);
    return cells;
  };
  const own = under('indicator.name');
  const hasNames = header.columns.some((column) => column.role === 'indicator.name' && column.set === set);
  const names = hasNames ? own : cellsUnder(table, line, 'indicator.name');
  const name = names[0];
  const target = under('indicator.target');
  if (!name) return [];
  const values = [...target, ...under('indicator.targetPeriod')];
  const starts = name.cell.row === row || values.some((at) => at.cell.row === row);
  if (!starts) return [];
  const rest = (role: string) => (CORE_ROLES.has(role) ? [] : under(role));
  if (
    setAsideNoIndicator(ledger, name.cell, values, [
      ...under('indicator.operator'),
      ...under('indicator.unit'),
      ...header.columns.filter((column) => column.set === set).flatMap(({ role }) => rest(role)),
    ])
  ) {
    return [];
  }
  if (name.cell === levels.level1?.cell && values.some((at) => at.cell === name.cell)) return [];
  const others: Record<string, CellAt[]> = {};
  for (const column of header.columns) {
    if (column.set === set && column.role.startsWith(INDICATOR) && !CORE_ROLES.has(column.role)) {
      const cells = under(column.role);
      if (cells.length) others[column.role.slice(INDICATOR.length)] = cells;
    }
  }
  const level2 = levels.level2[set] ?? levels.level2[0] ?? null;
  const base = {
    level1: levels.level1,
    level2,
    level1Text: levels.level1?.cell.text ?? null,
    level1Carried: ledger.grid.certainty !== 'flattened' && isAbove(levels.level1, ledger, row),
    level2Text: level2?.cell.text ?? null,
    name,
    nameText: names.map((at) => joinLines(at.cell.text)).join(''),
    operator: under('indicator.operator'),
    unit: under('indicator.unit'),
    targetCutOff: false,
    others,
    project,
  };
  for (const at of names) ledger.field(at.cell, 'indicator.name');
  claimOthers(ledger, base.operator, base.unit, others);
  const out: IndicatorTableRow[] = [];
  const period = under('indicator.targetPeriod');
  if (period.length) out.push({ ...base, target: claimTargets(ledger, period), horizon: 'period' });
  if (target.length || !period.length) {
    out.push({ ...base, target: claimTargets(ledger, target), horizon: setHorizon(header, set) });
  }
  return out.flatMap(splitNumbered);
}

const INDICATOR = 'indicator.';
const CORE_ROLES = new Set([
  'indicator.level1',
  'indicator.level2',
  'indicator.name',
  'indicator.target',
  'indicator.targetPeriod',
  'indicator.operator',
  'indicator.unit',
]);

function claimTargets(ledger: Ledger, cells: CellAt[]): CellAt[] {
  for (const at of cells) ledger.field(at.cell, 'indicator.target');
  return cells;
}

function claimOthers(
  ledger: Ledger,
  operator: CellAt[],
  unit: CellAt[],
  others: Record<string, CellAt[]>,
): void {
  for (const at of operator) ledger.field(at.cell, 'indicator.operator');
  for (const at of unit) ledger.field(at.cell, 'indicator.unit');
  for (const [role, cells] of Object.entries(others)) {
    for (const at of cells) ledger.field(at.cell, `indicator.${role}`);
  }
}

function setHorizon(header: TableHeader, set: number): Horizon {
  const own = header.columns.filter((column) => column.set === set && /\.(target|name)$/.test(column.role));
  return own.find((column) => column.horizon)?.horizon ?? 'annual';
}
