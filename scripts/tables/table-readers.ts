import '../../extractors/pdf/without-drawing.js';
import { extname } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { readBytes } from '../../extractors/read-bytes.js';
import { characterMaps } from '../../extractors/verify/character-maps.js';
import { type Grid, isGrid } from '../../src/model/grid.js';
import { cellsOfRows, type TableCell, type TableCells } from './table-cells.js';

export interface TableReader {
  name: string;
  /** Extensions of the files it reads; all where left out. */
  only?: readonly string[];
  read(bytes: Uint8Array, path: string): Promise<TableCells[]>;
}

/** Ours first, and the readers of tables among the dependencies. */
export const TABLE_READERS: readonly TableReader[] = [
  { name: 'mingzhang', read: readOurs },
  { name: 'pdf-parse getTable', only: ['.pdf'], read: readWithPdfParse },
  { name: 'mammoth', only: ['.docx'], read: readWithMammoth },
];

export const readersFor = (path: string): TableReader[] =>
  TABLE_READERS.filter(({ only }) => only?.includes(extname(path).toLowerCase()) ?? true);

async function readOurs(bytes: Uint8Array, path: string): Promise<TableCells[]> {
  const { blocks } = await readBytes(bytes, { path });
  return blocks.filter(isGrid).flatMap(withNested);
}

const withNested = (grid: Grid): TableCells[] => [
  grid.cells,
  ...grid.cells.flatMap(({ nested = [] }) => nested.flatMap(withNested)),
];

async function readWithPdfParse(bytes: Uint8Array): Promise<TableCells[]> {
  const parser = new PDFParse({ data: Uint8Array.from(bytes), verbosity: 0, ...characterMaps() });
  try {
    const { pages } = await parser.getTable();
    return pages.flatMap(({ tables }) => tables.map(cellsOfRows));
  } finally {
    await parser.destroy();
  }
}

/** mammoth writes HTML; its tables' merged cells are placed as HTML places them. */
async function readWithMammoth(bytes: Uint8Array): Promise<TableCells[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const $ = load(value);
  return $('table')
    .toArray()
    .map((table) => htmlCells($, table));
}

function htmlCells($: CheerioAPI, table: Parameters<CheerioAPI>[0]): TableCells {
  const cells: TableCell[] = [];
  const covered = new Set<string>();
  const rows = $(table).find('tr').toArray();
  rows.forEach((tr, row) => {
    let column = 0;
    for (const td of $(tr).children('td, th').toArray()) {
      while (covered.has(`${row} ${column}`)) column++;
      const colSpan = Number($(td).attr('colspan') ?? 1);
      const rowSpan = Number($(td).attr('rowspan') ?? 1);
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < colSpan; right++) covered.add(`${row + down} ${column + right}`);
      }
      cells.push({ row, column, text: $(td).text() });
      column += colSpan;
    }
  });
  return cells;
}
