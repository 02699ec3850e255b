import type { GrayRaster } from '../../extractors/raster/raster.js';

export const PAPER = 255;
export const INK = 20;

export const blankGray = (width: number, height: number): GrayRaster => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(PAPER),
});

/** Fills a box; right and bottom are exclusive. In place. */
export function fillGray(
  { width, height, pixels }: GrayRaster,
  left: number,
  top: number,
  right: number,
  bottom: number,
  level = INK,
): void {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) pixels[y * width + x] = level;
  }
}

export interface DrawnTable {
  /** Of the lines of the grid, in pixels. */
  xs: readonly number[];
  ys: readonly number[];
  /** Cells of several slots: row, column, and those behind the last. */
  merged?: readonly (readonly [row: number, column: number, rowEnd: number, columnEnd: number])[];
  thickness?: number;
  /** Whether a pixel of a line is drawn, by how far along it is. */
  drawn?: (along: number) => boolean;
}

/** Draws the borders of a table, none inside its merged cells. */
export function drawTable(
  picture: GrayRaster,
  { xs, ys, merged = [], thickness = 2, drawn }: DrawnTable,
): void {
  const inside = (row: number, column: number, horizontal: boolean): boolean =>
    merged.some(([top, left, bottom, right]) =>
      horizontal
        ? row > top && row < bottom && column >= left && column < right
        : row >= top && row < bottom && column > left && column < right,
    );
  const draw = (horizontal: boolean, at: number, from: number, to: number): void => {
    for (let along = from; along < to; along++) {
      if (drawn && !drawn(along)) continue;
      if (horizontal) fillGray(picture, along, at, along + 1, at + thickness);
      else fillGray(picture, at, along, at + thickness, along + 1);
    }
  };
  ys.forEach((y, row) => {
    xs.slice(1).forEach((to, column) => {
      if (!inside(row, column, true)) draw(true, y, xs[column] ?? 0, to + thickness);
    });
  });
  xs.forEach((x, column) => {
    ys.slice(1).forEach((to, row) => {
      if (!inside(row, column, false)) draw(false, x, ys[row] ?? 0, to + thickness);
    });
  });
}

/** A picture whose rows are shifted down by so many pixels from its left edge to its right one, and its columns to the left as much. */
export function slanted(picture: GrayRaster, climb: number): GrayRaster {
  const { width, height } = picture;
  const turned = blankGray(width, height);
  const slope = climb / width;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = Math.round(x + slope * (y - height / 2));
      const fromY = Math.round(y - slope * (x - width / 2));
      const inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
      if (inside) turned.pixels[y * width + x] = picture.pixels[fromY * width + fromX] ?? PAPER;
    }
  }
  return turned;
}
