import type { Horizon } from '../../src/model/disclosure.js';
import type { Cell } from '../../src/model/grid.js';
import { isBlankMark, isTemplateText } from './cell-kinds.js';
import type { IndicatorRow, ProjectRow, TableHeader } from './form.js';
import { compact, joinLines } from './label-text.js';
import type { CellAt, Ledger } from './ledger.js';
import { level1Of, level2Of } from './vocabulary.js';

type Slots = (Cell | undefined)[][];

/** Levels carry down over blank cells where merges are lost. */
export interface Levels {
  level1: Cell | null;
  level2: Cell | null;
}

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;

/**
 * The indicators of one row of an indicator table, one for each set of columns that stand side by side. Levels in the row
 * (or carried from above) are updated in `levels`.
 */
export function indicatorsOfRow(
  ledger: Ledger,
  slots: Slots,
  row: number,
  header: TableHeader,
  levels: Levels,
  project: ProjectRow | null,
): IndicatorRow[] {
  const line = slots[row - 1] ?? [];
  if (isSlipped(line, row, header)) return slippedRow(ledger, line, row, header, levels);
  const rows: IndicatorRow[] = [];
  const sets = Math.max(...header.columns.map((column) => column.set)) + 1;
  readLevels(ledger, line, header, levels);
  for (let set = 0; set < sets; set++) {
    rows.push(...rowOfSet(ledger, line, row, header, set, levels, project));
  }
  return rows;
}

/** Cells under a role in this row, in order, blank ones left out. */
export function cellsUnder(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
  role: string,
  set = 0,
): CellAt[] {
  const found = new Set<Cell>();
  for (const column of header.columns) {
    if (column.role !== role || column.set !== set) continue;
    for (let c = column.from; c <= column.to; c++) {
      const cell = line[c - 1];
      if (cell && cell.text.trim() !== '') found.add(cell);
    }
  }
  return [...found].map((cell) => ledger.at(cell));
}

function readLevels(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  header: TableHeader,
  levels: Levels,
): void {
  const one = cellsUnder(ledger, line, header, 'indicator.level1')[0]?.cell;
  if (one && one !== levels.level1) {
    levels.level1 = one;
    levels.level2 = null;
  }
  const two = cellsUnder(ledger, line, header, 'indicator.level2')[0]?.cell;
  if (two) levels.level2 = two;
  if (one) ledger.label(one);
  if (two) ledger.label(two);
}

function rowOfSet(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
  set: number,
  levels: Levels,
  project: ProjectRow | null,
): IndicatorRow[] {
  const under = (role: string) => cellsUnder(ledger, line, header, role, set);
  const names = under('indicator.name');
  const name = names[0];
  const target = under('indicator.target');
  if (!name) return [];
  const values = [...target, ...under('indicator.targetPeriod')];
  const starts = name.cell.row === row || values.some((at) => at.cell.row === row);
  if (!starts) return [];
  if (isTemplateText(name.cell.text)) {
    ledger.setAside(name.cell, 'template-text');
    for (const at of values) if (isTemplateText(at.cell.text)) ledger.setAside(at.cell, 'template-text');
    return [];
  }
  const others: Record<string, CellAt[]> = {};
  for (const column of header.columns) {
    if (column.set === set && /^indicator\./.test(column.role) && !CORE_ROLES.has(column.role)) {
      const cells = under(column.role);
      if (cells.length) others[column.role.replace('indicator.', '')] = cells;
    }
  }
  const base = {
    level1: levels.level1 ? ledger.at(levels.level1) : null,
    level2: levels.level2 ? ledger.at(levels.level2) : null,
    level1Text: levels.level1?.text ?? null,
    level2Text: levels.level2?.text ?? null,
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
  const out: IndicatorRow[] = [];
  const period = under('indicator.targetPeriod');
  if (period.length) out.push({ ...base, target: claimTargets(ledger, period), horizon: 'period' });
  if (target.length || !period.length) {
    out.push({ ...base, target: claimTargets(ledger, target), horizon: setHorizon(header, set) });
  }
  return out;
}

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
  const own = header.columns.filter((column) => column.set === set && /target|name/.test(column.role));
  return own.find((column) => column.horizon)?.horizon ?? 'annual';
}

/** A level label outside its column, or a text in a level's column: the row slipped, its columns cannot be trusted. */
function isSlipped(line: readonly (Cell | undefined)[], row: number, header: TableHeader): boolean {
  const hasLevels = header.columns.some((column) => column.role === 'indicator.level2');
  if (!hasLevels) return false;
  for (let c = 1; c <= line.length; c++) {
    const cell = line[c - 1];
    if (!cell || cell.row !== row || cell.column !== c || cell.text.trim() === '') continue;
    const role = header.columns.find((column) => c >= column.from && c <= column.to)?.role;
    if (role === 'indicator.level1' && !level1Of(cell.text) && (level2Of(cell.text) || cell.rowSpan === 1)) {
      if (level2Of(cell.text) || nameIsMissing(line, header)) return true;
    }
    if (role === 'indicator.level2' && !isLevel(cell.text) && nameIsMissing(line, header)) return true;
    if (role === 'indicator.name' && isPureLevel(cell.text) && !isNameLikeItsLevel(line, header, cell))
      return true;
    if (role === undefined && isPureLevel(cell.text)) return true;
  }
  return false;
}

const isPureLevel = (text: string): boolean => /(指标|满意度)$/.test(compact(text)) && isLevel(text);

/** The name may repeat its level (服务对象满意度 under 服务对象满意度指标) where a value stands beside it. */
const isNameLikeItsLevel = (
  line: readonly (Cell | undefined)[],
  header: TableHeader,
  name: Cell,
): boolean => {
  const at = (role: string) => {
    const column = header.columns.find((c) => c.role === role);
    return column && line[column.from - 1];
  };
  const level = at('indicator.level2');
  const target = at('indicator.target');
  const hasLevel = level !== undefined && level !== name && level2Of(level.text) !== undefined;
  return hasLevel && (!/指标$/.test(compact(name.text)) || /\d/.test(target?.text ?? ''));
};

const nameIsMissing = (line: readonly (Cell | undefined)[], header: TableHeader): boolean => {
  const at = (role: string) => {
    const column = header.columns.find((c) => c.role === role);
    return column ? (line[column.from - 1]?.text.trim() ?? '') : '';
  };
  return at('indicator.name') === '' || at('indicator.target') === '';
};

/** Reads a slipped row by content: leading level labels, then the name, then the target, then what follows it. */
function slippedRow(
  ledger: Ledger,
  line: readonly (Cell | undefined)[],
  row: number,
  header: TableHeader,
  levels: Levels,
): IndicatorRow[] {
  const first = header.columns[0]?.from ?? 1;
  const cells = [...new Set(line)].filter(
    (cell): cell is Cell => cell !== undefined && cell.row === row && cell.text.trim() !== '',
  );
  const rest: Cell[] = [];
  for (const cell of cells) {
    if (rest.length === 0 && isPureLevel(cell.text)) takeLevel(ledger, cell, levels);
    else if (rest.length === 0 && cell.column < first && !isTemplateText(cell.text)) ledger.label(cell);
    else rest.push(cell);
  }
  const [name, target, ...others] = rest;
  if (!name) return [];
  if (isTemplateText(name.text)) {
    ledger.setAside(name, 'template-text');
    return [];
  }
  ledger.field(name, 'indicator.name');
  const after = followingRoles(header);
  const extra: Record<string, CellAt[]> = {};
  others.forEach((cell, i) => {
    const role = after[i];
    if (!role || isBlankMark(cell.text)) return;
    extra[role.replace('indicator.', '')] = [ledger.at(cell)];
    ledger.field(cell, role);
  });
  return [
    {
      level1: levels.level1 ? ledger.at(levels.level1) : null,
      level2: levels.level2 ? ledger.at(levels.level2) : null,
      level1Text: levels.level1?.text ?? null,
      level2Text: levels.level2?.text ?? null,
      name: ledger.at(name),
      nameText: joinLines(name.text),
      target: target ? claimTargets(ledger, [ledger.at(target)]) : [],
      operator: [],
      unit: [],
      targetCutOff: target === undefined,
      horizon: 'annual',
      others: extra,
      project: null,
    },
  ];
}

const followingRoles = (header: TableHeader): string[] => {
  const roles = header.columns.map((column) => column.role);
  return roles.slice(roles.indexOf('indicator.target') + 1);
};

function takeLevel(ledger: Ledger, cell: Cell, levels: Levels): void {
  ledger.label(cell);
  const one = level1Of(cell.text);
  const two = level2Of(cell.text);
  if (one && (!two || levels.level1 === null || levels.level2 !== null) && one !== '成本指标') {
    levels.level1 = cell;
    levels.level2 = null;
    return;
  }
  if (two && level1Of(levels.level1?.text ?? '') !== two.level1) levels.level1 = null;
  levels.level2 = cell;
}
