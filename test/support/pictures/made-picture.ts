import type { ColorRaster } from '../../../extractors/raster/raster.js';

export type Point = readonly [x: number, y: number];

/** A picture made of the raster of a page. */
export interface MadePicture {
  raster: ColorRaster;
  /** Where a point of the page's raster has come to. */
  at(point: Point): Point;
  /** The file it was, where it went through one. */
  jpeg?: Uint8Array;
}

export const blank = (width: number, height: number, level = 255): ColorRaster => ({
  width,
  height,
  pixels: new Uint8Array(3 * width * height).fill(level),
});

export const copyOf = ({ width, height, pixels }: ColorRaster): ColorRaster => ({
  width,
  height,
  pixels: pixels.slice(),
});
