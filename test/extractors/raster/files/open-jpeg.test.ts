import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LimitError, UnreadableError } from '../../../../extractors/bytes/limits.js';
import { openPicture } from '../../../../extractors/raster/files/open-picture.js';
import { colorAt, decodePicture, redAndBlue } from '../../../support/pictures/opened-picture.js';
import { withOrientation } from '../../../support/pictures/picture-files.js';
import { jpegOf } from '../../../support/pictures/through-jpeg.js';
import { runsOf } from '../../../support/thorough.js';

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
    const raster = await decodePicture(withOrientation(jpegOf(redAndBlue(), 95), orientation));
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
    const jpeg = jpegOf(redAndBlue(), 80);
    expect(() => openPicture(jpeg.subarray(0, jpeg.length - 200))).toThrow(/不完整/);
    const huge = jpeg.slice();
    const frame = huge.findIndex((byte, i) => byte === 0xff && huge[i + 1] === 0xc0);
    huge.set([0xea, 0x60, 0xea, 0x60], frame + 5);
    expect(() => openPicture(huge)).toThrow(LimitError);
  });

  it('damaged anywhere ends as a picture or with its reason', async () => {
    const jpeg = jpegOf(redAndBlue(), 80);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: jpeg.length - 3 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, byte) => {
          const broken = jpeg.slice();
          broken[at] = byte;
          const outcome = await Promise.resolve()
            .then(() => decodePicture(broken))
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
