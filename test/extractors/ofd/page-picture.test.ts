import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../extractors/read-bytes.js';
import { type Extraction, isGrid } from '../../../src/model/grid.js';
import { buildOfd } from '../../support/ofd-builder.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { recognizedPage } from '../../support/recognized-page.js';

describe('a page that is a picture', () => {
  const scan = jpegOf({ width: 840, height: 1188, pixels: new Uint8Array(3 * 840 * 1188).fill(230) }, 60);
  const seen: string[] = [];
  const recognition = {
    again: false,
    isSpent: () => false,
    read: async ({ width }: { width: number }, pixelsPerPoint: number) => {
      seen.push(`${width} ${(width / pixelsPerPoint).toFixed(1)}`);
      return recognizedPage('绩效目标表', [
        ['指标', '指标值'],
        ['宣传', '≥12场'],
      ]);
    },
  };
  const image = (ctm: string, id = 9): string =>
    `<ofd:ImageObject ID="2" ResourceID="${id}" Boundary="10 20 190 270" CTM="${ctm}"/>`;
  const withScan = (ctm: string, base: string, file: string): Uint8Array =>
    buildOfd(
      [{ width: 595, height: 842, objects: image(ctm) }],
      '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      {
        'Doc_0/DocumentRes.xml': `<ofd:Res BaseLoc="${base}"><ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>scan.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
        [file]: scan,
      },
    );

  test.each([
    ['Res', 'Doc_0/Res/scan.jpg'],
    ['/Doc_0/Res', 'Doc_0/Res/scan.jpg'],
    ['', 'Doc_0/scan.jpg'],
  ])('is read from the file in %s, its cells where the picture stands', async (base, file) => {
    seen.length = 0;
    const found = await readBytes(withScan('190 0 0 270 0 0', base, file), { path: 'a.ofd', recognition });
    expect(found).toMatchObject({ outcome: 'ok', pictures: 'read' });
    expect(seen).toEqual(['840 538.6']);
    const grid = found.blocks.find(isGrid);
    expect(grid?.cells.map(({ text }) => text)).toEqual(['指标', '指标值', '宣传', '≥12场']);
    expect(grid?.cells[0]?.boxes?.[0]?.box.slice(0, 2)).toEqual([78.3, 156.7]);
  });

  /** Three bands of one brightness each, from the top. */
  const bands = (shades: readonly number[], width: number, height: number): Uint8Array => {
    const pixels = new Uint8Array(3 * width * height);
    for (let i = 0; i < pixels.length; i++) {
      pixels[i] = shades[Math.floor((i / pixels.length) * shades.length)] ?? 0;
    }
    return jpegOf({ width, height, pixels }, 90);
  };
  /** Brightness of points of the picture that is recognized, in shares of its sides. */
  const brightness = async (
    objects: string,
    files: Record<string, Uint8Array>,
    points: readonly (readonly [number, number])[],
  ): Promise<{ found: number[]; size: string; read: Extraction }> => {
    let found: number[] = [];
    let size = '';
    const ids = Object.keys(files);
    const media = ids.map(
      (name, i) =>
        `<ofd:MultiMedia ID="${i + 9}" Type="Image"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia>`,
    );
    const bytes = buildOfd(
      [{ width: 595, height: 842, objects }],
      '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      {
        'Doc_0/DocumentRes.xml': `<ofd:Res><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
        ...Object.fromEntries(ids.map((name) => [`Doc_0/${name}`, files[name] ?? null])),
      },
    );
    const read = await readBytes(bytes, {
      path: 'a.ofd',
      recognition: {
        ...recognition,
        async read({ width, height, pixels }, pixelsPerPoint) {
          size = [width, height].map((side) => (side / pixelsPerPoint).toFixed(0)).join('x');
          found = points.map(
            ([x, y]) => pixels[3 * (Math.floor(y * height) * width + Math.floor(x * width))] ?? 0,
          );
          return recognizedPage('绩效目标表', [['指标', '指标值']]);
        },
      },
    });
    return { found, size, read };
  };
  const near = (shades: readonly number[]): unknown[] => shades.map((shade) => expect.closeTo(shade, -1));
  const DOWN = [
    [0.5, 0.1],
    [0.5, 0.5],
    [0.5, 0.9],
  ] as const;
  const strips = [0, 1, 2].map((i) => image(`190 0 0 90 0 ${i * 90}`, i + 9)).join('');

  test('in strips is put together', async () => {
    const files = {
      'a.jpg': bands([40], 400, 190),
      'b.jpg': bands([120], 400, 190),
      'c.jpg': bands([200], 400, 190),
    };
    const { found, size, read } = await brightness(strips, files, DOWN);
    expect(found).toEqual(near([40, 120, 200]));
    expect(size).toBe('539x765');
    expect(read).toMatchObject({ outcome: 'ok', pictures: 'read' });
  });

  test('in strips of which one is missing or damaged is read, and the gap told', async () => {
    const files = {
      'a.jpg': bands([40], 400, 190),
      'b.jpg': new Uint8Array(20),
      'c.jpg': bands([200], 400, 190),
    };
    const { found, read } = await brightness(strips, files, DOWN);
    expect(found).toEqual(near([40, 255, 200]));
    expect(read.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'picture-not-recognized', place: 'p1' }),
    );
  });

  test.each([
    ['a quarter to the right', '0 270 -190 0 190 0', [0.9, 0.5, 0.1], 'across'],
    ['a quarter to the left', '0 -270 190 0 0 270', [0.1, 0.5, 0.9], 'across'],
    ['on its head', '-190 0 0 -270 190 270', [0.9, 0.5, 0.1], 'down'],
    ['upright, its matrix from the lower left', '190 0 0 -270 0 270', [0.9, 0.5, 0.1], 'down'],
    ['a little', '188 5 -5 268 4 -2', [0.1, 0.5, 0.9], 'down'],
  ] as const)('turned %s is drawn as it is seen', async (_, ctm, places, along) => {
    const points = places.map((at) => (along === 'down' ? ([0.5, at] as const) : ([at, 0.5] as const)));
    const { found } = await brightness(image(ctm), { 'a.jpg': bands([40, 120, 200], 600, 600) }, points);
    expect(found).toEqual(near([40, 120, 200]));
  });

  test('says why where its file is missing', async () => {
    const missing = await readBytes(withScan('190 0 0 270 0 0', '', 'Doc_0/other.jpg'), {
      path: 'a',
      recognition,
    });
    expect(missing.outcome).toBe('needs-ocr');
    expect(missing.diagnostics.map(({ code }) => code)).toContain('picture-not-recognized');
  });
});
