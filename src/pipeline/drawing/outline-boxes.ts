import type { Pixels } from './turned-picture.js';

/** A rectangle on a page as shares of its width and height, from 0 to 1, origin at the top left. */
export type ShareBox = readonly [left: number, top: number, right: number, bottom: number];

/** Pixels. */
const STROKE = 3;
/** Pixels between what is printed in the box and the stroke around it. */
const GAP = 1;
const RED = [200, 16, 16] as const;

/** The picture with a red frame around each box; the picture itself where there are none. */
export function outlineBoxes(picture: Pixels, boxes: readonly ShareBox[]): Pixels {
  if (boxes.length === 0) return picture;
  const { width, height } = picture;
  const pixels = inColors(picture);
  for (const [left, top, right, bottom] of boxes) {
    const inner = {
      left: Math.floor(left * width) - GAP,
      top: Math.floor(top * height) - GAP,
      right: Math.ceil(right * width) + GAP,
      bottom: Math.ceil(bottom * height) + GAP,
    };
    for (let y = inner.top - STROKE; y < inner.bottom + STROKE; y++) {
      for (let x = inner.left - STROKE; x < inner.right + STROKE; x++) {
        const isInside = x >= inner.left && x < inner.right && y >= inner.top && y < inner.bottom;
        if (isInside || x < 0 || y < 0 || x >= width || y >= height) continue;
        pixels.set(RED, 3 * (y * width + x));
      }
    }
  }
  return { width, height, colors: 'rgb', pixels };
}

function inColors({ colors, pixels }: Pixels): Uint8Array {
  if (colors === 'rgb') return pixels.slice();
  const colored = new Uint8Array(3 * pixels.length);
  for (const [index, gray] of pixels.entries()) colored.fill(gray, 3 * index, 3 * index + 3);
  return colored;
}
