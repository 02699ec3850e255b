import { type CellObject, type Range, utils, type WorkSheet, write } from '@e965/xlsx';
import { type Block, isGrid } from '../../../src/model/grid.js';

/** The blocks under each other on one sheet; figures are numbers, shown with the decimals and separators printed. */
export function asWorkbook(blocks: readonly Block[], bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array {
  const sheet: WorkSheet = {};
  const merges: Range[] = [];
  let top = 0;
  let width = 1;
  for (const block of blocks) {
    const cells = isGrid(block)
      ? block.cells
      : [{ row: 1, column: 1, rowSpan: 1, colSpan: 1, text: block.text }];
    for (const { row, column, rowSpan, colSpan, text } of cells) {
      const start = { r: top + row - 1, c: column - 1 };
      if (text !== '') sheet[utils.encode_cell(start)] = cellOf(text);
      if (rowSpan > 1 || colSpan > 1)
        merges.push({ s: start, e: { r: start.r + rowSpan - 1, c: start.c + colSpan - 1 } });
    }
    top += isGrid(block) ? block.rows : 1;
    width = Math.max(width, isGrid(block) ? block.columns : 1);
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: top - 1, c: width - 1 } });
  sheet['!merges'] = merges;
  return new Uint8Array(write(utils.book_new(sheet, '附表'), { type: 'buffer', bookType }));
}

function cellOf(text: string): CellObject {
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return { t: 's', v: text };
  const decimals = text.split('.')[1] ?? '';
  const whole = text.includes(',') ? '#,##0' : '0';
  return {
    t: 'n',
    v: Number(text.replaceAll(',', '')),
    z: decimals === '' ? whole : `${whole}.${'0'.repeat(decimals.length)}`,
  };
}
