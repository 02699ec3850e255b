import { describe, expect, it } from 'vitest';
import { openPicture } from '../../../../extractors/raster/files/open-picture.js';
import { colorAt, decodePicture } from '../../../support/pictures/opened-picture.js';

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
    const colors = await decodePicture(
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
    const palette = await decodePicture(bmp(1, [[0b01000000, 0, 0, 0]], [0, 0, 0, 0, 30, 20, 10, 0]));
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
