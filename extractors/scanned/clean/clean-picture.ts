import type { GrayRaster, PixelBox } from '../../raster/raster.js';

/** The picture of a page made fit for reading: upright, straight, evenly lit, without seals and the borders of the scanner. */
export interface CleanPicture {
  /** Ink is dark, paper near 255. */
  gray: GrayRaster;
  /** Where a box of it stands on the picture it was made from: the box around its four corners. */
  onSource(box: PixelBox): PixelBox;
}
