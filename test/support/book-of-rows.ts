import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { xlsxReader } from '../../extractors/xlsx/xlsx-reader.js';
import { type Extraction, type Grid, isGrid } from '../../src/model/grid.js';

export const readWorkbook = (bytes: Uint8Array): Promise<Extraction> =>
  xlsxReader.read(bytes, { path: 'a.xlsx' });

/** As the library writes it. */
export const saveBook = (workbook: WorkBook, bookType: BookType = 'xlsx'): Uint8Array =>
  new Uint8Array(write(workbook, { type: 'buffer', bookType, cellStyles: true }));

/** A workbook of one sheet. */
export function bookOf(rows: unknown[][], change?: (workbook: WorkBook) => void): WorkBook {
  const workbook = utils.book_new(utils.aoa_to_sheet(rows), '汇总表');
  change?.(workbook);
  return workbook;
}

export async function firstGridOf(bytes: Uint8Array): Promise<Grid> {
  const grid = (await readWorkbook(bytes)).blocks.find(isGrid);
  if (!grid) throw new Error('expected a grid');
  return grid;
}
