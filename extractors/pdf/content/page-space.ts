import type { Box } from '../../printed/page/box.js';
import type { Matrix } from '../../printed/page/matrix.js';

/**
 * The matrix from PDF user space (y upwards) to the page as displayed (y downwards, points, crop box at the origin).
 * `turns` is /Rotate in quarter turns clockwise.
 */
export function displayMatrix(crop: Box, turns: number): Matrix {
  const { left, right } = crop;
  const low = Math.min(crop.top, crop.bottom);
  const high = Math.max(crop.top, crop.bottom);
  switch (turns & 3) {
    case 1:
      return [0, 1, 1, 0, -low, -left];
    case 2:
      return [-1, 0, 0, 1, right, -low];
    case 3:
      return [0, -1, -1, 0, high, right];
    default:
      return [1, 0, 0, -1, -left, high];
  }
}
