import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LimitError, UnreadableError } from '../../../../extractors/bytes/limits.js';
import { openPicture } from '../../../../extractors/raster/files/open-picture.js';
import { colorAt, decodePicture, redAndBlue } from '../../../support/pictures/opened-picture.js';
import { type TiffField, type TiffPage, tiffFile } from '../../../support/pictures/picture-files.js';
import { jpegOf } from '../../../support/pictures/through-jpeg.js';

describe('TIFF', () => {
  const fields = (width: number, height: number, ...more: TiffField[]): TiffField[] => [
    [256, 4, [width]],
    [257, 4, [height]],
    ...more,
  ];
  const gray: TiffField[] = fields(4, 2, [258, 3, [8]], [262, 3, [1]], [278, 4, [1]]);
  const strips = [Uint8Array.from([10, 20, 30, 40]), Uint8Array.from([50, 60, 70, 80])];
  const graysOf = async (page: TiffPage, little?: boolean): Promise<number[]> => {
    const { pixels } = await decodePicture(tiffFile([page], little));
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
    expect(colorAt(await decodePicture(tiffFile([palette])), 0, 0)).toEqual([200, 100, 50]);
    const colors = {
      fields: fields(1, 1, [258, 3, [8, 8, 8]], [262, 3, [2]], [277, 3, [3]]),
      strips: [Uint8Array.from([1, 2, 3])],
    };
    expect(colorAt(await decodePicture(tiffFile([colors])), 0, 0)).toEqual([1, 2, 3]);
    const jpeg = {
      fields: fields(64, 48, [258, 3, [8, 8, 8]], [259, 3, [7]], [262, 3, [6]], [277, 3, [3]]),
      strips: [jpegOf(redAndBlue(), 95)],
    };
    expect(colorAt(await decodePicture(tiffFile([jpeg])), 8, 8)[0]).toBeGreaterThan(180);
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
