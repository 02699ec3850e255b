import { type Block, isGrid } from '../../src/model/grid.js';
import { columnLabel } from './label-rank.js';
import { type Half, readColumns } from './read-columns.js';
import { type Head, isNumbersRow, readHead, rowText } from './read-head.js';
import type { Body } from './read-statement-lines.js';
import { filledCells, type StatementGrid, statementGrid } from './statement-grid.js';
import { printsFigure } from './statement-text.js';
import { statementWords } from './statement-words.js';
import { type Heading, headingOf, linesAbove } from './title-lines.js';
import { topRows } from './top-rows.js';

/** A statement as it stands in the document: what is printed over it, its header, and its rows over all pages. */
export interface StatementPart {
  heading: Heading;
  head: Head;
  halves: Half[];
  bodies: Body[];
}

/** The widest seen has 30: three years of 三公 beside each other. */
const MOST_COLUMNS = 80;

/** The tables of a document that have the heading or the header of a statement, tables over several pages joined. */
export function findStatements(blocks: readonly Block[], taken: ReadonlySet<number>): StatementPart[] {
  const found: StatementPart[] = [];
  let open: StatementPart | null = null;
  for (const [index, block] of blocks.entries()) {
    if (!isGrid(block)) continue;
    if (taken.has(index) || block.hidden || block.columns < 2 || block.columns > MOST_COLUMNS) {
      open = null;
      continue;
    }
    const grid = statementGrid(block, index);
    const above = headingOf(linesAbove(blocks, index), 'paragraph');
    if (open && goesOn(open, grid, above)) continue;
    open = null;
    for (const part of partsOf(grid, above)) {
      found.push(part);
      open = part;
    }
  }
  return found;
}

/** A grid may hold several statements under titles of their own. */
function partsOf(grid: StatementGrid, above: Heading): StatementPart[] {
  const starts = [0];
  for (let row = 1; row < grid.slots.length; row++) {
    if (filledCells(grid, row).length > 2) continue;
    const { rows, lines } = topRows(grid, row);
    if (rows > 0 && headingOf(lines, 'caption').title && row > (starts.at(-1) ?? 0) + 3) {
      starts.push(row);
      row += rows;
    }
  }
  return starts.flatMap((start, at) => {
    const part = partAt(grid, start, starts[at + 1] ?? grid.slots.length, at === 0 ? above : null);
    return part ? [part] : [];
  });
}

function partAt(
  grid: StatementGrid,
  start: number,
  end: number,
  above: Heading | null,
): StatementPart | null {
  const top = topRows(grid, start);
  const own = headingOf(top.lines, 'caption');
  const heading: Heading = {
    title: own.title ?? above?.title ?? null,
    unit: own.unit ?? above?.unit ?? null,
    department: own.department ?? above?.department ?? null,
    foreign: own.title ? own.foreign : (above?.foreign ?? false),
  };
  if (heading.foreign) return null;
  const from = start + top.rows;
  const head = readHead(grid, from);
  if (head.end === from || head.paths.some((path) => path.some(isForeign))) return null;
  const halves = readColumns(grid, head);
  const money = halves.flatMap(({ columns }) => columns.filter(({ role }) => role === 'money'));
  if (money.length === 0 || (heading.title === null && !hasFigures(grid, head.end))) return null;
  return { heading, head, halves, bodies: [{ grid, from: head.end, to: end }] };
}

const hasFigures = (grid: StatementGrid, from: number): boolean =>
  grid.slots
    .slice(from, from + 12)
    .some((_, row) => filledCells(grid, from + row).some(({ text }) => printsFigure(text)));

/** The table goes on: as many columns, no title or the same, and its header printed again or none. */
function goesOn(open: StatementPart, grid: StatementGrid, above: Heading): boolean {
  const last = open.bodies.at(-1)?.grid;
  if (!last || last.grid.columns !== grid.grid.columns) return false;
  if (above.foreign || (above.title && above.title.text !== open.heading.title?.text)) return false;
  if (above.department && above.department.text !== open.heading.department?.text) return false;
  let from = 0;
  while (from < grid.slots.length && (open.head.rows.has(rowText(grid, from)) || isNumbersRow(grid, from)))
    from++;
  if (from === 0 && (above.title !== null || readHead(grid, 0).end > 0)) return false;
  open.bodies.push({ grid, from, to: grid.slots.length });
  return true;
}

const isForeign = (label: string): boolean => statementWords().columns.foreign.test(columnLabel(label));
