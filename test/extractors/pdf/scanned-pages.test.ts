import { describe, expect, it } from 'vitest';
import { pdfOfPicture } from '../../../extractors/raster/files/pdf-of-picture.js';
import { readBytes } from '../../../extractors/read-bytes.js';
import { jpegOf } from '../../support/pictures/through-jpeg.js';
import { recognizedPage } from '../../support/recognized-page.js';

const SHADES = [40, 120, 200];
const [WIDTH, HEIGHT] = [600, 840];

/** A page scanned in as many strips as shades, turned as EXIF numbers it. */
function stripsPdf(orientation: number): Uint8Array {
  const height = HEIGHT / SHADES.length;
  const streams = SHADES.map((shade, i) => ({
    dictionary: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    data: jpegOf({ width: WIDTH, height, pixels: new Uint8Array(3 * WIDTH * height).fill(shade) }, 90),
    left: 0,
    top: i * height,
    width: WIDTH,
    height,
  }));
  return pdfOfPicture({ width: WIDTH, height: HEIGHT, orientation, streams }, { scale: 1 });
}

describe('a page scanned in strips', () => {
  it.each([
    ['upright', 1, (at: number) => [0.5, at] as const],
    ['on its head', 3, (at: number) => [0.5, 1 - at] as const],
    ['a quarter to the right', 6, (at: number) => [1 - at, 0.5] as const],
    ['a quarter to the left', 8, (at: number) => [at, 0.5] as const],
  ])('and placed %s is recognized as one picture', async (_, orientation, placeOf) => {
    let found: number[] = [];
    const read = await readBytes(stripsPdf(orientation), {
      path: 'a.pdf',
      recognition: {
        again: false,
        isSpent: () => false,
        async read({ width, height, pixels }) {
          found = [0.1, 0.5, 0.9].map((at) => {
            const [x, y] = placeOf(at);
            return pixels[3 * (Math.floor(y * height) * width + Math.floor(x * width))] ?? 0;
          });
          return recognizedPage('绩效目标表', [['指标', '指标值']]);
        },
      },
    });
    expect(found).toEqual(SHADES.map((shade) => expect.closeTo(shade, -1)));
    expect(read).toMatchObject({ outcome: 'ok', pictures: 'read' });
  });
});
