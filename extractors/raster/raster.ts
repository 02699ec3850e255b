/** A picture in memory: rows from the top without padding, three bytes a pixel (red, green, blue). */
export interface ColorRaster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** One byte a pixel: 0 is black, 255 is white. */
export interface GrayRaster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A rectangle of pixels; right and bottom are exclusive. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
