import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReadDocument, RecognizedPage } from '../../../src/model/document.js';
import type { KnownDocument } from '../../../src/model/ports/documents.js';
import { findChineseFont } from '../../../src/pipeline/drawing/find-chinese-font.js';
import { openPageDrawer } from '../../../src/pipeline/drawing/page-drawer.js';
import { sha256Of } from '../../../src/pipeline/files/sha256-of.js';
import { sourcePath, sourcesFolder } from '../../../src/pipeline/inputs/keep-source.js';
import { BUILT } from '../../support/built-entries.js';
import { buildOfd, OfdCanvas } from '../../support/ofd-builder.js';
import { buildPdf, drawTable, PdfCanvas, type PdfPage, plainTable } from '../../support/pdf-builder.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { type Picture, readPng } from '../../support/read-png.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { IS_THOROUGH, someOf } from '../../support/thorough.js';

const SCALE = 1.6;
const COVER = [0x8c, 0x8c, 0x8c];

/** A drawer over one stored document with these paths. */
function drawerOf(db: string, paths: string[], recognized?: RecognizedPage[]) {
  const pictures = recognized ? 'read' : null;
  const known = { readAs: paths[0], paths: paths.map((path) => ({ path })), pictures } as KnownDocument;
  const reading = async () => ({ recognized }) as unknown as ReadDocument;
  const drawer = openPageDrawer({ path: db, known: async () => known, reading }, BUILT.draw);
  onTestFinished(() => drawer.close());
  return drawer;
}

async function drawn(pages: readonly PdfPage[], page = 1): Promise<Picture> {
  const file = join(scratchFolder(), 'pack.pdf');
  const bytes = buildPdf(pages);
  writeFileSync(file, bytes);
  const answer = await drawerOf(`${file}.db`, [file]).draw(sha256Of(bytes), page);
  if (answer.kind !== 'page') throw new Error(JSON.stringify(answer));
  return readPng(answer.png);
}

/** Is the letter of 10 points at this place (points) painted over, corner to corner? */
const isCovered = (picture: Picture, x: number, y: number, width = 10): boolean =>
  [
    [x + 1, y + 1],
    [x + width / 2, y + 5],
    [x + width - 1, y + 9],
  ].every(
    ([left = 0, top = 0]) =>
      picture.at(Math.round(left * SCALE), Math.round(top * SCALE)).join() === COVER.join(),
  );

/** The pages of these tests bring no font; without one on the machine they are not drawn at all. */
const noFont = findChineseFont() === null;

describe.skipIf(noFont)('a drawn page', () => {
  it('shows what is printed', async () => {
    const picture = await drawn([new PdfCanvas().fill(100, 100, 200, 150, '0 0 1').page()]);
    expect([picture.width, picture.height]).toEqual([952, 1347]);
    expect(picture.at(150 * SCALE, 125 * SCALE)).toEqual([0, 0, 255]);
    expect(picture.at(150 * SCALE, 200 * SCALE)).toEqual([255, 255, 255]);
  });

  it('draws Chinese whose font is not embedded, with a font of this machine', async () => {
    const picture = await drawn([new PdfCanvas().text(50, 50, '绩效目标', 40).page()]);
    const inked = (x: number): boolean =>
      Array.from({ length: 64 * 64 }, (_, n) => picture.at(x + (n % 64), 80 + Math.floor(n / 64))[0]).some(
        (gray) => gray < 100,
      );
    expect([80, 144, 208, 272].map(inked)).toEqual([true, true, true, true]);
    expect(inked(400)).toBe(false);
  });

  it('covers a name and a phone in a paragraph, not their labels', async () => {
    const canvas = new PdfCanvas().text(50, 50, '填表人：张三丰').text(50, 80, '联系电话：13800000000');
    const picture = await drawn([canvas.page()]);
    expect(isCovered(picture, 50, 50)).toBe(false);
    expect([90, 100, 110].map((x) => isCovered(picture, x, 50))).toEqual([true, true, true]);
    expect(isCovered(picture, 120, 50)).toBe(false);
    expect(isCovered(picture, 50, 80)).toBe(false);
    expect([100, 105, 150].map((x) => isCovered(picture, x, 80, 5))).toEqual([true, true, true]);
  });

  it('draws an OFD page from what was read of it, names and phones covered', async () => {
    const file = join(scratchFolder(), 'pack.ofd');
    const canvas = new OfdCanvas().text(50, 50, '填表人：张三丰', 10).line(50, 200, 250, 200);
    const bytes = buildOfd([new OfdCanvas().text(50, 50, '封面', 10).page(), canvas.page()]);
    writeFileSync(file, bytes);
    const answer = await drawerOf(`${file}.db`, [file]).draw(sha256Of(bytes), 2);
    if (answer.kind !== 'page') throw new Error(JSON.stringify(answer));
    const picture = readPng(answer.png);
    expect([picture.width, picture.height]).toEqual([952, 1347]);
    expect(isCovered(picture, 50, 50)).toBe(false);
    expect([90, 100, 110].map((x) => isCovered(picture, x, 50))).toEqual([true, true, true]);
    const gray = [-1, 0, 1].map((y) => picture.at(Math.round(150 * SCALE), Math.round(200 * SCALE) + y)[0]);
    expect(Math.min(...gray)).toBeLessThan(200);
  });

  it('covers the value of a label in the cell beside it, on a page displayed sideways too', async () => {
    const table = plainTable(
      50,
      100,
      [100, 100, 100, 100],
      [
        ['填表人', '张三丰', '联系电话', '22629806'],
        ['项目名称', '综合治理', '金额', '22629806'],
      ],
    );
    const upright = await drawn([drawTable(new PdfCanvas(), table).page()]);
    expect(isCovered(upright, 53, 103)).toBe(false);
    expect(isCovered(upright, 153, 103)).toBe(true);
    expect(isCovered(upright, 353, 103, 5)).toBe(true);
    expect(isCovered(upright, 353, 123, 5)).toBe(false);
    const sideways = await drawn([drawTable(new PdfCanvas(), table).page(1)]);
    expect(sideways.width).toBeGreaterThan(sideways.height);
    expect(isCovered(sideways, 842 - 113, 153)).toBe(true);
    expect(isCovered(sideways, 842 - 113, 53)).toBe(false);
  });

  it.runIf(IS_THOROUGH)('covers a column of names that goes on over a page break', async () => {
    const head = ['序号', '科室', '联系人'];
    const first = plainTable(
      50,
      700,
      [100, 100, 100],
      [head, ['1', '一科', '张三丰'], ['2', '二科', '李四光']],
    );
    const second = plainTable(50, 60, [100, 100, 100], [['3', '三科', '王五一']]);
    const pages = [first, second].map((table) => drawTable(new PdfCanvas(), table).page());
    expect(isCovered(await drawn(pages, 1), 253, 743)).toBe(true);
    expect(isCovered(await drawn(pages, 2), 253, 63)).toBe(true);
    expect(isCovered(await drawn(pages, 2), 153, 63)).toBe(false);
  });

  it.each(
    someOf(1, [
      [1, [595, 842], [535, 400]],
      [2, [842, 595], [442, 535]],
      [3, [595, 842], [60, 442]],
    ] as const),
  )('is drawn upright where it was recognized as turned: by %d quarters', async (quarters, size, at) => {
    const file = join(scratchFolder(), 'scan.jpg');
    const bytes = jpegOf({ width: 842, height: 595, pixels: new Uint8Array(3 * 842 * 595).fill(255) }, 80);
    writeFileSync(file, bytes);
    const covers: RecognizedPage['covers'] = [[390, 50, 410, 70]];
    const drawer = drawerOf(`${file}.db`, [file], [{ page: 1, covers, quarters }]);
    const answer = await drawer.draw(sha256Of(bytes), 1);
    if (answer.kind !== 'page') throw new Error(JSON.stringify(answer));
    const picture = readPng(answer.png);
    expect([picture.width, picture.height]).toEqual(size.map((points) => Math.round(points * SCALE)));
    expect(picture.at(Math.round(at[0] * SCALE), Math.round(at[1] * SCALE))).toEqual(COVER);
  });

  it('is not drawn where nothing of it can be read, and so nothing covered', async () => {
    const file = join(scratchFolder(), 'scan.pdf');
    const image = {
      number: 100,
      dictionary:
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
      stream: 'a',
    };
    const scan = new PdfCanvas().raw('q 595 0 0 842 0 0 cm /X Do Q').page(0, '/XObject << /X 100 0 R >>');
    const bytes = buildPdf([scan], { objects: [image] });
    writeFileSync(file, bytes);
    expect(await drawerOf(`${file}.db`, [file]).draw(sha256Of(bytes), 1)).toMatchObject({
      kind: 'not-drawn',
      reason: expect.stringContaining('遮盖'),
    });
  });
});

describe('the bytes of a drawn page', () => {
  const bytes = buildPdf([new PdfCanvas().fill(50, 50, 100, 100).page()]);
  const sha256 = sha256Of(bytes);

  it('come from an archive the document was a member of', async () => {
    const file = join(scratchFolder(), 'all.zip');
    writeFileSync(file, zipSync({ 'inner/1.pdf': bytes, '2.txt': new Uint8Array([65]) }));
    const drawer = drawerOf(`${file}.db`, [`${file}!/inner/1.pdf`]);
    expect(await drawer.hasSource(sha256)).toBe(true);
    expect((await drawer.draw(sha256, 1)).kind).toBe('page');
    expect((await drawer.draw(sha256, 2)).kind).toBe('no-page');
  });

  it('come from the kept source where the file is gone', async () => {
    const db = join(scratchFolder(), 'a.db');
    const kept = sourcePath(sourcesFolder(db), sha256);
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, bytes);
    expect((await drawerOf(db, ['/nowhere/1.pdf']).draw(sha256, 1)).kind).toBe('page');
  });

  it('are gone where the file is another one now', async () => {
    const file = join(scratchFolder(), '1.pdf');
    writeFileSync(file, 'something else');
    const drawer = drawerOf(`${file}.db`, [file]);
    // Of no page that was drawn before: the process that drew it may still know it.
    const never = sha256Of(Buffer.from('never drawn'));
    expect((await drawer.draw(never, 1)).kind).toBe('gone');
    rmSync(file);
    expect(await drawer.hasSource(never)).toBe(false);
  });

  it('may be no readable PDF at all', async () => {
    const file = join(scratchFolder(), '1.pdf');
    writeFileSync(file, '%PDF-1.7 broken');
    const answer = await drawerOf(`${file}.db`, [file]).draw(sha256Of(Buffer.from('%PDF-1.7 broken')), 1);
    expect(answer).toMatchObject({ kind: 'not-drawn', reason: expect.stringContaining('PDF') });
  });
});
