import type { MoneyUnit } from '../../src/model/facts/money-units.js';
import type { Cell } from '../../src/model/grid.js';
import { type Money, withoutAmount } from '../../src/model/money.js';
import type { StatementFigure } from '../../src/model/statement.js';
import { parseMoney } from '../parse/money/parse-money.js';
import type { GridColumn } from './read-columns.js';
import { evidenceOfCell, type StatementGrid } from './statement-grid.js';

/** The units that hold for a statement where its cells and labels print none. */
export interface FigureUnits {
  caption: MoneyUnit | null;
  paragraph: MoneyUnit | null;
  document: MoneyUnit | null;
}

/** What a cell of a column of figures holds: money, or null for persons, pieces, codes and texts. A clipped figure is no amount. */
export function readStatementFigure(
  grid: StatementGrid,
  cell: Cell,
  { role, label }: GridColumn,
  units: FigureUnits,
): Pick<StatementFigure, 'money' | 'evidence'> {
  const evidence = evidenceOfCell(grid, cell);
  if (role !== 'money') return { money: null, evidence };
  return { money: moneyOf(cell, label, units), evidence };
}

function moneyOf(cell: Cell, label: string, units: FigureUnits): Money {
  const money = parseMoney(inOneLine(cell.text), { label, ...units }, cell.exact);
  return cell.flags?.includes('outside-clip') ? withoutAmount(money.printed, 'unresolved') : money;
}

/** A figure broken in its decimals or behind a separator is one figure; anything else stays as it is. */
function inOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const joined = text.replace(/\s+/g, '');
  return /^-?\d{1,3}(,\d{3})*\.\d+$/.test(joined) && /[.,]/.test(text.split('\n')[0] ?? '') ? joined : text;
}
