import { componentsOf } from '../../raster/components.js';
import type { PixelBox } from '../../raster/raster.js';
import { CELL, type CellCounts } from './colored-cells.js';

/** Coloured pixels of a square that make it one of a seal. */
const LEAST_COLORED = 3;
/** Seals measure 18 to 60 mm; shares of the longer side of a page. */
const SIDE = { least: 0.04, most: 0.5 };
const MOST_SLENDER = 3;
/** A ring: the ink lies along the ellipse that fills the box, none of it in the corners. */
const RING = { inner: 0.86, outer: 1.05, share: 0.28, corner: 1.1, inCorners: 0.05 };
/** A frame: the ink lies along the edges of the box. */
const FRAME = { breadth: 0.12, share: 0.5 };
/** Black ink among the coloured: it was printed over something. */
const OVER_INK = 0.12;

/**
 * Boxes around seals: coloured ink in a ring or a frame of their size, or over black ink. Coloured headings and figures are none.
 */
export function findSeals(cells: CellCounts, width: number, height: number): PixelBox[] {
  const { across, down } = cells;
  const near = neighbourhood(cells);
  const pieces = componentsOf(near, across, down);
  const seals: PixelBox[] = [];
  for (let c = 0; c < pieces.count; c++) {
    const box = {
      left: pieces.left[c] ?? 0,
      top: pieces.top[c] ?? 0,
      right: pieces.right[c] ?? 0,
      bottom: pieces.bottom[c] ?? 0,
    };
    if (!isOfSealsSize(box, Math.max(across, down)) || !isSeal(cells, box)) continue;
    seals.push({
      left: box.left * CELL,
      top: box.top * CELL,
      right: Math.min(width, box.right * CELL),
      bottom: Math.min(height, box.bottom * CELL),
    });
  }
  return seals;
}

/** Squares with colour and the eight around each. */
function neighbourhood({ across, down, colored }: CellCounts): Uint8Array {
  const near = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      if ((colored[y * across + x] ?? 0) < LEAST_COLORED) continue;
      for (let v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) near[v * across + u] = 1;
      }
    }
  }
  return near;
}

function isOfSealsSize({ left, top, right, bottom }: PixelBox, page: number): boolean {
  const [short, long] = [Math.min(right - left, bottom - top), Math.max(right - left, bottom - top)];
  return short >= SIDE.least * page && long <= SIDE.most * page && long <= MOST_SLENDER * short;
}

function isSeal({ across, colored, black }: CellCounts, { left, top, right, bottom }: PixelBox): boolean {
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const [halfX, halfY] = [(right - left) / 2 - 1, (bottom - top) / 2 - 1];
  let [all, inRing, inCorners, inFrame, over] = [0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const ink = colored[y * across + x] ?? 0;
      if (ink < LEAST_COLORED) continue;
      all += ink;
      over += black[y * across + x] ?? 0;
      const [u, v] = [Math.abs(x + 0.5 - middleX) / halfX, Math.abs(y + 0.5 - middleY) / halfY];
      const radius = Math.hypot(u, v);
      if (radius > RING.inner && radius < RING.outer) inRing += ink;
      if (radius > RING.corner) inCorners += ink;
      if (Math.max(u, v) > 1 - FRAME.breadth) inFrame += ink;
    }
  }
  const isRing = inRing > RING.share * all && inCorners < RING.inCorners * all;
  return isRing || inFrame > FRAME.share * all || over > OVER_INK * all;
}
