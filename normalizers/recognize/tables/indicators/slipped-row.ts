import type { Cell } from '../../../../src/model/grid.js';
import type { IndicatorTableRow, Levels, TableHeader } from '../../form/form.js';
import type { CellAt, Ledger } from '../../form/ledger.js';
import { lineAt, type RowCells, type TableReading } from '../../form/row-reading.js';
import { isBlankMark, isTemplateText } from '../../words/cell-kinds.js';
import { compact, joinLines } from '../../words/label-text.js';
import { level1Of, level2Of } from '../../words/vocabulary.js';

const isLevel = (text: string): boolean => level1Of(text) !== undefined || level2Of(text) !== undefined;

/** A level label outside its column, or a text in a level's column: the row slipped, its columns cannot be trusted. */
export function isSlipped(line: RowCells, row: number, header: TableHeader): boolean {
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
const isNameLikeItsLevel = (line: RowCells, header: TableHeader, name: Cell): boolean => {
  const at = (role: string) => {
    const column = header.columns.find((c) => c.role === role);
    return column && line[column.from - 1];
  };
  const level = at('indicator.level2');
  const target = at('indicator.target');
  const hasLevel = level !== undefined && level !== name && level2Of(level.text) !== undefined;
  return hasLevel && (!/指标$/.test(compact(name.text)) || /\d/.test(target?.text ?? ''));
};

const nameIsMissing = (line: RowCells, header: TableHeader): boolean => {
  const at = (role: string) => {
    const column = header.columns.find((c) => c.role === role);
    return column ? (line[column.from - 1]?.text.trim() ?? '') : '';
  };
  return at('indicator.name') === '' || at('indicator.target') === '';
};

/** Reads a slipped row by content: leading level labels, then the name, then the target, then what follows it. */
export function readSlippedRow(table: TableReading, row: number, levels: Levels): IndicatorTableRow[] {
  const { ledger, header } = table;
  const first = header.columns[0]?.from ?? 1;
  const cells = [...new Set(lineAt(table, row))].filter(
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
  const [level2 = null] = levels.level2;
  return [
    {
      level1: levels.level1,
      level2,
      level1Text: levels.level1?.cell.text ?? null,
      level2Text: level2?.cell.text ?? null,
      name: ledger.at(name),
      nameText: joinLines(name.text),
      target: target ? [claimTarget(ledger, target)] : [],
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
  if (one && (!two || levels.level1 === null || levels.level2.length > 0) && one !== '成本指标') {
    levels.level1 = ledger.at(cell);
    levels.level2 = [];
    return;
  }
  if (two && level1Of(levels.level1?.cell.text ?? '') !== two.level1) levels.level1 = null;
  levels.level2 = [ledger.at(cell)];
}

function claimTarget(ledger: Ledger, target: Cell): CellAt {
  ledger.field(target, 'indicator.target');
  return ledger.at(target);
}
