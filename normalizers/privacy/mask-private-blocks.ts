import { type Block, type Cell, type Grid, isGrid, type Paragraph } from '../../src/model/grid.js';
import { maskLines } from './mask-lines.js';
import { maskName } from './mask-name.js';
import { maskPrivate } from './mask-private.js';
import { maskRows } from './mask-rows.js';

/**
 * Masks private names and numbers in everything an extractor returned, before anything else sees it. Within a grid labels
 * speak for the cell to the right, and where a row of headings holds them, for the column below; a paragraph's label for the
 * next paragraph, never past a table. The name of a sheet is masked where it stands, in places too. Blocks without anything
 * private are returned as they are; positions never change.
 */
export function maskPrivateBlocks(blocks: readonly Block[]): Block[] {
  const masked: Block[] = [];
  const nameOf = sheetNames();
  let run: Paragraph[] = [];
  const closeRun = () => {
    const texts = maskLines(run.map(({ text }) => text));
    for (const [index, paragraph] of run.entries()) masked.push(withText(paragraph, texts[index]));
    run = [];
  };
  for (const block of blocks) {
    if (!isGrid(block)) {
      run.push(block);
      continue;
    }
    closeRun();
    masked.push(maskGrid(block, nameOf));
  }
  closeRun();
  return masked;
}

const withText = (block: Paragraph, text: string | undefined): Paragraph =>
  text === undefined || text === block.text ? block : { ...block, text };

/** Masked names of sheets; those that would be alike get a number, so that a place names one cell. */
function sheetNames(): (sheet: string) => string {
  const names = new Map<string, string>();
  return (sheet) => {
    const known = names.get(sheet);
    if (known !== undefined) return known;
    const masked = maskName(sheet);
    const taken = new Set(names.values());
    let name = masked;
    for (let n = 2; masked !== sheet && taken.has(name); n++) name = `${masked}（${n}）`;
    names.set(sheet, name);
    return name;
  };
}

function maskGrid(grid: Grid, nameOf: (sheet: string) => string): Grid {
  const rows = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const texts = maskRows(rows);
  const cells = grid.cells.map((cell) => maskCell(cell, texts.get(cell) ?? cell.text, nameOf));
  const sheet = grid.sheet && nameOf(grid.sheet);
  if (sheet === grid.sheet) return { ...grid, cells };
  const before = `${grid.sheet}!`;
  const moved = (cell: Cell): Cell =>
    cell.place.startsWith(before) ? { ...cell, place: `${sheet}!${cell.place.slice(before.length)}` } : cell;
  return { ...grid, sheet, cells: cells.map(moved) };
}

function maskCell(cell: Cell, text: string, nameOf: (sheet: string) => string): Cell {
  const nested = cell.nested?.map((grid) => maskGrid(grid, nameOf));
  const rawText = typeof cell.raw === 'boolean' || cell.raw === undefined ? '' : String(cell.raw);
  const isRawPrivate = text !== cell.text || maskPrivate(rawText) !== rawText;
  if (text === cell.text && !nested && !isRawPrivate) return cell;
  const { raw, exact, ...rest } = cell;
  return {
    ...rest,
    text,
    ...(raw !== undefined && !isRawPrivate ? { raw } : {}),
    ...(exact !== undefined && !isRawPrivate ? { exact } : {}),
    ...(nested ? { nested } : {}),
  };
}
