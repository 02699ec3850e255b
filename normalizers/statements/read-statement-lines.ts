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
  const placed = halves.map((): PlacedColumn[] => []);
  for (const [half, { side, columns: ofHalf, item, codes }] of halves.entries()) {
    for (const column of ofHalf) {
      if (column === item || codes.includes(column) || column.role === 'number') continue;
      placed[half]?.push({ column, position: columns.length });
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
        const line = lineOf(
          { body, row, half, index, placed: placed[index] ?? [] },
          context.units,
          read,
          codesAbove,
        );
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

/** The row of one half of the table. */
interface HalfRow {
  body: Body;
  row: number;
  half: Half;
  index: number;
  placed: readonly PlacedColumn[];
}

/** A column of figures and its position among those of the statement. */
interface PlacedColumn {
  column: GridColumn;
  position: number;
}

type SlotOf = (column: GridColumn | null) => Cell | undefined;

function lineOf(
  { body, row, half, index, placed }: HalfRow,
  units: FigureUnits,
  read: LinesRead,
  codesAbove: string[][],
): StatementLine | null {
  const { grid } = body;
  const slot: SlotOf = (column) => {
    const cell = column ? grid.slots[row]?.[column.index] : undefined;
    return cell && cell.row > body.from ? cell : undefined;
  };
  const named = nameOf(half, slot, codesAbove[index] ?? []);
  codesAbove[index] = named.codes;
  if (named.cell && reachesBehind(named.cell, half)) return null;
  const figures: StatementFigure[] = [];
  for (const { column, position } of placed) {
    const cell = slot(column);
    const beginsHere = cell?.row === row + 1 && cell.column === column.index + 1;
    if (!cell || !beginsHere || cell === named.cell || cell.text.trim() === '') continue;
    figures.push({ column: position, ...readStatementFigure(grid, cell, column, units) });
  }
  const line = { half: index, side: half.side, level: null, role: 'item' as const, figures };
  if (named.cell) {
    noteUnread(figures, grid, read);
    return { ...line, code: named.code, item: named.item, evidence: evidenceOfCell(grid, named.cell) };
  }
  const [first] = figures;
  const cell = first && grid.grid.cells[first.evidence.cell ?? -1];
  if (!first || !cell) return null;
  const isNameless = half.item !== null && figures.some(({ money }) => money !== null && money.fen !== 0);
  if (isNameless) read.unread.push({ cell, why: 'no-name' });
  return { ...line, code: null, item: '', evidence: first.evidence };
}

/** Figures under no header, and those that are no amounts. */
function noteUnread(figures: readonly StatementFigure[], grid: StatementGrid, read: LinesRead): void {
  for (const { column, money, evidence } of figures) {
    const cell = grid.grid.cells[evidence.cell ?? -1];
    if (!cell || money === null) continue;
    if (read.columns[column]?.label === '') read.unread.push({ cell, why: 'no-label' });
    else if (money.state === 'unresolved' && money.figure === null) {
      read.unread.push({ cell, why: 'no-amount' });
    }
  }
}

/** A label over the whole half names the figure of the next one (公用经费合计 over two columns of classes). */
const reachesBehind = ({ column, colSpan }: Cell, { columns }: Half): boolean =>
  column + colSpan - 2 > (columns.at(-1)?.index ?? 0);

/** Code and name of a row; where the naming column is blank another column of names stands in. */
function nameOf(
  half: Half,
  slot: SlotOf,
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
