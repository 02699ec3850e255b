import type { Fill } from './page-content.js';

/** Height (points) of the bands fills are looked up by. */
const BAND = 24;
/** No page is higher than this many bands. */
const MOST_BANDS = 700;

/** How a text was drawn. */
export interface DrawnText {
  /** Its position in the drawing order. */
  order: number;
  white: boolean;
}

/**
 * A test for points of text: whether what is drawn there cannot be seen, because it is painted over later, or is white with
 * nothing coloured behind it.
 */
export function coverTest(fills: readonly Fill[]): (x: number, y: number, text: DrawnText) => boolean {
  const bands = new Map<number, Fill[]>();
  for (const fill of fills) {
    const last = Math.min(Math.floor(fill.bottom / BAND), MOST_BANDS);
    for (let band = Math.max(0, Math.floor(fill.top / BAND)); band <= last; band++) {
      const inBand = bands.get(band);
      if (inBand) inBand.push(fill);
      else bands.set(band, [fill]);
    }
  }
  return (x, y, text) => {
    let readable = !text.white;
    for (const fill of bands.get(Math.floor(y / BAND)) ?? []) {
      if (x < fill.left || x > fill.right || y < fill.top || y > fill.bottom) continue;
      if (fill.order > text.order) {
        if (fill.opaque) return true;
      } else if (text.white) readable = !fill.white;
    }
    return !readable;
  };
}
