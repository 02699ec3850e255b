import type { RebuiltRow } from './cell-per-line.js';
import type { Line } from './lines.js';

/**
 * The dialect of one row a line with TAB between cells (seen: seed 003, output of Word converters). Lines without TAB
 * before the first such row, or after an empty line, are paragraphs; within a run of rows they are rows of one cell. Where
 * every row has an empty line behind it (text of web pages), one empty line between two rows ends no table.
 */
export function readRowPerLine(lines: readonly Line[]): RebuiltRow[] {
  const rows: RebuiltRow[] = [];
  const spaced = isSpaced(lines);
  const ended = isEachEnded(lines);
  let inTable = false;
  for (const [at, { text }] of lines.entries()) {
    if (isEmpty(text)) {
      if (spaced && inTable && isRow(lines[at - 1]) && isRow(lines[at + 1])) continue;
      if (inTable) rows.push({ kind: 'paragraph', text: '' });
      inTable = false;
    } else if (inTable || text.includes('\t')) {
      inTable = true;
      rows.push({ kind: 'row', cells: (ended ? text.replace(/\t$/, '') : text).split('\t') });
    } else {
      rows.push({ kind: 'paragraph', text });
    }
  }
  return rows;
}

const isEmpty = (text: string): boolean => text.trim() === '' && !text.includes('\t');
const isRow = (line: Line | undefined): boolean => line?.text.includes('\t') ?? false;

/** Rows stand one empty line apart, and none right below another. */
function isSpaced(lines: readonly Line[]): boolean {
  let apart = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!isRow(lines[at])) continue;
    if (isRow(lines[at + 1])) return false;
    if (isEmpty(lines[at + 1]?.text ?? ' x') && isRow(lines[at + 2])) apart++;
  }
  return apart >= LEAST_ROWS;
}

const LEAST_ROWS = 2;

/** Every row ends in a TAB: it closes the last cell and opens none. */
const isEachEnded = (lines: readonly Line[]): boolean =>
  lines.filter(isRow).every(({ text }) => text.endsWith('\t'));
