import type { Fill } from './page-content.js';

/** Height (points) of the bands fills are looked up by. */
const BAND = 24;
/** No page is higher than this many bands. */
const MOST_BANDS = 700;

/** A filled area as it was drawn. */
export interface DrawnFill extends Fill {
  opaque: boolean;
  /** Position in the drawing order of the page. */
  order: number;
}

/** How a text was drawn. */
export interface DrawnText {
  /** Its position in the drawing order. */
  order: number;
  white: boolean;
}

/** White on white: not seen, and painted over by nothing. */
const WHITE_ON_WHITE = -1;

/**
 * A test for points of text: 0 where what is drawn there can be seen; else the position in the drawing order of what is painted
 * over it, or `WHITE_ON_WHITE` where it is white with nothing coloured behind it.
 */
export function coverTest(fills: readonly DrawnFill[]): (x: number, y: number, text: DrawnText) => number {
  const bands = new Map<number, DrawnFill[]>();
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
    let over = 0;
    for (const fill of bands.get(Math.floor(y / BAND)) ?? []) {
      if (x < fill.left || x > fill.right || y < fill.top || y > fill.bottom) continue;
      if (fill.order > text.order) {
        if (fill.opaque) over = Math.max(over, fill.order);
      } else if (text.white) readable = !fill.white;
    }
    return over || (readable ? 0 : WHITE_ON_WHITE);
  };
}
