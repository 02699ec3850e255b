/**
 * Writes the Word and Excel samples from the web pages in test/samples/pages, with the same tables and merged cells. The same
 * page always gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { readBytes } from '../extractors/read-bytes.js';
import { type Block, type Grid, isGrid, slotsOf } from '../src/model/grid.js';
import { columnLetters } from '../src/model/place.js';
import { docx, p, tbl, tc, tr } from '../test/support/docx-builder.js';
import { textCell, workbookOf } from '../test/support/workbook.js';

const PAGES = new URL('../test/samples/pages/', import.meta.url);
const SAMPLES = new URL('../samples/', import.meta.url);
const DATE = new Date(2024, 0, 1);
const STYLES =
  '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs>';

const WORD = [
  'shanxi-pingding',
  'henan-luoning-2022-final',
  'henan-luoning-2023-evaluation',
  'henan-luoning-2024-budget',
];
const WORKBOOKS = ['sichuan-qianwei', 'guizhou-meitan-2022-budget', 'guizhou-meitan-2023-final'];

for (const name of WORD)
  await write(`${name}.html`, `${name}.docx`, (blocks) => docx(blocks.map(wordBlock).join('')));
for (const name of WORKBOOKS) await write(`${name}.html`, `${name}.xlsx`, workbook);

async function write(page: string, target: string, build: (blocks: readonly Block[]) => Uint8Array) {
  const { blocks } = await readBytes(readFileSync(new URL(page, PAGES)), { path: page });
  writeFileSync(new URL(target, SAMPLES), zipSync(unzipSync(build(blocks)), { mtime: DATE }));
  console.log(`samples/${target}`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function wordBlock(block: Block): string {
  if (!isGrid(block)) return p(escapeXml(block.text));
  const rows = slotsOf(block).map((line, index) => {
    const cells = [...new Set(line)].flatMap((cell) => (cell ? [cell] : []));
    return tr(
      cells.map(({ text, row, rowSpan, colSpan }) => {
        const begins = row === index + 1;
        const merge = rowSpan > 1 ? `<w:vMerge${begins ? ' w:val="restart"' : ''}/>` : '';
        const lines = begins ? text.split('\n') : [''];
        return tc(
          lines.map((each) => p(escapeXml(each))).join(''),
          `<w:gridSpan w:val="${colSpan}"/>${merge}`,
        );
      }),
    );
  });
  return tbl(rows, new Array<number>(block.columns).fill(1500)) + p();
}

/** Blocks under each other on one sheet; figures as numbers, those with separators in the format #,##0.00. */
function workbook(blocks: readonly Block[]): Uint8Array {
  const rows: string[] = [];
  const merges: string[] = [];
  let next = 1;
  for (const block of blocks) {
    if (isGrid(block)) {
      addGrid(block, next, rows, merges);
      next += block.rows;
    } else {
      rows.push(sheetRow(next, textCell(`A${next}`, escapeXml(block.text))));
      next++;
    }
  }
  const merged = `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  return workbookOf(`<sheetData>${rows.join('')}</sheetData>${merged}`, STYLES);
}

function sheetRow(row: number, cells: string): string {
  return `<row r="${row}">${cells}</row>`;
}

function addGrid(grid: Grid, top: number, rows: string[], merges: string[]): void {
  for (let row = 1; row <= grid.rows; row++) {
    const cells = grid.cells.filter((cell) => cell.row === row && cell.text !== '');
    const line = cells.map(({ column, text }) => sheetCell(`${columnLetters(column)}${top + row - 1}`, text));
    rows.push(sheetRow(top + row - 1, line.join('')));
  }
  for (const { row, column, rowSpan, colSpan } of grid.cells) {
    if (rowSpan === 1 && colSpan === 1) continue;
    const end = `${columnLetters(column + colSpan - 1)}${top + row + rowSpan - 2}`;
    merges.push(`<mergeCell ref="${columnLetters(column)}${top + row - 1}:${end}"/>`);
  }
}

function sheetCell(address: string, text: string): string {
  if (!/^\d[\d,]*(\.\d+)?$/.test(text)) return textCell(address, escapeXml(text));
  const style = text.includes(',') ? ' s="1"' : '';
  return `<c r="${address}"${style}><v>${text.replaceAll(',', '')}</v></c>`;
}
