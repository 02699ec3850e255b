import { utils, type WorkBook, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { buildGrid } from '../../extractors/tables/grid-builder.js';
import { asOfd } from './disclosure-formats/as-ofd.js';
import { docx, p, tbl, tc, tr } from './docx-builder.js';
import { agilePackage, encryptedXls } from './encrypted-workbook.js';
import { buildPdf, drawTable, PdfCanvas, plainTable } from './pdf-builder.js';
import { rarFile } from './rar-file.js';
import { nestedIn, rowEnd, wordBinary } from './word-binary.js';
import { textCell, workbookOf } from './workbook.js';

const ROWS = [
  ['一级指标', '二级指标', '三级指标', '指标值'],
  ['产出指标', '数量指标', '整理档案卷数', '≥1500卷'],
  ['', '质量指标', '合格率', '100%'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥95%'],
];

/** One whole document a format, small but with merges, nested tables and text around, to be damaged. */
export function fuzzSeeds(): Map<string, Uint8Array> {
  const word = docx(
    p('部门职责') +
      tbl(
        ROWS.map((row, i) =>
          tr(
            row.map((text, c) =>
              tc(text, c === 0 && i > 0 ? `<w:vMerge${text ? ' w:val="restart"' : ''}/>` : ''),
            ),
          ),
        ),
        [900, 900, 900, 900],
      ) +
      tbl([tr([tc(tbl([tr(['内一', '内二'])])), '外'])]),
  );
  const csv = strToU8(ROWS.map((row) => row.join(',')).join('\n'));
  return new Map<string, Uint8Array>([
    ['docx', word],
    ['doc', binaryDocument()],
    ['rtf', richText()],
    ['pdf', page()],
    [
      'ofd',
      asOfd([
        buildGrid(
          ROWS.map((row) => row.map((text) => ({ text }))),
          { table: 1 },
        ),
      ]),
    ],
    ['xlsx', worksheet()],
    ['xls', oldWorkbook()],
    ['encrypted xlsx', agilePackage(worksheet())],
    ['encrypted xls', encryptedXls(oldWorkbook(), 'crypto-api')],
    ['html', strToU8(htmlPage())],
    ['csv', csv],
    ['text', strToU8(ROWS.map((row) => row.join('\t')).join('\n'))],
    [
      'zip',
      zipSync({ '附件/1.docx': word, '2.csv': csv, 'b.zip': zipSync({ 'c.html': strToU8(htmlPage()) }) }),
    ],
    [
      'rar',
      rarFile([
        { name: '1.csv', bytes: csv },
        { name: '2.html', bytes: strToU8(htmlPage()) },
      ]),
    ],
  ]);
}

function binaryDocument(): Uint8Array {
  const inTable: [number, number][] = [[0x2416, 1]];
  const edges: [number, number][] = [
    [1000, 0x60],
    [2000, 0],
    [3000, 0],
    [4000, 0],
  ];
  return wordBinary([
    { text: '部门职责\r', style: 1 },
    ...ROWS.flatMap((row) => [
      ...row.map((text) => ({ text: `${text}\x07`, sprms: inTable })),
      { text: '\x07', sprms: rowEnd(edges) },
    ]),
    { text: '内\r', sprms: nestedIn(2, 0x244b) },
    { text: '\r', sprms: rowEnd([[900]], true) },
    { text: '\x07', sprms: nestedIn(1) },
    { text: '\x07', sprms: rowEnd([[1000]]) },
  ]);
}

function richText(): Uint8Array {
  const escaped = (text: string): string =>
    [...text].map((c) => (c < '\x7f' ? c : `\\u${(c.charCodeAt(0) << 16) >> 16}?`)).join('');
  const rows = ROWS.map(
    (row) =>
      `\\trowd\\clvmgf\\cellx1000\\cellx2000\\clmgf\\cellx3000\\clmrg\\cellx4000\\intbl ${row.map((text) => `${escaped(text)}\\cell `).join('')}\\row\n`,
  );
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\stylesheet{\\s1 heading 1;}}\\s1 \\'bc\\'a8\\'d0\\'a7\\par${rows.join('')}\\pard{\\footnote n}end\\par}`,
    'latin1',
  );
}

function page(): Uint8Array {
  const canvas = new PdfCanvas();
  drawTable(canvas, plainTable(50, 100, [120, 120, 120, 120], ROWS));
  return buildPdf([canvas.page()]);
}

function worksheet(): Uint8Array {
  const rows = ROWS.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((text, c) => textCell(`${'ABCD'[c]}${r + 1}`, text)).join('')}</row>`,
  );
  return workbookOf(
    `<sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
  );
}

function oldWorkbook(): Uint8Array {
  const book: WorkBook = utils.book_new(utils.aoa_to_sheet(ROWS), '表');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
}

const htmlPage = (): string =>
  `<html><head><meta charset="utf-8"><title>公开</title></head><body><h1>职责</h1><table><thead><tr>${(ROWS[0] ?? []).map((text) => `<th>${text}</th>`).join('')}</tr></thead>${ROWS.slice(
    1,
  )
    .map((row) => `<tr>${row.map((text) => `<td rowspan=1 colspan=1>${text}</td>`).join('')}</tr>`)
    .join(
      '',
    )}</table><table><tr><td><table><tr><td>内</td></tr></table></td><td>外</td></tr></table></body></html>`;
