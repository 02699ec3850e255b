import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Block, isGrid } from '../../../src/model/grid.js';
import { docx, docxFiles, p, tbl, tr } from '../../support/docx-builder.js';

const CHUNK = '<w:altChunk r:id="aFChunk"/>';

/** A document whose part `word/part.bin` is embedded where the body says `CHUNK`. */
function withPart(body: string, part: Uint8Array): Uint8Array {
  const files = docxFiles(body, { extra: { 'part.bin': { type: 'aFChunk', xml: '' } } });
  return zipSync({ ...files, 'word/part.bin': part });
}

const read = (bytes: Uint8Array) => readBytes(bytes, { path: 'a.docx' });
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    isGrid(block)
      ? block.cells.flatMap(({ place, text, nested }) => [`${place} ${text}`, ...textsOf(nested ?? [])])
      : [`${block.place} ${block.text}`],
  );

const HTML = '<html><body><p>目标表</p><table><tr><td>指标</td><td>≥3个</td></tr></table></body></html>';
const RTF =
  '{\\rtf1\\ansi \\u30446?\\u26631?\\u34920?\\par\\trowd\\cellx1000\\cellx2000\\intbl \\u25351?\\u26631?\\cell \\u8805?3\\u20010?\\cell\\row}';
const MHT = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString('base64')}\r\n--b--`;

describe('documents embedded in a document (altChunk)', () => {
  test.each([
    ['a web page', strToU8(HTML)],
    ['RTF', strToU8(RTF)],
    ['a web page in one file', strToU8(MHT)],
    ['a Word document', docx(p('目标表') + tbl([tr(['指标', '≥3个'])]))],
    ['a document in a document in a document', withPart(CHUNK, withPart(CHUNK, strToU8(HTML)))],
  ])('%s stands where it is taken in', async (_, part) => {
    const { outcome, blocks, diagnostics } = await read(
      withPart(tbl([tr(['甲'])]) + p('前') + CHUNK + p('后') + tbl([tr(['乙'])]), part),
    );
    expect(outcome).toBe('ok');
    expect(textsOf(blocks)).toEqual([
      't1 r1 c1 甲',
      '¶1 前',
      '¶2 目标表',
      't2 r1 c1 指标',
      't2 r1 c2 ≥3个',
      '¶3 后',
      't3 r1 c1 乙',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('in a cell its text goes on in the cell, its tables are nested', async () => {
    const body = `<w:tbl><w:tr><w:tc>${p('前')}${CHUNK}</w:tc></w:tr></w:tbl>`;
    expect(textsOf((await read(withPart(body, strToU8(HTML)))).blocks)).toEqual([
      't1 r1 c1 前\n目标表',
      't1 r1 c1 / t1 r1 c1 指标',
      't1 r1 c1 / t1 r1 c2 ≥3个',
    ]);
  });

  test('what cannot be read is said, and the rest is read', async () => {
    const { outcome, reason, blocks, diagnostics } = await read(
      withPart(p('文') + CHUNK, strToU8('\0\u0001\u0002')),
    );
    expect(outcome).toBe('partial');
    expect(reason).toBe('嵌入的另一份文件没有读全');
    expect(textsOf(blocks)).toEqual(['¶1 文']);
    expect(diagnostics).toMatchObject([{ code: 'embedded-document-not-read' }]);
  });

  test('a document that takes in itself ends', async () => {
    const files = docxFiles(p('文') + CHUNK, { extra: { 'part.bin': { type: 'aFChunk', xml: '' } } });
    let bytes = zipSync(files);
    for (let depth = 0; depth < 6; depth++) bytes = zipSync({ ...files, 'word/part.bin': bytes });
    expect((await read(bytes)).outcome).toBe('partial');
  });
});

describe('what is hidden', () => {
  test('hidden text and hidden rows are left out and counted', async () => {
    const hiddenRow = tr(['旧指标', '≥1个']).replace('<w:tr>', '<w:tr><w:trPr><w:hidden/></w:trPr>');
    const hiddenText = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r></w:p>';
    const { blocks, diagnostics } = await read(docx(hiddenText + tbl([tr(['指标', '≥3个']), hiddenRow])));
    expect(textsOf(blocks)).toEqual(['t1 r1 c1 指标', 't1 r1 c2 ≥3个']);
    expect(diagnostics).toEqual([
      { code: 'hidden-left-out', message: '文中有 1 处隐藏文字（如“底稿”），没有读入' },
      { code: 'hidden-left-out', message: '表格中有 1 行隐藏，没有读入' },
    ]);
  });
});
