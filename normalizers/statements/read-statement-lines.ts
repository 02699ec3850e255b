import type { Cell } from '../../src/model/grid.js';
import type { StatementColumn, StatementFigure, StatementLine } from '../../src/model/statement.js';
import { joinCodes, withCodesAbove } from './code-columns.js';
import { splitCode } from './line-code.js';
import type { GridColumn, Half } from './read-columns.js';
import { rowText } from './read-head.js';
import { type FigureUnits, readStatementFigure } from './read-statement-figure.js';
import { setCarried } from './set-carried.js';
import { setLevels } from './set-levels.js';
import { setRoles } from './set-roles.js';
import { evidenceOfCell, filledCells, type StatementGrid } from './statement-grid.js';
import { statementText } from './statement-text.js';
import { statementWords } from './statement-words.js';

/** Rows of one grid that belong to a statement. */
export interface Body {
  grid: StatementGrid;
  /** First row and the row behind the last, from 0. */
  from: number;
  to: number;
}

/** Amounts without a name beside them, a text where an amount should be, amounts under no label. */
export interface UnreadCell {
  cell: Cell;
  why: 'no-name' | 'no-amount' | 'no-label';
}

export interface LinesRead {
  columns: StatementColumn[];
  lines: StatementLine[];
  /** Cells that were not understood, from the top. */
  unread: UnreadCell[];
  /** A row says that there is nothing to print. */
  saysNothing: boolean;
}

interface Context {
  units: FigureUnits;
  /** Texts of header rows, which are skipped where they are printed again. */
  heads: ReadonlySet<string>;
  title: string;
}

/** The lines of a statement over all its grids. */
export function readStatementLines(
  bodies: readonly Body[],
  halves: readonly Half[],
  context: Context,
): LinesRead {
  const columns: StatementColumn[] = [];
  const at = new Map<GridColumn, number>();
  for (const [half, { side, columns: ofHalf, item, codes }] of halves.entries()) {
    for (const column of ofHalf) {
      if (column === item || codes.includes(column) || column.role === 'number') continue;
      at.set(column, columns.length);
      columns.push({ half, side: side ?? column.side, label: column.label, kind: column.kind });
    }
  }
  const read: LinesRead = { columns, lines: [], unread: [], saysNothing: false };
  const codesAbove = halves.map((): string[] => []);
  for (const body of bodies) {
    for (let row = body.from; row < body.to; row++) {
      const cells = filledCells(body.grid, row);
      const [first] = cells;
      if (!first || isAside(cells, body.grid, row, context, read)) continue;
      for (const [index, half] of halves.entries()) {
        const line = lineOf(body, row, half, index, at, context.units, read, codesAbove);
        if (line) read.lines.push(line);
      }
    }
  }
  for (const [index] of halves.entries()) {
    const ofHalf = read.lines.filter(({ half }) => half === index);
    setLevels(ofHalf);
    setRoles(ofHalf);
    setCarried(ofHalf);
  }
  return read;
}

/** Header and title printed again, notes, and rows that say there is nothing. */
function isAside(
  cells: readonly Cell[],
  grid: StatementGrid,
  row: number,
  { heads, title }: Context,
  read: LinesRead,
): boolean {
  if (heads.has(rowText(grid, row))) return true;
  const [only] = cells;
  if (cells.length !== 1 || !only) return false;
  const text = statementText(only.text);
  const { nothing, notes } = statementWords().lines;
  if (nothing.test(text)) {
    read.saysNothing = true;
    return true;
  }
  return (
    notes.test(text) ||
    (title !== '' && text === statementText(title)) ||
    /^(金额)?单位:|^[-—\s第页共/\d]+$/.test(text)
  );
}

function lineOf(
  body: Body,
  row: number,
  half: Half,
  index: number,
  at: ReadonlyMap<GridColumn, number>,
  units: FigureUnits,
  read: LinesRead,
  codesAbove: string[][],
): StatementLine | null {
  const { grid } = body;
  const slot = (column: GridColumn | null): Cell | undefined => {
    const cell = column ? grid.slots[row]?.[column.index] : undefined;
    return cell && cell.row > body.from ? cell : undefined;
  };
  const named = nameOf(half, slot, codesAbove[index] ?? []);
  codesAbove[index] = named.codes;
  if (named.cell && reachesBehind(named.cell, half)) return null;
  const figures: StatementFigure[] = [];
  for (const [column, position] of at) {
    if (!half.columns.includes(column)) continue;
    const cell = slot(column);
    if (
      !cell ||
      cell === named.cell ||
      cell.row !== row + 1 ||
      cell.column !== column.index + 1 ||
      cell.text.trim() === ''
    )
      continue;
    figures.push({ column: position, ...readStatementFigure(grid, cell, column, units) });
  }
  const amounts = figures.filter(({ money }) => money !== null);
  if (!named.cell) {
    if (figures.length === 0) return null;
    const isNameless = half.item !== null && amounts.some(({ money }) => money?.fen !== 0);
    const [first] = figures;
    const cell = first && grid.grid.cells[first.evidence.cell ?? -1];
    if (isNameless && cell) read.unread.push({ cell, why: 'no-name' });
    if (!cell || !first) return null;
    return {
      half: index,
      side: half.side,
      code: null,
      item: '',
      level: null,
      role: 'item',
      figures,
      evidence: first.evidence,
    };
  }
  for (const figure of amounts) {
    const cell = grid.grid.cells[figure.evidence.cell ?? -1];
    if (!cell) continue;
    if (read.columns[figure.column]?.label === '') read.unread.push({ cell, why: 'no-label' });
    else if (figure.money?.state === 'unresolved' && figure.money.figure === null) {
      read.unread.push({ cell, why: 'no-amount' });
    }
  }
  return {
    half: index,
    side: half.side,
    code: named.code,
    item: named.item,
    level: null,
    role: 'item',
    figures,
    evidence: evidenceOfCell(grid, named.cell),
  };
}

/** A label over the whole half names the figure of the next one (公用经费合计 over two columns of classes). */
const reachesBehind = ({ column, colSpan }: Cell, { columns }: Half): boolean =>
  column + colSpan - 2 > (columns.at(-1)?.index ?? 0);

/** Code and name of a row; where the naming column is blank another column of names stands in. */
function nameOf(
  half: Half,
  slot: (column: GridColumn | null) => Cell | undefined,
  codesAbove: readonly string[],
): { code: string | null; codes: string[]; item: string; cell: Cell | null } {
  const filled = (column: GridColumn | null): Cell | null => {
    const cell = slot(column);
    return cell && cell.text.trim() !== '' ? cell : null;
  };
  const ofColumns = half.codes.map(filled);
  const codeCells = ofColumns.map((each, at) => (ofColumns.indexOf(each) === at ? each : null));
  const named =
    filled(half.item) ??
    half.columns
      .filter(({ role }) => role === 'item')
      .map(filled)
      .find((cell) => cell !== null) ??
    null;
  const own = codeCells.map((cell) => (cell && cell !== named ? cell.text.replace(/\s+/g, '') : ''));
  const codes = withCodesAbove(own, codesAbove);
  const code = joinCodes(codes);
  const cell = named ?? codeCells.find((each) => each !== null) ?? null;
  if (!named) {
    const bare = code !== null && /\d/.test(code);
    return { code: bare ? code : null, codes, item: bare ? '' : (code ?? ''), cell };
  }
  const split = splitCode(named.text);
  const item = code === null ? split.item : itemText(named.text);
  return { code: code ?? split.code, codes, item, cell: named };
}

const itemText = (text: string): string => text.replace(/\s+/g, '');
