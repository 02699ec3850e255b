import type { Block, Cell, Grid, PageBox } from '../../../src/model/grid.js';
import { paragraphPlace } from '../../../src/model/place.js';
import type { PageBlocks } from '../layout/page-blocks.js';
import type { DraftCell, TableDraft } from '../layout/table-draft.js';
import type { TextLine } from '../layout/text-lines.js';
import { joinAroundTables } from '../layout/wrapped-text.js';
import { turnBox } from '../page/page-turn.js';
import { joinParagraphs } from './paragraphs.js';
import { cellPlace, type OuterPlace, placedCells } from './table-place.js';

/** Numbers the tables of each page from 1, before parts of one table are joined. */
export function numberTables(pages: readonly PageBlocks[]): void {
  for (const { blocks } of pages) {
    let number = 0;
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      number++;
      for (const part of block.table.parts) part.table = number;
    }
  }
}

/**
 * A block with the printed lines its texts were made of: those of each cell of a grid, followed by those of the tables inside
 * of it, or of a paragraph.
 */
export interface PrintedBlock {
  block: Block;
  lines(): TextLine[][];
}

/** The blocks of a document as the model has them; a joined table or paragraph stands on the page it begins on. */
export function printedBlocks(pages: readonly PageBlocks[]): PrintedBlock[] {
  const texts = joinParagraphs(pages);
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const blocks: PrintedBlock[] = [];
  let paragraphLines: TextLine[] = [];
  for (const { page, blocks: pageBlocks } of pages) {
    let paragraph = 0;
    for (const block of pageBlocks) {
      if (block.kind === 'table') {
        blocks.push({
          block: toGrid(block.table, byNumber),
          lines: () => placedCells(block.table).map(({ cell }) => cell.lines),
        });
        continue;
      }
      const { line, furniture } = block;
      const text = texts.get(block);
      if (text === undefined) {
        paragraphLines.push(line);
        continue;
      }
      const place = paragraphPlace(++paragraph, page);
      const lines = [line];
      if (!furniture) paragraphLines = lines;
      blocks.push({
        block: { kind: 'paragraph', text, place, page, ...(furniture ? { furniture: true } : {}) },
        lines: () => [lines],
      });
    }
  }
  return blocks.map(withSureness);
}

/** A paragraph goes on over lines that were not yet known when it began. */
function withSureness({ block, lines }: PrintedBlock): PrintedBlock {
  return block.kind === 'paragraph'
    ? { block: { ...block, ...surenessOf(lines().flat()) }, lines }
    : { block, lines };
}

/** How sure the least sure of some lines is; nothing where none was recognized. */
function surenessOf(lines: readonly TextLine[]): { recognized?: number } {
  let least: number | undefined;
  for (const { recognized } of lines) {
    if (recognized !== undefined) least = Math.min(least ?? recognized, recognized);
  }
  return least === undefined ? {} : { recognized: least };
}

function toGrid(table: TableDraft, pages: ReadonlyMap<number, PageBlocks>, outer?: OuterPlace): Grid {
  const first = table.parts[0] ?? { page: 1, table: 1 };
  return {
    kind: 'grid',
    table: outer?.number ?? first.table,
    page: first.page,
    rows: table.rows,
    columns: table.xs.length - 1,
    cells: table.cells.map((cell): Cell => {
      const place = cellPlace(table, cell, outer);
      const nested = cell.nested?.map((inner, i) => ({
        ...toGrid(inner.table, pages, { cell: place, number: i + 1 }),
        linesBefore: textLinesBefore(cell, i),
      }));
      return {
        row: cell.row + 1,
        column: cell.column + 1,
        rowSpan: cell.rowEnd - cell.row,
        colSpan: cell.columnEnd - cell.column,
        text: cell.text,
        place,
        boxes: cell.boxes.map((part) => asDisplayed(part, pages)),
        ...(cell.flags.length > 0 ? { flags: cell.flags } : {}),
        ...surenessOf(cell.lines),
        ...(nested ? { nested } : {}),
      };
    }),
    ...(table.headerRows > 0 ? { headerRows: table.headerRows } : {}),
    certainty: table.certainty,
  };
}

/** How many lines of a cell's text stand before one of the tables in it. */
function textLinesBefore({ lines, nested = [], boxes }: DraftCell, index: number): number {
  const [left, , right] = boxes[0]?.box ?? [0, 0, 0, 0];
  const before = nested.slice(0, index + 1);
  const text = joinAroundTables(lines.slice(0, before.at(-1)?.linesBefore), before, left, right);
  return text === '' ? 0 : text.split('\n').length;
}

/** The box on the page as displayed; tables were read with their text upright. */
function asDisplayed({ page, box }: PageBox, pages: ReadonlyMap<number, PageBlocks>): PageBox {
  const own = pages.get(page);
  const [left, top, right, bottom] = box;
  const shown = turnBox({ left, top, right, bottom }, own?.turn ?? 0, own?.width ?? 0, own?.height ?? 0);
  const placed = own?.asDisplayed?.(shown) ?? shown;
  return { page, box: [tenth(placed.left), tenth(placed.top), tenth(placed.right), tenth(placed.bottom)] };
}

const tenth = (points: number): number => Math.round(points * 10) / 10;
