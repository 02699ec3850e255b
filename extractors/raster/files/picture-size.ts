import { LIMITS, LimitError, UnreadableError } from '../../bytes/limits.js';

/**
 * Refuses a picture by the size it declares.
 * @throws LimitError beyond LIMITS.picturePixels
 * @throws UnreadableError where it has no size
 */
export function checkPictureSize(width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new UnreadableError('corrupt', '图片没有尺寸');
  if (width * height > LIMITS.picturePixels) {
    throw new LimitError(`图片有 ${width}×${height} 个像素，超过 ${LIMITS.picturePixels / 10_000} 万`);
  }
}

/** Inches of the longer side that a page may have; others are what programs write who do not know. */
const LIKELY = { least: 3, most: 50 };

/** Dots per inch as told by a file, null where they make no page of it. */
export function likelyDpi(dpi: number | undefined, width: number, height: number): number | null {
  const inches = Math.max(width, height) / (dpi ?? 0);
  return dpi && inches >= LIKELY.least && inches <= LIKELY.most ? dpi : null;
}
