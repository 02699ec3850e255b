import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { isGrid } from '../../../src/model/grid.js';
import { docxFiles } from '../../support/docx-builder.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';
import { blankScan, toldRecognition } from '../../support/told-picture.js';

const CM = 360_000;
const paragraph = (content: string): string => `<w:p><w:r>${content}</w:r></w:p>`;
const text = (words: string): string => paragraph(`<w:t>${words}</w:t>`);
const drawing = (width: number, height: number): string =>
  `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="${width * CM}" cy="${height * CM}"/><a:graphic><a:blip r:embed="image"/></a:graphic></wp:inline></w:drawing>`;
const vml = (style: string): string =>
  `<w:pict><v:shape style="${style}"><v:imagedata r:id="image"/></v:shape></w:pict>`;

/** A document with one picture, which each of the drawings shows. */
const withPicture = (body: string): Uint8Array =>
  zipSync({
    ...docxFiles(body, { extra: { 'scan.jpg': { type: 'image', xml: '' } } }),
    'word/scan.jpg': blankScan(),
  });

describe('pictures in a document', () => {
  it.each([
    ['a drawing', drawing(15, 20)],
    ['a shape of old', vml('width:415.5pt;height:587pt')],
    ['one whose size is not told', '<w:drawing><a:blip r:embed="image"/></w:drawing>'],
  ])('%s that fills the page is read where it stands', async (_, picture) => {
    const bytes = withPicture(`${text('前')}${paragraph(picture)}${text('后')}`);
    const { outcome, blocks, pictures, diagnostics } = await readBytes(bytes, {
      path: 'a.docx',
      recognition: toldRecognition(),
    });
    expect({ outcome, pictures }).toEqual({ outcome: 'ok', pictures: 'read' });
    expect(blocks.map((block) => (isGrid(block) ? 'table' : block.text))).toEqual([
      '前',
      '绩效目标表',
      'table',
      '后',
    ]);
    expect(gridShape(onlyGrid(blocks))).toContain('t1 r2 c2 ≥12场');
    expect(onlyGrid(blocks).cells.map(({ recognized }) => recognized)).toEqual([0.8, 0.8, 0.8, 0.8]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['recognized-picture']);
  });

  it('that are small are left alone', async () => {
    const recognizer = toldRecognition();
    for (const small of [drawing(4, 3), vml('width:60pt;height:40pt')]) {
      const read = await readBytes(withPicture(text('文') + paragraph(small)), {
        path: 'a',
        recognition: recognizer,
      });
      expect(read.pictures).toBeUndefined();
      expect(read.diagnostics.map(({ code }) => code)).toEqual(['images-not-read']);
    }
    expect(recognizer.count()).toBe(0);
  });

  it('are read once, however often they are shown', async () => {
    const recognizer = toldRecognition();
    const twice = withPicture(paragraph(drawing(15, 20)) + paragraph(drawing(15, 20)));
    const { blocks } = await readBytes(twice, { path: 'a', recognition: recognizer });
    expect([recognizer.count(), blocks.filter(isGrid).length]).toEqual([1, 2]);
  });

  it('are told where nothing reads them, and where nothing is on them', async () => {
    const bytes = withPicture(paragraph(drawing(15, 20)));
    expect(await readBytes(bytes, { path: 'a' })).toMatchObject({ outcome: 'needs-ocr', pictures: 'left' });
    const blank = await readBytes(bytes, { path: 'a', recognition: toldRecognition(false) });
    expect(blank).toMatchObject({ outcome: 'empty', pictures: 'read' });
  });

  it('in a cell are part of the cell', async () => {
    const table = `<w:tbl><w:tr><w:tc>${text('附图')}${paragraph(drawing(15, 20))}</w:tc><w:tc>${text('文')}</w:tc></w:tr></w:tbl>`;
    const { blocks } = await readBytes(withPicture(table), { path: 'a', recognition: toldRecognition() });
    const [cell] = onlyGrid(blocks).cells;
    expect(cell).toMatchObject({ text: '附图\n绩效目标表', recognized: 0.8 });
    expect(cell?.nested?.[0]?.cells[3]).toMatchObject({ text: '≥12场', recognized: 0.8 });
  });
});
