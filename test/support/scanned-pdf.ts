import { pdfOfPicture } from '../../extractors/raster/files/pdf-of-picture.js';
import type { ColorRaster } from '../../extractors/raster/raster.js';
import { jpegOf } from './pictures/through-jpeg.js';

const POINTS_PER_INCH = 72;

/** A PDF of one page that is nothing but a picture, as a scanner makes it. */
export function scannedPdf(raster: ColorRaster, dpi: number, quality = 70): Uint8Array {
  const { width, height } = raster;
  const stream = {
    dictionary: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
    data: jpegOf(raster, quality),
    left: 0,
    top: 0,
    width,
    height,
  };
  return pdfOfPicture({ width, height, orientation: 1, streams: [stream] }, { scale: POINTS_PER_INCH / dpi });
}
