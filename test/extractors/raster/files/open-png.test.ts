import { describe, expect, it } from 'vitest';
import { LimitError } from '../../../../extractors/bytes/limits.js';
import { openPicture } from '../../../../extractors/raster/files/open-picture.js';
import { colorAt, decodePicture, WHITE } from '../../../support/pictures/opened-picture.js';
import { pngFile } from '../../../support/pictures/picture-files.js';

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
    const raster = await decodePicture(
      pngFile({ width: 2, height: 1, ...shape, rows: Uint8Array.from(row) }),
    );
    expect([colorAt(raster, 0, 0), colorAt(raster, 1, 0)]).toEqual(colors);
  });

  it('a palette, its clear colours white', async () => {
    const raster = await decodePicture(
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
    const raster = await decodePicture(
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
    const raster = await decodePicture(
      pngFile({ width: 3, height: 2, depth: 8, color: 0, interlaced: true, rows }),
    );
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
