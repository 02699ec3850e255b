import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import type { TextRecognition } from '../../../extractors/reader.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';
import { flatOpenText, openText } from '../../support/disclosure-formats/as-open-text.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';
import { blankScan, toldRecognition } from '../../support/told-picture.js';

const NAME = 'Pictures/10000000000002580000032.jpg';
const p = (text: string): string => `<text:p>${text}</text:p>`;
const image = (href: string): string => `<draw:image xlink:href="${href}"/>`;
const frame = (size: string, images = image(NAME)): string =>
  p(`<draw:frame text:anchor-type="paragraph" ${size}>${images}</draw:frame>`);
const A4 = 'svg:width="17cm" svg:height="24cm"';

const read = (body: string, recognition?: TextRecognition): Promise<Extraction> =>
  readBytes(openText(body, '', { [NAME]: blankScan(), 'Pictures/draw.svg': '<svg/>' }), {
    path: 'a.odt',
    ...(recognition ? { recognition } : {}),
  });

describe('pictures in an OpenDocument text', () => {
  it.each([
    ['as large as the page', frame(A4)],
    ['whose size is told in inches', frame('svg:width="6.7in" svg:height="9.5in"')],
    ['whose size is not told', frame('')],
    ['named from the folder of the text', frame(A4, image(`./${NAME}`))],
    ['that is drawn for others too', frame(A4, image('Pictures/draw.svg') + image(NAME))],
  ])('one %s is read where it stands', async (_, picture) => {
    const { outcome, blocks, pictures, diagnostics } = await read(
      p('前') + picture + p('后'),
      toldRecognition(),
    );
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

  it('are read out of a flat file', async () => {
    const data = Buffer.from(blankScan()).toString('base64').replace(/.{72}/g, '$&\n');
    const bytes = flatOpenText(
      frame(A4, `<draw:image><office:binary-data>${data}</office:binary-data></draw:image>`),
    );
    const { blocks } = await readBytes(bytes, { path: 'a', recognition: toldRecognition() });
    expect(onlyGrid(blocks).cells.at(-1)).toMatchObject({ text: '≥12场', recognized: 0.8 });
  });

  it('in a cell are part of the cell', async () => {
    const cell = (content: string): string => `<table:table-cell>${content}</table:table-cell>`;
    const table = `<table:table><table:table-row>${cell(p('附图') + frame(A4))}${cell(p('文'))}</table:table-row></table:table>`;
    const { blocks } = await read(table, toldRecognition());
    const [first] = onlyGrid(blocks).cells;
    expect(first).toMatchObject({ text: '附图\n绩效目标表', recognized: 0.8 });
    expect(first?.nested?.[0]?.cells[3]).toMatchObject({ text: '≥12场', place: 't1 r1 c1 / t1 r2 c2' });
  });

  it('that are small are left alone, and the same one is read once', async () => {
    const small = toldRecognition();
    const { diagnostics } = await read(p('文') + frame('svg:width="3cm" svg:height="20mm"'), small);
    expect(diagnostics.map(({ code }) => code)).toEqual(['images-not-read']);
    expect(small.count()).toBe(0);
    const twice = toldRecognition();
    const { blocks } = await read(frame(A4) + frame(A4), twice);
    expect([twice.count(), blocks.filter(isGrid).length]).toEqual([1, 2]);
  });

  it('are told where nothing reads them, nothing is on them, or they are damaged', async () => {
    expect(await read(frame(A4))).toMatchObject({ outcome: 'needs-ocr', pictures: 'left' });
    expect(await read(frame(A4), toldRecognition(false))).toMatchObject({
      outcome: 'empty',
      pictures: 'read',
    });
    const cut = openText(p('文') + frame(A4), '', { [NAME]: blankScan().subarray(0, 300) });
    const { outcome, diagnostics } = await readBytes(cut, { path: 'a', recognition: toldRecognition() });
    expect(outcome).toBe('ok');
    const told = diagnostics.find(({ code }) => code === 'picture-not-recognized')?.message;
    expect(told).toContain('请重新下载');
  });
});
