import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import type { TextRecognition } from '../../../extractors/reader.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';
import { blankScan, toldRecognition } from '../../support/told-picture.js';

const data = Buffer.from(blankScan()).toString('base64');
const inline = `data:image/jpeg;base64,${data}`;
const img = (src: string, more = ''): string => `<img src="${src}" ${more}>`;
const page = (body: string): string => `<html><body>${body}</body></html>`;

const read = (html: string, recognition?: TextRecognition): Promise<Extraction> =>
  readBytes(Buffer.from(html), { path: 'a.html', ...(recognition ? { recognition } : {}) });

/** A page saved with its pictures in one file. */
const saved = (body: string): string =>
  [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="----=_cut"',
    '',
    '------=_cut',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: https://a.example/2026/t1.html',
    '',
    page(body),
    '------=_cut',
    'Content-Type: image/jpeg',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://a.example/2026/W1.jpg',
    'Content-ID: <scan@a.example>',
    '',
    data.replace(/.{76}/g, '$&\r\n'),
    '------=_cut--',
  ].join('\r\n');

describe('pictures in a web page', () => {
  it.each([
    ['in the address itself', page(`<p>前${img(inline)}</p><p>后</p>`)],
    ['of a told size', page(`<p>前</p>${img(inline, 'width="600" height="800"')}<p>后</p>`)],
    [
      'of a size in its style',
      page(`<div>前</div><div>${img(inline, 'style="width: 16cm"')}</div><div>后</div>`),
    ],
    ['in a table that only arranges', page(`前<table><tr><td>${img(inline)}</td></tr></table>后`)],
    ['saved with the page', saved(`<p>前</p><p>${img('W1.jpg')}</p><p>后</p>`)],
    [
      'saved with the page, by its whole address',
      saved(`前<p>${img('https://a.example/2026/W1.jpg')}</p>后`),
    ],
    ['saved with the page, by its identity', saved(`前<p>${img('cid:scan@a.example')}</p>后`)],
  ])('one %s is read where it stands', async (_, html) => {
    const { outcome, blocks, pictures, diagnostics } = await read(html, toldRecognition());
    expect({ outcome, pictures }).toEqual({ outcome: 'ok', pictures: 'read' });
    expect(blocks.map((block) => (isGrid(block) ? 'table' : `${block.place} ${block.text}`))).toEqual([
      '¶1 前',
      '¶2 绩效目标表',
      'table',
      '¶3 后',
    ]);
    expect(gridShape(onlyGrid(blocks))).toContain('t1 r2 c2 ≥12场');
    expect(onlyGrid(blocks).cells.map(({ recognized }) => recognized)).toEqual([0.8, 0.8, 0.8, 0.8]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['recognized-picture']);
  });

  it('in a cell are part of the cell', async () => {
    const html = page(`<table><tr><td>附图${img(inline)}<p>见上</p></td><td>文</td></tr></table>`);
    const { blocks } = await read(html, toldRecognition());
    const [cell] = onlyGrid(blocks).cells;
    expect(cell).toMatchObject({ text: '附图\n绩效目标表\n见上', recognized: 0.8 });
    expect(cell?.nested?.[0]).toMatchObject({ linesBefore: 2 });
    expect(cell?.nested?.[0]?.cells[3]).toMatchObject({ text: '≥12场', place: 't1 r1 c1 / t1 r2 c2' });
  });

  it.each([
    ['small', img(inline, 'width="120" height="80"')],
    ['small by one side', img(inline, 'height="60"')],
    ['hidden', `<div style="display:none">${img(inline)}</div>`],
    ['of the site around the page', `<footer>${img(inline)}</footer>`],
    ['no picture', img(`data:text/html;base64,${Buffer.from(page('<p>别的</p>')).toString('base64')}`)],
  ])('that are %s are left alone', async (_, picture) => {
    const recognizer = toldRecognition();
    const { blocks } = await read(page(`<p>文</p>${picture}`), recognizer);
    expect(blocks.map((block) => (isGrid(block) ? 'table' : block.text))).toEqual(['文']);
    expect(recognizer.count()).toBe(0);
  });

  it('are told where nothing reads them, nothing is on them, or they are elsewhere', async () => {
    expect(await read(page(img(inline)))).toMatchObject({ outcome: 'needs-ocr', pictures: 'left' });
    expect(await read(page(img(inline)), toldRecognition(false))).toMatchObject({
      outcome: 'empty',
      pictures: 'read',
    });
    expect(await read(page(img('W1.jpg')), toldRecognition())).toMatchObject({
      outcome: 'needs-ocr',
      reason: '网页中只有图片，图片不在文件里',
      pictures: 'read',
    });
  });

  it.each([
    ['any size, where there is no table', `<p>附件如下</p>${img('W1.jpg')}`, 1],
    ['any size, beside a table', `<table><tr><td>甲<td>乙</table>${img('logo.png')}`, 0],
    ['the size of a page', `<table><tr><td>甲<td>乙</table>${img('W1.jpg', 'width=600 height=900')}`, 1],
    ['the size of a button', `<p>附件如下</p>${img('W1.jpg', 'width=60')}`, 0],
  ])('elsewhere of %s are counted', async (_, body, count) => {
    const { diagnostics } = await read(page(body));
    expect(diagnostics.filter(({ code }) => code === 'images-not-read')).toHaveLength(count);
  });
});
