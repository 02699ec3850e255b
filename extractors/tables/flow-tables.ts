import type { Block, Grid } from '../../src/model/grid.js';
import { nestedPlace, type Place, paragraphPlace } from '../../src/model/place.js';
import { LIMITS, LimitError } from '../bytes/limits.js';
import { type EdgeCell, type EdgeRow, edgeGrid } from './edge-grid.js';

/** The cells a row declares; their texts come from the flow. */
export interface RowShape {
  cells: (Pick<EdgeCell, 'left' | 'right' | 'vertical'> & { joinsPrevious: boolean })[];
  header: boolean;
}

/** A paragraph of a text in which tables are marks between paragraphs, as in Word's binary format and in RTF. */
export interface FlowParagraph {
  text: string;
  /** 0: outside tables; 1: in a table; 2: in a table nested in a cell … */
  depth: number;
  ends: 'paragraph' | 'cell' | 'row';
  /** On the paragraph that ends a row. */
  row?: RowShape;
  heading?: number;
}

interface OpenCell {
  texts: string[];
  nested: Grid[];
}

interface OpenTable {
  rows: EdgeRow[];
  cells: OpenCell[];
  cell: OpenCell;
}

/** Width of a cell in a row whose edges are not declared. */
const UNDECLARED_TWIPS = 1_000;

const openTable = (): OpenTable => ({ rows: [], cells: [], cell: openCell() });
const openCell = (): OpenCell => ({ texts: [], nested: [] });

/** Paragraphs with table marks → paragraphs and grids in reading order. */
export function tablesOfFlow(paragraphs: Iterable<FlowParagraph>): Block[] {
  const blocks: Block[] = [];
  const open: OpenTable[] = [];
  let tables = 0;
  let texts = 0;

  const closeDeeperThan = (depth: number): void => {
    while (open.length > depth) {
      const table = open.pop();
      if (!table) return;
      finishUnendedRow(table);
      if (table.rows.length === 0) continue;
      const outer = open.at(-1);
      if (outer) {
        const text = tidy(outer.cell.texts.join('\n'));
        const linesBefore = text === '' ? 0 : text.split('\n').length;
        outer.cell.nested.push({ ...edgeGrid(table.rows, outer.cell.nested.length + 1), linesBefore });
      } else {
        const grid = edgeGrid(table.rows, ++tables);
        for (const cell of grid.cells) for (const inner of cell.nested ?? []) prefixPlaces(inner, cell.place);
        blocks.push(grid);
      }
    }
  };

  for (const paragraph of paragraphs) {
    if (paragraph.depth > LIMITS.xmlDepth) throw new LimitError(`表格嵌套超过 ${LIMITS.xmlDepth} 层`);
    closeDeeperThan(paragraph.depth);
    while (open.length < paragraph.depth) open.push(openTable());
    const table = open.at(-1);
    if (table) {
      addToTable(table, paragraph);
    } else if (paragraph.text.trim() !== '') {
      blocks.push({
        kind: 'paragraph',
        text: tidy(paragraph.text),
        place: paragraphPlace(++texts),
        ...(paragraph.heading ? { heading: paragraph.heading } : {}),
      });
    }
  }
  closeDeeperThan(0);
  return blocks;
}

function addToTable(table: OpenTable, { text, ends, row }: FlowParagraph): void {
  if (ends === 'row') {
    if (text.trim() !== '') table.cell.texts.push(text);
    finishRow(table, row);
    return;
  }
  table.cell.texts.push(text);
  if (ends === 'cell') {
    table.cells.push(table.cell);
    table.cell = openCell();
  }
}

/** What stands after the last row's end in a file that is cut off. */
function finishUnendedRow(table: OpenTable): void {
  if (table.cells.length > 0 || hasContent(table.cell)) finishRow(table, undefined);
}

const hasContent = (cell: OpenCell): boolean =>
  cell.nested.length > 0 || cell.texts.some((t) => t.trim() !== '');

function finishRow(table: OpenTable, shape: RowShape | undefined): void {
  if (hasContent(table.cell)) table.cells.push(table.cell);
  const cells: EdgeCell[] = [];
  table.cells.forEach((open, i) => {
    const text = tidy(open.texts.join('\n'));
    const declared = shape?.cells[i];
    const previous = cells.at(-1);
    if (declared?.joinsPrevious && previous) {
      previous.right = declared.right;
      previous.text = [previous.text, text].filter((t) => t !== '').join('\n');
      previous.nested.push(...open.nested);
      return;
    }
    const left = declared?.left ?? previous?.right ?? 0;
    const right = declared?.right ?? left + UNDECLARED_TWIPS;
    cells.push({ left, right, vertical: declared?.vertical ?? 'none', text, nested: open.nested });
  });
  if (cells.length > 0) table.rows.push({ cells, header: shape?.header ?? false });
  table.cells = [];
  table.cell = openCell();
}

/** Without spaces at the ends of lines, and without blank lines at the beginning and the end. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}

function prefixPlaces(grid: Grid, outer: Place): void {
  for (const cell of grid.cells) {
    cell.place = nestedPlace(outer, cell.place);
    for (const inner of cell.nested ?? []) prefixPlaces(inner, cell.place);
  }
}
