import { beforeAll, describe, expect, it } from 'vitest';
import { setSubstituteFont } from '../../../extractors/pdf/draw-pdf.js';
import type { PageContent } from '../../../extractors/printed/page/page-content.js';
import { turnBox } from '../../../extractors/printed/page/page-turn.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import type { TextRecognition } from '../../../extractors/reader.js';
import { canRecognize, recognitionFor } from '../../../extractors/scanned/recognition-for.js';
import { findChineseFont } from '../../../src/pipeline/drawing/find-chinese-font.js';
import { readDocument } from '../../../src/pipeline/reading/read-document.js';
import { gridShape, onlyGrid } from '../../support/grid-shape.js';
import { drawRaster } from '../../support/pictures/draw-raster.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { projectFormPdf } from '../../support/project-form-pdf.js';
import { recognizedPage } from '../../support/recognized-page.js';
import { scannedPdf } from '../../support/scanned-pdf.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const ROWS = [
  ['指标', '指标值'],
  ['宣传场次', '≥12场'],
];

const paper = (width = 600, height = 800): ColorRaster => ({
  width,
  height,
  pixels: new Uint8Array(3 * width * height).fill(255),
});

/** Finds the same page on every picture, and notes their sizes. */
function recognizer(found: PageContent | null): TextRecognition & { seen: string[] } {
  const seen: string[] = [];
  return {
    again: false,
    isSpent: () => false,
    async read({ width, height }, pixelsPerPoint) {
      seen.push(`${width}×${height} ${pixelsPerPoint.toFixed(2)}`);
      return found;
    },
    seen,
  };
}

describe('a picture file', () => {
  it('is read where a table or text is on it', async () => {
    const recognition = recognizer(recognizedPage('绩效目标表', ROWS));
    const read = await readBytes(jpegOf(paper(), 80), { path: 'a.jpg', recognition });
    expect(read).toMatchObject({ format: 'picture', outcome: 'ok', pictures: 'read' });
    expect(gridShape(onlyGrid(read.blocks))).toContain('p1 t1 r2 c2 ≥12场');
    expect(read.pages).toEqual([[631.5, 842]]);
    expect(recognition.seen).toEqual(['600×800 0.95']);
  });

  it.each([
    [1, [842, 631.5]],
    [2, [631.5, 842]],
    [3, [842, 631.5]],
  ])('that lies turned by %d quarters is shown upright', async (turned, size) => {
    const found = recognizedPage('绩效目标表', ROWS);
    const lying: PageContent = {
      ...found,
      asDisplayed: (box) => turnBox(box, turned, found.width, found.height),
    };
    const [width, height] = turned === 2 ? [600, 800] : [800, 600];
    const shown = turned === 2 ? size : [...size].reverse();
    const read = await readBytes(jpegOf(paper(width, height), 80), {
      path: 'a.jpg',
      recognition: recognizer(lying),
    });
    expect(read.pages).toEqual([shown]);
    expect(read.recognized?.turned).toEqual([{ page: 1, quarters: 4 - turned }]);
    const { boxes } = onlyGrid(read.blocks).cells[0] ?? {};
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes?.[0]?.box ?? [];
    expect([right - left, bottom - top].map(Math.round)).toEqual([120, 24]);
  });

  it('without text is ignored, and so is an ornament, which is not even looked at', async () => {
    const recognition = recognizer(null);
    const read = await readBytes(jpegOf(paper(), 80), { path: 'a.jpg', recognition });
    expect(read).toMatchObject({ outcome: 'ignored', pictures: 'read', blocks: [] });
    const logo = recognizer(recognizedPage('绩效目标表', ROWS));
    expect(await readBytes(jpegOf(paper(200, 100), 80), { path: 'a.jpg', recognition: logo })).toMatchObject({
      outcome: 'ignored',
    });
    expect(logo.seen).toEqual([]);
  });

  it('is ignored where nothing reads pictures, and read when something does', async () => {
    expect(await readBytes(jpegOf(paper(), 80), { path: 'a.jpg' })).toMatchObject({
      outcome: 'ignored',
      pictures: 'left',
    });
  });

  it('over which a process died is not tried again, and says why', async () => {
    const abandoned = { outcome: 'oom', reason: '内存超过 800 MB' } as const;
    const document = await readDocument(jpegOf(paper(), 80), { path: 'a.jpg', abandoned });
    expect(document).toMatchObject({
      outcome: 'oom',
      reason: expect.stringContaining(abandoned.reason),
      pictures: 'read',
      diagnostics: [{ code: 'picture-not-recognized', message: expect.stringContaining(abandoned.reason) }],
    });
  });

  it('that is damaged, a bomb or of a kind for screens ends with the reason', async () => {
    const recognition = recognizer(recognizedPage('绩效目标表', ROWS));
    const whole = jpegOf(paper(), 80);
    const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
      const { outcome, reason } = await readBytes(bytes, { path: 'a', recognition });
      expect(reason).toBeTruthy();
      return outcome;
    };
    expect(await outcomeOf(whole.subarray(0, whole.length / 2))).toBe('corrupt');
    expect(await outcomeOf(new TextEncoder().encode('GIF89a\x01\x00\x01\x00'))).toBe('ignored');
    const bomb = new Uint8Array(54);
    bomb.set([0x42, 0x4d]);
    const view = new DataView(bomb.buffer);
    view.setUint32(10, 54, true);
    view.setUint32(14, 40, true);
    view.setInt32(18, 60_000, true);
    view.setInt32(22, 60_000, true);
    view.setUint16(26, 1, true);
    view.setUint16(28, 24, true);
    expect(await outcomeOf(bomb)).toBe('limit');
  });
});

const font = findChineseFont();

describe.skipIf(font === null || !canRecognize() || !IS_THOROUGH)('the form of a project as a scan', () => {
  let scan: ColorRaster;
  beforeAll(async () => {
    setSubstituteFont(font);
    scan = await drawRaster(projectFormPdf(), 2, 200);
  });

  it.each(['pdf', 'jpg'])(
    'in a .%s gives the project and its indicators, and masks who filled it in',
    async (kind) => {
      const bytes = kind === 'pdf' ? scannedPdf(scan, 200) : jpegOf(scan, 85);
      const document = await readDocument(bytes, { path: `a.${kind}`, recognition: recognitionFor('auto') });
      expect(document).toMatchObject({ outcome: 'ok', pictures: 'read' });
      const [disclosure] = document.disclosures;
      expect(disclosure?.projects.map(({ name, money }) => [name, money?.fen])).toEqual([
        ['综合治理', 50_000_000],
      ]);
      expect(disclosure?.indicators.map(({ name, target }) => [name, target])).toEqual([
        ['化解矛盾纠纷', '≥20件'],
        ['群众安全感', '≥95%'],
      ]);
      expect(JSON.stringify(document)).not.toMatch(/三丰|22629806/);
      expect(document.recognized?.[0]?.covers.length).toBeGreaterThan(4);
      expect(disclosure?.indicators[0]?.evidence.name.recognized).toBeGreaterThan(0.5);
    },
  );
});
