import { type Block, type Cell, type Grid, isGrid, type Paragraph } from '../../../src/model/grid.js';
import { type ContactLabel, contactLabel } from './contact-label.js';
import { maskPrivate } from './mask-private.js';
import { maskPrivateCells, maskUnderLabel } from './mask-private-cells.js';

/**
 * Masks private names and numbers in everything an extractor returned, before anything else sees it. Within a grid labels
 * speak for the cell to the right, and where a row of headings holds them, for the column below. Blocks without anything
 * private are returned as they are; positions never change.
 */
export function maskPrivateBlocks(blocks: readonly Block[]): Block[] {
  const paragraphs = blocks.map((block) => (isGrid(block) ? '' : block.text));
  const masked = maskPrivateCells(paragraphs);
  return blocks.map((block, index) => (isGrid(block) ? maskGrid(block) : withText(block, masked[index])));
}

const withText = (block: Paragraph, text: string | undefined): Paragraph =>
  text === undefined || text === block.text ? block : { ...block, text };

function maskGrid(grid: Grid): Grid {
  const rows = new Map<number, Cell[]>();
  for (const cell of grid.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const columns = columnLabels(rows);
  const texts = new Map<Cell, string>();
  for (const row of rows.values()) {
    const masked = maskPrivateCells(row.map(({ text }) => text));
    for (const [index, cell] of row.entries()) {
      const heading = columns.get(cell.column);
      const text = masked[index] ?? cell.text;
      texts.set(cell, heading && cell.row > heading.row ? maskUnderLabel(text, heading.label) : text);
    }
  }
  return { ...grid, cells: grid.cells.map((cell) => maskCell(cell, texts.get(cell) ?? cell.text)) };
}

function maskCell(cell: Cell, text: string): Cell {
  const nested = cell.nested?.map(maskGrid);
  const rawText = typeof cell.raw === 'boolean' || cell.raw === undefined ? '' : String(cell.raw);
  const isRawPrivate = text !== cell.text || maskPrivate(rawText) !== rawText;
  if (text === cell.text && !nested && !isRawPrivate) return cell;
  const { raw, ...rest } = cell;
  return {
    ...rest,
    text,
    ...(raw !== undefined && !isRawPrivate ? { raw } : {}),
    ...(nested ? { nested } : {}),
  };
}

/** Columns headed by a contact label: a row of three headings and more, none of which ends in a colon. */
function columnLabels(
  rows: ReadonlyMap<number, readonly Cell[]>,
): Map<number, { row: number; label: ContactLabel }> {
  const found = new Map<number, { row: number; label: ContactLabel }>();
  for (const [number, row] of rows) {
    const filled = row.filter(({ text }) => text.trim() !== '');
    const isHeading =
      filled.length >= 3 && filled.every(({ text }) => /^[^\d０-９:：]{1,16}$/.test(text.trim()));
    if (!isHeading) continue;
    for (const cell of filled) {
      const label = contactLabel(cell.text);
      if (label && !found.has(cell.column)) found.set(cell.column, { row: number, label });
    }
  }
  return found;
}
