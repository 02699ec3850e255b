import { describe, expect, test } from 'vitest';
import { verifyFile } from '../../../extractors/verify/verify-file.js';
import { docx, p, tbl, tr } from '../../support/docx-builder.js';
import { buildPdf, PdfCanvas } from '../../support/pdf-builder.js';
import { wordBinary } from '../../support/word-binary.js';
import { textCell, workbookOf } from '../../support/workbook.js';

const verify = (bytes: Uint8Array | string) =>
  verifyFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'a');

describe('verifyFile', () => {
  test('docx against mammoth', async () => {
    const bytes = docx(p('职责') + tbl([tr(['项目', '金额'])]));
    expect(await verify(bytes)).toMatchObject({ secondReader: 'mammoth', compared: 3, agrees: true });
  });

  test('doc against word-extractor', async () => {
    expect(await verify(wordBinary([{ text: '职责\r' }, { text: '宣传\r' }]))).toMatchObject({
      secondReader: 'word-extractor',
      compared: 2,
      agrees: true,
    });
  });

  test('pdf against pdf-parse', async () => {
    expect(await verify(buildPdf([new PdfCanvas().text(50, 50, '部门职责').page()]))).toMatchObject({
      secondReader: 'pdf-parse',
      agrees: true,
    });
  });

  test('html against cheerio', async () => {
    const page = '<table><tr><td>项<b>目</b></td><td style="display:none">隐</td></tr></table>';
    expect(await verify(page)).toMatchObject({ secondReader: 'cheerio', compared: 1, agrees: true });
  });

  test('what only one reader shows is told', async () => {
    const hidden = wordBinary([{ text: '职责\r' }, { text: '隐藏的话\r', characters: [[0x083c, 1]] }]);
    expect(await verify(hidden)).toMatchObject({ agrees: false, onlyFirst: [], onlySecond: ['隐藏的话'] });
  });

  test('a workbook has no second reader; a file that is not read has nothing to compare', async () => {
    const book = workbookOf(`<sheetData><row r="1">${textCell('A1', '1')}</row></sheetData>`);
    expect(await verify(book)).toMatchObject({
      secondReader: null,
      agrees: true,
      reason: expect.stringContaining('没有'),
    });
    expect(await verify('')).toMatchObject({ secondReader: null, outcome: 'empty' });
  });
});
