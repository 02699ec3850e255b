import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxReader } from '../../../extractors/docx/docx-reader.js';
import { docx, docxFiles, p, tbl, tr } from '../../support/docx-builder.js';
import { blockTexts } from '../../support/grid-shape.js';

const read = (bytes: Uint8Array) => docxReader.read(bytes, { path: 'a.docx' });
const textsOf = async (bytes: Uint8Array): Promise<string[]> => blockTexts((await read(bytes)).blocks);

const BODY = p('部门预算') + tbl([tr(['项目', '资金'])]);
const TEXTS = ['部门预算', '[1x2]'];
const MAIN = 'word/document.xml';

/** The same document with its main part changed as text. */
const withMain = (change: (xml: string) => string): Uint8Array => {
  const files = docxFiles(BODY);
  return zipSync({ ...files, [MAIN]: strToU8(change(strFromU8(files[MAIN] as Uint8Array))) });
};

describe('what a document is', () => {
  test.each([
    ['a document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
    ['a document with macros', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
    ['a template', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
    ['a template with macros', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml'],
  ])('%s', async (_, contentType) => {
    const bytes = docx(BODY, { contentType });
    expect(docxReader.recognize(bytes)).toBe(1);
    expect(await textsOf(bytes)).toEqual(TEXTS);
  });

  test('no workbook, archive or text', () => {
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    expect(docxReader.recognize(docx(BODY, { contentType: workbook, mainPart: 'xl/workbook.xml' }))).toBe(0);
    expect(docxReader.recognize(zipSync({ 'a.docx': docx(BODY) }))).toBe(0);
    expect(docxReader.recognize(strToU8('部门预算'))).toBe(0);
    expect(docxReader.recognize(new Uint8Array(0))).toBe(0);
  });
});

describe('parts and names', () => {
  test('strict files read as transitional ones', async () => {
    expect(await textsOf(docx(BODY, { strict: true }))).toEqual(TEXTS);
  });

  test('parts are found through relationships, whatever they are called', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
    const bytes = docx(p('甲', '<w:pStyle w:val="1"/>'), { mainPart: 'content/Main.xml', styles });
    expect((await read(bytes)).blocks).toMatchObject([{ text: '甲', heading: 1 }]);
  });

  test('names with other case, leading or backward slashes', async () => {
    const renamed = Object.entries(docxFiles(BODY)).map(([name, data]) => [
      `/${name.replaceAll('/', '\\')}`,
      data,
    ]);
    expect(await textsOf(zipSync(Object.fromEntries(renamed)))).toEqual(TEXTS);
    const files = docxFiles(BODY);
    const { [MAIN]: main, ...rest } = files;
    expect(await textsOf(zipSync({ ...rest, 'WORD/Document.XML': main as Uint8Array }))).toEqual(TEXTS);
  });

  test('without relationships the usual name is tried', async () => {
    const { '_rels/.rels': _, ...files } = docxFiles(BODY);
    expect(await textsOf(zipSync(files))).toEqual(TEXTS);
  });

  test('external targets and targets outside of the package are never opened', async () => {
    const files = docxFiles(
      p('文', '<w:sectPr><w:headerReference r:id="x"/><w:footerReference r:id="y"/></w:sectPr>'),
    );
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="${type}/header" Target="file:///etc/hostname" TargetMode="External"/><Relationship Id="y" Type="${type}/footer" Target="../../../etc/hostname"/></Relationships>`;
    expect(await textsOf(zipSync({ ...files, 'word/_rels/document.xml.rels': strToU8(relations) }))).toEqual([
      '文',
    ]);
  });

  test('other prefixes, a default namespace and namespaces declared further in', async () => {
    const renamed = withMain((xml) => xml.replace(/\bw(?=[:=])/g, 'ns0'));
    expect(await textsOf(renamed)).toEqual(TEXTS);
    const unprefixed = withMain((xml) =>
      xml
        .replace(/<(\/?)w:/g, '<$1')
        .replace('xmlns:w=', 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w='),
    );
    expect(await textsOf(unprefixed)).toEqual(TEXTS);
    const foreign = withMain((xml) =>
      xml.replace('<w:tbl>', '<w:p xmlns:w="urn:other"><w:t>非</w:t></w:p><w:tbl>'),
    );
    expect(await textsOf(foreign)).toEqual(TEXTS);
  });

  test('UTF-16', async () => {
    const files = docxFiles(BODY);
    const xml = strFromU8(files[MAIN] as Uint8Array).replace('UTF-8', 'UTF-16');
    expect(await textsOf(zipSync({ ...files, [MAIN]: Buffer.from(`\ufeff${xml}`, 'utf16le') }))).toEqual(
      TEXTS,
    );
    expect(await textsOf(zipSync({ ...files, [MAIN]: Buffer.from(xml, 'utf16le') }))).toEqual(TEXTS);
  });

  test('parts stored without compression', async () => {
    expect(await textsOf(zipSync(docxFiles(BODY), { level: 0 }))).toEqual(TEXTS);
  });
});

describe('what is not read is said', () => {
  test('another document embedded (altChunk)', async () => {
    const bytes = docx(`${p('文')}<w:altChunk r:id="aFChunk"/>`, {
      extra: { 'part.html': { type: 'aFChunk', xml: '<html/>' } },
    });
    const { outcome, diagnostics } = await read(bytes);
    expect(outcome).toBe('partial');
    expect(diagnostics).toEqual([
      { code: 'embedded-document-not-read', message: '嵌入的另一份文件（word/part.html）没有读取' },
    ]);
  });

  test('embedded objects, each kind once; their pictures are no images', async () => {
    const object =
      '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>';
    const only = await read(docx(p(object) + p(object)));
    expect(only).toMatchObject({
      outcome: 'partial',
      reason: '只有嵌入对象，其中的内容没有读取',
      diagnostics: [{ code: 'object-not-read', message: '嵌入对象（Excel.Sheet.12）中的内容没有读取' }],
    });
    expect((await read(docx(p('文') + p(object)))).outcome).toBe('ok');
  });

  test('images: a document of nothing else needs OCR', async () => {
    const image = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>';
    expect(await read(docx(p(image)))).toMatchObject({ outcome: 'needs-ocr', blocks: [] });
    expect(await read(docx(p(`<w:r><w:t>文</w:t></w:r>${image}`)))).toMatchObject({
      outcome: 'ok',
      diagnostics: [{ code: 'images-not-read', message: '文中有 1 幅图片，图中的文字没有读取' }],
    });
  });

  test('nothing at all', async () => {
    expect(await read(docx(p()))).toMatchObject({ outcome: 'empty', blocks: [], diagnostics: [] });
    expect((await read(docx(tbl([tr(['', ''])])))).outcome).toBe('empty');
  });
});

describe('damage', () => {
  const long = docx(Array.from({ length: 400 }, (_, i) => p(`第${i}段 ${Math.sin(i)}`)).join(''));

  test('a file cut off is read as far as it goes', async () => {
    const whole = await read(long);
    const cut = await read(long.subarray(0, Math.floor(long.length * 0.8)));
    expect(cut).toMatchObject({ outcome: 'partial', reason: '文件有损坏，只读出完好的部分' });
    expect(cut.blocks.length).toBeGreaterThan(100);
    expect(whole.blocks.slice(0, cut.blocks.length - 1)).toEqual(cut.blocks.slice(0, -1));
    expect(docxReader.recognize(long.subarray(0, Math.floor(long.length * 0.8)))).toBe(1);
  });

  test('a file cut off before its text is corrupt', async () => {
    await expect(read(long.subarray(0, 700))).rejects.toMatchObject({ outcome: 'corrupt' });
    await expect(read(long.subarray(0, 100))).rejects.toMatchObject({ outcome: 'corrupt' });
  });

  test('data that does not inflate, or not to its checksum', async () => {
    const stored = zipSync(docxFiles(BODY), { level: 0 });
    const at = Buffer.from(stored).indexOf('部门预算');
    stored.set(Buffer.from('他'), at);
    const { outcome, diagnostics, blocks } = await read(stored);
    expect(outcome).toBe('partial');
    expect(diagnostics).toEqual([{ code: 'part-damaged', message: 'word/document.xml：校验和不符' }]);
    expect(blocks[0]).toMatchObject({ text: '他门预算' });
  });

  test('XML that is not well-formed is read as far as it goes', async () => {
    const bytes = withMain((xml) => xml.replace('</w:p>', '</w:r></w:p>'));
    const { outcome, diagnostics } = await read(bytes);
    expect(outcome).toBe('partial');
    expect(diagnostics).toMatchObject([{ code: 'xml-malformed' }]);
    await expect(read(withMain(() => '<<<>>>'))).rejects.toMatchObject({ outcome: 'corrupt' });
    await expect(read(withMain(() => '<html/>'))).rejects.toMatchObject({ outcome: 'corrupt' });
  });
});

describe('protection', () => {
  test('a zip with a password is encrypted', async () => {
    const bytes = docx(BODY);
    for (let at = 0; at < bytes.length - 8; at++) {
      const signature = Buffer.from(bytes.subarray(at, at + 4)).toString('hex');
      if (signature === '504b0304') bytes[at + 6] = (bytes[at + 6] ?? 0) | 1;
      if (signature === '504b0102') bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    }
    await expect(read(bytes)).rejects.toMatchObject({ outcome: 'encrypted' });
  });

  test('an OLE container around an encrypted package is encrypted', async () => {
    const bytes = oleWith('EncryptedPackage');
    expect(docxReader.recognize(bytes)).toBeGreaterThan(0);
    await expect(read(bytes)).rejects.toMatchObject({ outcome: 'encrypted' });
    expect(docxReader.recognize(oleWith('WordDocument'))).toBe(0);
  });
});

/** The smallest compound file: header, one sector of FAT, one of directory with a root and one empty stream. */
function oleWith(stream: string): Uint8Array {
  const bytes = Buffer.alloc(3 * 512, 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(1, 0x30);
  bytes.fill(0xff, 0x4c, 512);
  bytes.writeUInt32LE(0, 0x4c);
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  [
    { name: 'Root Entry', type: 5, child: 1 },
    { name: stream, type: 2, child: 0xffffffff },
  ].forEach(({ name, type, child }, index) => {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 0x40);
    bytes.writeUInt8(type, at + 0x42);
    bytes.fill(0xff, at + 0x44, at + 0x4c);
    bytes.writeUInt32LE(child, at + 0x4c);
    bytes.writeUInt32LE(0xfffffffe, at + 0x74);
  });
  return bytes;
}
