import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../extractors/bytes/limits.js';
import { readBytes } from '../../extractors/read-bytes.js';
import { blockTexts, gridShape, onlyGrid } from '../support/grid-shape.js';
import { rarFile } from '../support/rar-file.js';
import { oleFile, wordBinary } from '../support/word-binary.js';
import { textCell, workbookOf } from '../support/workbook.js';

const read = (bytes: Uint8Array | string, path = 'a') =>
  readBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { path });

const PAGE = '<html><body><p>公开说明</p><table><tr><td>项目</td><td>金额</td></tr></table></body></html>';
const RTF = '{\\rtf1\\ansi a\\par}';
const MHTML = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="--=_Part"',
  '',
  '----=_Part',
  'Content-Type: text/html; charset="gb2312"',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>=BC=A8=\r\n=D0=A7</p>',
  '----=_Part',
  'Content-Type: image/png',
  '',
  'x',
].join('\r\n');

describe('the content decides, not the name', () => {
  test.each([
    ['.docx that is a web page', 'a.docx', PAGE, 'html'],
    ['.pdf that is a web page', 'a.pdf', PAGE, 'html'],
    ['.doc that is RTF', 'a.doc', RTF, 'rtf'],
    ['.doc that is MHTML', 'a.doc', MHTML, 'html'],
    ['.xls that is a web page', 'a.xls', PAGE, 'html'],
    [
      '.txt that is a workbook',
      'a.txt',
      workbookOf(`<sheetData><row r="1">${textCell('A1', '1')}</row></sheetData>`),
      'xlsx',
    ],
    ['.docx that is a Word 97 document', 'a.docx', wordBinary([{ text: '文\r' }]), 'doc'],
    ['.html that is plain text', 'a.html', '一、部门职责\n负责宣传。\n', 'text'],
    ['.txt that is CSV', 'a.txt', '项目,金额\n甲,1\n', 'csv'],
  ])('%s', async (_name, path, bytes, format) => {
    expect(await read(bytes, path)).toMatchObject({ format, outcome: 'ok' });
  });

  test('a page saved as one file', async () => {
    expect(blockTexts((await read(MHTML)).blocks)).toEqual(['绩效']);
  });
});

describe('what it is not', () => {
  const cutZip = zipSync({ 'a.txt': strToU8('a') }).subarray(0, 40);
  test.each([
    ['nothing', '', 'empty', '长度为 0'],
    ['only zero bytes', new Uint8Array(5000), 'empty', '零字节'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'ignored', '图片'],
    ['a zip of files', zipSync({ 'a.txt': strToU8('a') }), 'unsupported', '压缩包'],
    ['a rar', rarFile([]), 'unsupported', '压缩包'],
    ['a zip cut off', cutZip, 'corrupt', '目录'],
    ['slides', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'unsupported', 'PowerPoint'],
    ['OFD without a document', zipSync({ 'OFD.xml': strToU8('<a/>') }), 'corrupt', '没有页面'],
    ['old slides', oleFile({ 'PowerPoint Document': strToU8('x') }), 'unsupported', 'PowerPoint'],
    ['some OLE file', oleFile({ Other: strToU8('x') }), 'unsupported', '不是 Word 或 Excel'],
    ['an encrypted OOXML file', oleFile({ EncryptedPackage: strToU8('x') }), 'encrypted', '密码'],
    [
      'a program',
      Uint8Array.from([0x4d, 0x5a, ...Array.from({ length: 200 }, (_, i) => i % 20)]),
      'unsupported',
      '程序',
    ],
    [
      'a login page',
      '<title>统一认证</title><form>用户名<input><input type=password></form>',
      'unsupported',
      '登录',
    ],
    [
      'an error page',
      '<html><head><title>404 Not Found</title></head><body><h1>404</h1></body></html>',
      'unsupported',
      '出错',
    ],
    ['a page deleted', '<html><body><p>您访问的页面已被删除</p></body></html>', 'unsupported', '出错'],
    [
      'a shell for a script',
      '<html><body><div id=app></div><script src=a.js></script></body></html>',
      'empty',
      '脚本',
    ],
    ['a frame set', '<html><frameset><frame src=a.htm></frameset></html>', 'empty', '框架'],
  ])('%s', async (_name, bytes, outcome, reason) => {
    const extraction = await read(bytes);
    expect(extraction).toMatchObject({ outcome, blocks: [] });
    expect(extraction.reason).toContain(reason);
  });

  test('a page with a table is a document, whatever its text', async () => {
    expect(await read('<h1>服务器错误率</h1><table><tr><td>404</td></tr></table>')).toMatchObject({
      outcome: 'ok',
    });
  });

  test('too large', async () => {
    const sparse = new Uint8Array(LIMITS.inputBytes + 1);
    expect(await read(sparse)).toMatchObject({ outcome: 'limit' });
  });
});

describe('Word documents in one XML file', () => {
  const table =
    '<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>' +
    '<w:tr><w:tc><w:tcPr><w:MERGE w:val="restart"/></w:tcPr><w:p><w:r><w:t>产出</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>数量</w:t></w:r></w:p></w:tc></w:tr>' +
    '<w:tr><w:tc><w:tcPr><w:MERGE/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>质量</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const expected = ['t1 r1 c1 2x1 产出', 't1 r1 c2 数量', 't1 r2 c2 质量'];

  test('Word 2003', async () => {
    const xml =
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">' +
      `<w:body><wx:sect>${table.replaceAll('MERGE', 'vmerge')}</wx:sect></w:body></w:wordDocument>`;
    const extraction = await read(xml, 'a.doc');
    expect(extraction).toMatchObject({ format: 'docx', outcome: 'ok' });
    expect(gridShape(onlyGrid(extraction.blocks))).toEqual(expected);
  });

  test('flat package', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const xml =
      '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>' +
      `<w:document xmlns:w="${main}"><w:body>${table.replaceAll('MERGE', 'vMerge')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
    expect(gridShape(onlyGrid((await read(xml)).blocks))).toEqual(expected);
  });
});
