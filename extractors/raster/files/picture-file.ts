import type { ColorRaster } from '../raster.js';

/** A file of pictures; its pages are decoded one by one. */
export interface PictureFile {
  pages: number;
  /**
   * A page from 1 on, upright as the file says it is.
   * @throws LimitError, UnreadableError
   */
  page(number: number): Promise<DecodedPicture>;
}

export interface DecodedPicture {
  raster: ColorRaster;
  /** Dots per inch of the raster, where the file tells them in earnest. */
  dpi: number | null;
}
