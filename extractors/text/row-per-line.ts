import type { RebuiltRow } from './cell-per-line.js';
import type { Line } from './lines.js';

/**
 * The dialect of one row a line with TAB between cells (seen: seed 003, output of Word converters). Lines without TAB
 * before the first such row, or after an empty line, are paragraphs; within a run of rows they are rows of one cell.
 */
export function readRowPerLine(lines: readonly Line[]): RebuiltRow[] {
  const rows: RebuiltRow[] = [];
  let inTable = false;
  for (const { text } of lines) {
    if (text.trim() === '' && !text.includes('\t')) {
      if (inTable) rows.push({ kind: 'paragraph', text: '' });
      inTable = false;
    } else if (inTable || text.includes('\t')) {
      inTable = true;
      rows.push({ kind: 'row', cells: text.split('\t') });
    } else {
      rows.push({ kind: 'paragraph', text });
    }
  }
  return rows;
}
