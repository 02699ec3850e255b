import type { DrawnPages } from '../printed/drawn-pages.js';
import { openPicture } from '../raster/files/open-picture.js';
import { pdfOfRaster } from '../raster/files/pdf-of-raster.js';
import { picturePage } from './picture-pages.js';

/**
 * Pictures for drawing: as they are. Of their letters nothing is known but what was kept when they were recognized, so each page
 * is unread by itself.
 */
export const drawnPictures: DrawnPages = {
  async letters(bytes) {
    const { pages } = openPicture(bytes);
    return { readings: [], pages, unread: Array.from({ length: pages }, (_, index) => index + 1) };
  },
  async pdfPage(bytes, number) {
    const page = await picturePage(openPicture(bytes), number);
    if (!page) return null;
    const box = { left: 0, top: 0, right: page.width, bottom: page.height };
    return { bytes: pdfOfRaster(page.picture.raster, page, box), page: 1 };
  },
};
