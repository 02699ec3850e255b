import { zipSync } from 'fflate';
import { docxFiles, p, r, tbl, tc, tr } from '../../test/support/docx-builder.js';
import type { PileDocument, PileTable } from './pile-document.js';
import { type PlacedCell, placeCells } from './place-cells.js';

/** So that the same document gives the same bytes. */
const WRITTEN = new Date(2023, 0, 1);
const COLUMN_WIDTH = 2200;
const FONT = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体"/><w:sz w:val="18"/>';
const CENTRED = '<w:jc w:val="center"/>';

/** A Word document with the tables as Word writes them: fonts in every run, merges continued cell by cell. */
export function renderDocx({ paragraphs, tables }: PileDocument): Uint8Array {
  const body = [...paragraphs.map((text) => p(r(text, FONT))), ...tables.map(renderTable)].join('');
  return zipSync(docxFiles(body), { mtime: WRITTEN });
}

function renderTable(table: PileTable): string {
  const rows = placeCells(table).map((row) => tr(row.map(renderCell)));
  const grid = Array.from({ length: table.columns }, () => COLUMN_WIDTH);
  return p(r(table.title, FONT), CENTRED) + p(r(table.caption, FONT)) + tbl(rows, grid);
}

function renderCell({ text, rowSpan, colSpan, covered }: PlacedCell): string {
  const wide = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '';
  const tall = covered ? '<w:vMerge/>' : rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const width = `<w:tcW w:w="${COLUMN_WIDTH * colSpan}" w:type="dxa"/>`;
  return tc(p(text === '' ? '' : r(text, FONT), CENTRED), `${width}${wide}${tall}<w:vAlign w:val="center"/>`);
}
