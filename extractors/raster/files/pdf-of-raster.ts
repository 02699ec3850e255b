import type { Box } from '../../printed/page/box.js';
import type { ColorRaster } from '../raster.js';
import { pdfOfPicture } from './pdf-of-picture.js';

const WHITE = '1 1 1 rg';

/** A PDF of one white page of that size with a picture in its box, all in points. */
export function pdfOfRaster(
  { width, height, pixels }: ColorRaster,
  page: { width: number; height: number },
  box: Box,
): Uint8Array {
  const scale = (box.right - box.left) / width;
  const dictionary = '/ColorSpace /DeviceRGB /BitsPerComponent 8';
  const stream = { dictionary, data: pixels, left: box.left / scale, top: box.top / scale, width, height };
  const sheet = {
    width: page.width / scale,
    height: page.height / scale,
    orientation: 1,
    streams: [stream],
  };
  return pdfOfPicture(sheet, { scale, ground: WHITE });
}
