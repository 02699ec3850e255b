import type { DrawnPages } from '../printed/drawn-pages.js';
import { judgePage } from '../printed/page/page-quality.js';
import { pdfOfPage } from '../printed/page/pdf-of-page.js';
import { readPrintedLetters } from '../printed/read-printed-letters.js';
import { pdfOfRaster } from '../raster/files/pdf-of-raster.js';
import { openOfd } from './ofd-document.js';
import { openPackage } from './ofd-package.js';
import { pageContents } from './page-contents.js';
import { pagePicture } from './page-picture.js';

/** OFD pages for drawing: what was read of them, or their picture where they are nothing else, as a PDF. */
export const drawnOfd: DrawnPages = {
  letters(bytes, progress) {
    const ofd = openPackage(bytes);
    const { pages } = openOfd(ofd);
    return readPrintedLetters(pageContents(ofd, pages), { count: pages.length, progress });
  },
  async pdfPage(bytes, page) {
    const ofd = openPackage(bytes);
    const { pages } = openOfd(ofd);
    const [content] = pageContents(ofd, pages.slice(page - 1, page));
    if (!content) return null;
    if (judgePage(content) !== 'image') return { bytes: pdfOfPage(content), page: 1 };
    const { raster, box } = await pagePicture(ofd, content.images);
    return { bytes: pdfOfRaster(raster, content, box), page: 1 };
  },
};
