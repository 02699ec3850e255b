import type { ColumnKind, StatementSide } from '../../src/model/statement.js';
import { columnKind } from './column-kind.js';
import { columnLabel, labelRank } from './label-rank.js';
import type { Head } from './read-head.js';
import { filledCells, type StatementGrid } from './statement-grid.js';
import { printsFigure, statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/**
 * What a column of a statement holds. `number`: running numbers, no part of it · `count`: persons, pieces and rates · `text`: notes, kinds, dates.
 */
export type StatementColumnRole = 'code' | 'item' | 'money' | 'count' | 'text' | 'number';

export interface GridColumn {
  /** In the grid, from 0. */
  index: number;
  role: StatementColumnRole;
  label: string;
  kind: ColumnKind;
  side: StatementSide | null;
  /** Of items: how well it names a row; 0 for others. */
  rank: number;
}

/** The columns that stand under one half of the table with items of their own. */
export interface Half {
  side: StatementSide | null;
  columns: GridColumn[];
  /** The column that names the rows; null where the table is one of figures alone. */
  item: GridColumn | null;
  /** Code of what the item names; several for 类 | 款 | 项. */
  codes: GridColumn[];
}

/** Columns and halves of a statement by its header, and by what stands under it. */
export function readColumns(grid: StatementGrid, head: Head): Half[] {
  const stats = contentOf(grid, head.end);
  const columns = head.paths.map((path, index) => columnOf(path, index, stats[index] ?? NOTHING));
  return halvesOf(columns, head.paths);
}

interface Content {
  figures: number;
  codes: number;
  texts: number;
}
const NOTHING: Content = { figures: 0, codes: 0, texts: 0 };

function contentOf(grid: StatementGrid, from: number): Content[] {
  const content = Array.from({ length: grid.grid.columns }, () => ({ ...NOTHING }));
  for (let row = from; row < grid.slots.length; row++) {
    for (const cell of filledCells(grid, row)) {
      const of = content[cell.column - 1];
      if (!of || cell.colSpan > 1) continue;
      const text = cell.text.replace(/\s+/g, '');
      if (/^(\d{2,9}|[A-Z]\d{0,10})$/.test(text)) of.codes++;
      if (printsFigure(text) || /^[-—*]+$/.test(text)) of.figures++;
      else of.texts++;
    }
  }
  return content;
}

function columnOf(path: string[], index: number, content: Content): GridColumn {
  const label = path.join('/');
  const role = roleOf(path, content);
  const rank = role === 'item' ? itemRank(path) : 0;
  const kind = role === 'count' && isPersons(path) ? 'person' : role === 'code' ? 'item-code' : 'other';
  return { index, role, label, kind, side: null, rank };
}

const isPersons = (path: readonly string[]): boolean =>
  statementWords().columns.persons.test(statementText(path.at(-1) ?? ''));

function roleOf(path: readonly string[], content: Content): StatementColumnRole {
  const { numbers, codes, texts, persons, counts } = statementWords().columns;
  const leaf = columnLabel(path.at(-1) ?? '');
  const isText = content.texts > content.figures;
  if (numbers.includes(leaf)) return 'number';
  if (leaf === '') return isText ? 'item' : 'money';
  if (codes.test(leaf) && (!isText || content.codes > 0)) return 'code';
  if (codes.test(leaf)) return content.texts > 0 ? 'item' : 'code';
  if (itemRank(path) > 0 && (isText || content.figures === 0)) return 'item';
  if (itemRank(path) > 0 && content.codes === content.figures && content.codes > 0) return 'code';
  if (texts.test(leaf) && !isMoneyLabel(leaf)) return 'text';
  if (persons.test(leaf) && !/支出|经费|费/.test(leaf)) return 'count';
  if (counts.test(leaf) && !/支出|经费|费$|金额/.test(leaf)) return 'count';
  return isText && content.figures === 0 && !isMoneyLabel(leaf) ? 'text' : 'money';
}

const isMoneyLabel = (leaf: string): boolean =>
  statementWords().columns.kinds.some(({ pattern }) => pattern.test(leaf)) ||
  /支出|收入|经费|费$|金额/.test(leaf);

const itemRank = (path: readonly string[]): number => labelRank(path.at(-1) ?? '');

/** Halves begin where items stand behind figures, under a header of their own or under the same label as the first. */
function halvesOf(columns: GridColumn[], paths: readonly string[][]): Half[] {
  const groups: GridColumn[][] = [];
  let hasMoney = true;
  for (const column of columns) {
    const named = column.role === 'item' || column.role === 'code';
    if (groups.length === 0 || (named && hasMoney && beginsHalf(column, groups[0]?.[0], paths))) {
      groups.push([]);
      hasMoney = false;
    }
    if (column.role === 'money') hasMoney = true;
    groups.at(-1)?.push(column);
  }
  const last = groups.at(-1);
  if (groups.length > 1 && last && !last.some(({ role }) => role === 'money')) {
    groups.pop();
    groups.at(-1)?.push(...last);
  }
  return groups.map((group) => halfOf(group, paths, groups.length));
}

function beginsHalf(column: GridColumn, first: GridColumn | undefined, paths: readonly string[][]): boolean {
  if (!first) return true;
  const [mine = '', its = ''] = [paths[column.index]?.[0], paths[first.index]?.[0]];
  const side = sideOf(mine);
  const isNewSide = side !== null && (side !== sideOf(its) || mine !== its);
  const [myLeaf, itsLeaf] = [paths[column.index]?.at(-1), paths[first.index]?.at(-1)].map((leaf) =>
    columnLabel(leaf ?? ''),
  );
  return (
    isNewSide ||
    myLeaf === itsLeaf ||
    (side !== null && first.role !== 'number' && column.role === first.role)
  );
}

function sideOf(label: string): StatementSide | null {
  const { income, expenditure } = statementWords().columns;
  const plain = statementText(label);
  const [isIncome, isExpenditure] = [income.test(plain), expenditure.test(plain)];
  if (isIncome === isExpenditure) return null;
  return isIncome ? 'income' : 'expenditure';
}

function halfOf(columns: GridColumn[], paths: readonly string[][], halves: number): Half {
  const items = columns.filter(({ role }) => role === 'item');
  const item = items.reduce<GridColumn | null>(
    (best, each) => (best && best.rank >= each.rank ? best : each),
    columns.some(({ role }) => role === 'code')
      ? null
      : (columns.find(({ role }) => role === 'text') ?? null),
  );
  const named = item ?? columns.find(({ role }) => role === 'code') ?? null;
  const side =
    halves > 1 && named
      ? (sideOf((paths[named.index] ?? []).join('/').split('/')[0] ?? '') ?? sideOf(named.label))
      : null;
  const labels = columns.map(({ index }) => paths[index] ?? []);
  const kinds = columns.map((column) => ({
    ...column,
    kind: column.role === 'money' ? columnKind(paths[column.index] ?? [], labels) : column.kind,
  }));
  return {
    side,
    columns: kinds,
    item: kinds.find(({ index }) => index === item?.index) ?? null,
    codes: codesOf(kinds, item),
  };
}

/** The code columns next before the item, else the first behind it: one, or 类 | 款 | 项. */
function codesOf(columns: readonly GridColumn[], item: GridColumn | null): GridColumn[] {
  const codes = columns.filter(({ role }) => role === 'code');
  const before = codes.filter(({ index }) => !item || index < item.index);
  const nearest = before.at(-1) ?? codes[0];
  if (!nearest) return [];
  if (!isPart(nearest)) return [nearest];
  const run: GridColumn[] = [];
  for (const code of codes) {
    if (code.index > nearest.index) break;
    if (!isPart(code) || leafOf(code) === '类') run.length = 0;
    if (isPart(code)) run.push(code);
  }
  return before.length > 0 ? run : codes.filter(isPart).slice(0, 3);
}

const leafOf = ({ label }: GridColumn): string => label.split('/').at(-1) ?? '';
const isPart = (column: GridColumn): boolean => /^[类款项目]$/.test(leafOf(column));
