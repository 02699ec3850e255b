import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LimitError, UnreadableError } from '../../../extractors/bytes/limits.js';
import { openPicture } from '../../../extractors/raster/files/open-picture.js';
import type { ColorRaster } from '../../../extractors/raster/raster.js';
import { blank } from '../../support/pictures/made-picture.js';
import { fillBox } from '../../support/pictures/page-of-marks.js';
import {
  pngFile,
  type TiffField,
  type TiffPage,
  tiffFile,
  withOrientation,
} from '../../support/pictures/picture-files.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { runsOf } from '../../support/thorough.js';

const WHITE = [255, 255, 255];

const colorAt = ({ width, pixels }: ColorRaster, x: number, y: number): number[] => [
  ...pixels.subarray(3 * (y * width + x), 3 * (y * width + x) + 3),
];

const decode = async (bytes: Uint8Array, page = 1): Promise<ColorRaster> =>
  (await openPicture(bytes).page(page)).raster;

/** White, red in the upper left, blue in the lower right. */
function flag(width = 64, height = 48): ColorRaster {
  const raster = blank(width, height);
  fillBox(raster, 0, 0, width / 2, height / 2, [220, 20, 30]);
  fillBox(raster, width / 2, height / 2, width, height, [20, 30, 220]);
  return raster;
}

describe('PNG', () => {
  it.each([
    ['gray of 1 bit', { depth: 1, color: 0 }, [0, 0b01000000], [[0, 0, 0], WHITE]],
    ['gray of 2 bits', { depth: 2, color: 0 }, [0, 0b01110000], [[85, 85, 85], WHITE]],
    ['gray of 4 bits', { depth: 4, color: 0 }, [0, 0x3f], [[51, 51, 51], WHITE]],
    [
      'gray of 8 bits',
      { depth: 8, color: 0 },
      [0, 7, 250],
      [
        [7, 7, 7],
        [250, 250, 250],
      ],
    ],
    [
      'gray of 16 bits',
      { depth: 16, color: 0 },
      [0, 7, 99, 250, 1],
      [
        [7, 7, 7],
        [250, 250, 250],
      ],
    ],
    [
      'colour of 8 bits',
      { depth: 8, color: 2 },
      [0, 1, 2, 3, 4, 5, 6],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    [
      'colour of 16 bits',
      { depth: 16, color: 2 },
      [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ['gray with alpha', { depth: 8, color: 4 }, [0, 0, 255, 0, 0], [[0, 0, 0], WHITE]],
    [
      'colour with alpha',
      { depth: 8, color: 6 },
      [0, 9, 9, 9, 255, 0, 100, 200, 51],
      [
        [9, 9, 9],
        [204, 224, 244],
      ],
    ],
  ] as const)('%s', async (_, shape, row, colors) => {
    const raster = await decode(pngFile({ width: 2, height: 1, ...shape, rows: Uint8Array.from(row) }));
    expect([colorAt(raster, 0, 0), colorAt(raster, 1, 0)]).toEqual(colors);
  });

  it('a palette, its clear colours white', async () => {
    const raster = await decode(
      pngFile({
        width: 3,
        height: 1,
        depth: 2,
        color: 3,
        chunks: [
          ['PLTE', Uint8Array.from([1, 2, 3, 40, 50, 60, 7, 8, 9])],
          ['tRNS', Uint8Array.from([255, 255, 0])],
        ],
        rows: Uint8Array.from([0, 0b01_00_10_00]),
      }),
    );
    expect([0, 1, 2].map((x) => colorAt(raster, x, 0))).toEqual([[40, 50, 60], [1, 2, 3], WHITE]);
  });

  it('every filter of rows', async () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 5, 5],
      [2, 1, 1, 1],
      [3, 4, 10, 9],
      [4, 1, 2, 3],
    ];
    const raster = await decode(
      pngFile({ width: 3, height: 5, depth: 8, color: 0, rows: Uint8Array.from(rows.flat()) }),
    );
    const grays = rows.map((_, y) => [0, 1, 2].map((x) => colorAt(raster, x, y)[0]));
    expect(grays).toEqual([
      [10, 20, 30],
      [10, 15, 20],
      [11, 16, 21],
      [9, 22, 30],
      [10, 24, 33],
    ]);
  });

  it('is put together from its seven passes where it is interlaced', async () => {
    const rows = Uint8Array.from([0, 11, 0, 12, 0, 13, 0, 14, 15, 16]);
    const raster = await decode(pngFile({ width: 3, height: 2, depth: 8, color: 0, interlaced: true, rows }));
    expect([0, 1].map((y) => [0, 1, 2].map((x) => colorAt(raster, x, y)[0]))).toEqual([
      [11, 13, 12],
      [14, 15, 16],
    ]);
  });

  it('tells its dots per inch where they make a page of it', async () => {
    const perMetre = Uint8Array.from([0, 0, 0x1e, 0xc3, 0, 0, 0x1e, 0xc3, 1]);
    const shape = { height: 4, depth: 1, color: 0, chunks: [['pHYs', perMetre]] as [string, Uint8Array][] };
    const wide = pngFile({ ...shape, width: 1600, rows: new Uint8Array(4 * 201) });
    const tiny = pngFile({ ...shape, width: 16, rows: new Uint8Array(4 * 3) });
    expect((await openPicture(wide).page(1)).dpi).toBeCloseTo(200, 0);
    expect((await openPicture(tiny).page(1)).dpi).toBeNull();
  });

  it('is refused where it inflates to more or less than its size', async () => {
    const shape = { width: 8, height: 8, depth: 8, color: 0 };
    const bomb = pngFile({ ...shape, rows: new Uint8Array(10_000_000) });
    const short = pngFile({ ...shape, rows: new Uint8Array(9 * 5) });
    for (const file of [bomb, short]) {
      await expect(openPicture(file).page(1)).rejects.toMatchObject({ outcome: 'corrupt' });
    }
  });

  it('is refused where it is cut off, and where it says it is larger than any page', () => {
    const file = pngFile({ width: 8, height: 8, depth: 8, color: 0, rows: new Uint8Array(72) });
    expect(() => openPicture(file.subarray(0, file.length - 20))).toThrow(/不完整/);
    const huge = pngFile({ width: 60_000, height: 60_000, depth: 1, color: 0, rows: new Uint8Array(8) });
    expect(() => openPicture(huge)).toThrow(LimitError);
  });

  it('of many pixels becomes smaller', async () => {
    const [width, height] = [9000, 4600];
    const rows = new Uint8Array(height * (1 + width / 8));
    const { raster } = await openPicture(pngFile({ width, height, depth: 1, color: 0, rows })).page(1);
    expect([raster.width, raster.height]).toEqual([width / 2, height / 2]);
  });
});

describe('JPEG', () => {
  it.each([
    [1, [0, 0]],
    [2, [1, 0]],
    [3, [1, 1]],
    [4, [0, 1]],
    [5, [0, 0]],
    [6, [1, 0]],
    [7, [1, 1]],
    [8, [0, 1]],
  ] as const)('stands upright as EXIF says: %i', async (orientation, [right, low]) => {
    const raster = await decode(withOrientation(jpegOf(flag(), 95), orientation));
    const isTurned = orientation > 4;
    expect([raster.width, raster.height]).toEqual(isTurned ? [48, 64] : [64, 48]);
    const [red] = colorAt(raster, right ? raster.width - 8 : 8, low ? raster.height - 8 : 8);
    const [, , blue] = colorAt(raster, right ? 8 : raster.width - 8, low ? 8 : raster.height - 8);
    expect(red).toBeGreaterThan(180);
    expect(blue).toBeGreaterThan(180);
    expect(
      colorAt(raster, right ? 8 : raster.width - 8, low ? raster.height - 8 : 8).every(
        (level) => level > 235,
      ),
    ).toBe(true);
  });

  it('is refused where its end is missing, and where it says it is larger than any page', () => {
    const jpeg = jpegOf(flag(), 80);
    expect(() => openPicture(jpeg.subarray(0, jpeg.length - 200))).toThrow(/不完整/);
    const huge = jpeg.slice();
    const frame = huge.findIndex((byte, i) => byte === 0xff && huge[i + 1] === 0xc0);
    huge.set([0xea, 0x60, 0xea, 0x60], frame + 5);
    expect(() => openPicture(huge)).toThrow(LimitError);
  });

  it('damaged anywhere ends as a picture or with its reason', async () => {
    const jpeg = jpegOf(flag(), 80);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: jpeg.length - 3 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const broken = jpeg.slice();
          broken[at] = byte;
          const outcome = await Promise.resolve()
            .then(() => decode(broken))
            .catch((error: unknown) => error);
          expect(
            outcome instanceof UnreadableError ||
              outcome instanceof LimitError ||
              'pixels' in (outcome as object),
          ).toBe(true);
        },
      ),
      { numRuns: runsOf(20, 60) },
    );
  });
});

describe('TIFF', () => {
  const fields = (width: number, height: number, ...more: TiffField[]): TiffField[] => [
    [256, 4, [width]],
    [257, 4, [height]],
    ...more,
  ];
  const gray: TiffField[] = fields(4, 2, [258, 3, [8]], [262, 3, [1]], [278, 4, [1]]);
  const strips = [Uint8Array.from([10, 20, 30, 40]), Uint8Array.from([50, 60, 70, 80])];
  const graysOf = async (page: TiffPage, little?: boolean): Promise<number[]> => {
    const { pixels } = await decode(tiffFile([page], little));
    return [...pixels].filter((_, i) => i % 3 === 0);
  };

  it.each([
    ['no compression', 1, (strip: Uint8Array) => strip],
    ['Flate', 8, (strip: Uint8Array) => deflateSync(strip)],
    ['PackBits', 32773, (strip: Uint8Array) => Uint8Array.from([3, ...strip])],
  ] as const)('strips under %s, in both orders of bytes', async (_, compression, packed) => {
    const page = { fields: [...gray, [259, 3, [compression]] as const], strips: strips.map(packed) };
    for (const little of [true, false])
      expect(await graysOf(page, little)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
  });

  it('a predictor', async () => {
    const differences = [Uint8Array.from([10, 10, 10, 10]), Uint8Array.from([50, 10, 10, 10])];
    const page = {
      fields: [...gray, [259, 3, [8]] as const, [317, 3, [2]] as const],
      strips: differences.map((s) => deflateSync(s)),
    };
    expect(await graysOf(page)).toEqual([10, 20, 30, 40, 50, 60, 70, 80]);
  });

  it('fax of group 4: white, black, white; black where it says so, whichever way its bits run', async () => {
    const rows = '0011011000101' + '1' + '111' + '000000000001000000000001';
    const bits = rows.padEnd(8 * Math.ceil(rows.length / 8), '0').match(/.{8}/g) ?? [];
    const data = Uint8Array.from(bits, (byte) => Number.parseInt(byte, 2));
    const backwards = Uint8Array.from(bits, (byte) => Number.parseInt([...byte].reverse().join(''), 2));
    const fax = fields(16, 2, [258, 3, [1]], [259, 3, [4]]);
    const expected = [...'0000bbbbbbbb0000'.repeat(2)].map((bit) => (bit === 'b' ? 0 : 255));
    expect(await graysOf({ fields: [...fax, [262, 3, [0]]], strips: [data] })).toEqual(expected);
    expect(await graysOf({ fields: [...fax, [262, 3, [0]], [266, 3, [2]]], strips: [backwards] })).toEqual(
      expected,
    );
    expect(await graysOf({ fields: [...fax, [262, 3, [1]]], strips: [data] })).toEqual(
      expected.map((level) => 255 - level),
    );
  });

  it('one bit where white is zero, a palette, colours, JPEG', async () => {
    const bit = {
      fields: fields(8, 1, [258, 3, [1]], [262, 3, [0]]),
      strips: [Uint8Array.from([0b10100000])],
    };
    expect((await graysOf(bit)).slice(0, 4)).toEqual([0, 255, 0, 255]);
    const map = Array.from(
      { length: 48 },
      (_, i) => 257 * (i % 16 === 2 ? ([200, 100, 50][Math.floor(i / 16)] ?? 0) : 0),
    );
    const palette = {
      fields: fields(2, 1, [258, 3, [4]], [262, 3, [3]], [320, 3, map]),
      strips: [Uint8Array.from([0x20])],
    };
    expect(colorAt(await decode(tiffFile([palette])), 0, 0)).toEqual([200, 100, 50]);
    const colors = {
      fields: fields(1, 1, [258, 3, [8, 8, 8]], [262, 3, [2]], [277, 3, [3]]),
      strips: [Uint8Array.from([1, 2, 3])],
    };
    expect(colorAt(await decode(tiffFile([colors])), 0, 0)).toEqual([1, 2, 3]);
    const jpeg = {
      fields: fields(64, 48, [258, 3, [8, 8, 8]], [259, 3, [7]], [262, 3, [6]], [277, 3, [3]]),
      strips: [jpegOf(flag(), 95)],
    };
    expect(colorAt(await decode(tiffFile([jpeg])), 8, 8)[0]).toBeGreaterThan(180);
  });

  it('pages one by one, small copies left out', async () => {
    const page = (level: number, more: TiffField[] = []): TiffPage => ({
      fields: [...gray, ...more],
      strips: strips.map((strip) => strip.map(() => level)),
    });
    const file = openPicture(tiffFile([page(10), page(20, [[254, 4, [1]]]), page(30)]));
    expect(file.pages).toBe(2);
    expect((await file.page(2)).raster.pixels[0]).toBe(30);
  });

  it('is refused where it is too large, cut off, goes in a circle, or is of an unread kind', async () => {
    const huge = openPicture(
      tiffFile([{ fields: fields(60_000, 60_000, [258, 3, [1]]), strips: [new Uint8Array(4)] }]),
    );
    await expect(huge.page(1)).rejects.toThrow(LimitError);
    const short = openPicture(tiffFile([{ fields: gray, strips: strips.slice(0, 1) }]));
    await expect(short.page(1)).rejects.toMatchObject({ outcome: 'corrupt' });
    const odd = openPicture(tiffFile([{ fields: [...gray, [259, 3, [34712]]], strips }]));
    await expect(odd.page(1)).rejects.toMatchObject({ outcome: 'unsupported' });
    const file = tiffFile([{ fields: gray, strips }]);
    const circle = Buffer.from(file);
    circle.writeUInt32LE(circle.readUInt32LE(4), circle.length - 4);
    expect(() => openPicture(circle)).toThrow(/成环/);
    expect(() => openPicture(file.subarray(0, file.length - 30))).toThrow(UnreadableError);
  });
});

describe('BMP', () => {
  function bmp(bits: number, rows: readonly number[][], palette: readonly number[] = []): Buffer {
    const file = Buffer.alloc(54 + palette.length + rows.reduce((sum, row) => sum + row.length, 0));
    file.write('BM');
    file.writeUInt32LE(54 + palette.length, 10);
    file.writeUInt32LE(40, 14);
    file.writeInt32LE(2, 18);
    file.writeInt32LE(rows.length, 22);
    file.writeUInt16LE(bits, 28);
    file.set([...palette, ...rows.flat()], 54);
    return file;
  }

  it('rows from below, blue first; a palette', async () => {
    const colors = await decode(
      bmp(24, [
        [3, 2, 1, 6, 5, 4, 0, 0],
        [9, 8, 7, 9, 9, 9, 0, 0],
      ]),
    );
    expect([colorAt(colors, 0, 1), colorAt(colors, 1, 1), colorAt(colors, 0, 0)]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const palette = await decode(bmp(1, [[0b01000000, 0, 0, 0]], [0, 0, 0, 0, 30, 20, 10, 0]));
    expect([colorAt(palette, 0, 0), colorAt(palette, 1, 0)]).toEqual([
      [0, 0, 0],
      [10, 20, 30],
    ]);
  });

  it('is refused where it is cut off', () => {
    const file = bmp(24, [[3, 2, 1, 6, 5, 4, 0, 0]]);
    expect(() => openPicture(file.subarray(0, file.length - 4))).toThrow(/不完整/);
  });
});

it('other kinds are named', () => {
  expect(() => openPicture(Buffer.from('GIF89a..........'))).toThrow(/GIF/);
  expect(() => openPicture(Buffer.from('RIFF....WEBPVP8 '))).toThrow(/WebP/);
  expect(() => openPicture(Buffer.from('何物'))).toThrow(UnreadableError);
});
