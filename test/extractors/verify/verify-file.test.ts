import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { verifyFile } from '../../../extractors/verify/verify-file.js';
import { wordBinary } from '../../support/word-binary.js';
import { textCell, workbookOf } from '../../support/workbook.js';

function docx(body: string): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
  });
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

async function pdf(text: string): Promise<Uint8Array> {
  const document = new PDFDocument();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => document.on('end', resolve));
  document.text(text).end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

const verify = (bytes: Uint8Array | string) =>
  verifyFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'a');

describe('verifyFile', () => {
  test('docx against mammoth', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const bytes = docx(`${paragraph('职责')}<w:tbl><w:tr>${cell('项目')}${cell('金额')}</w:tr></w:tbl>`);
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
    expect(await verify(await pdf('Duties of the office'))).toMatchObject({
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
