import { UnreadableError } from '../bytes/limits.js';
import type { DrawnPages } from '../printed/drawn-pages.js';
import type { Box } from '../printed/page/box.js';
import { readPrintedLetters } from '../printed/read-printed-letters.js';
import { preparePdfium } from '../raster/pdfium/pdfium.js';
import type { PagePicture } from './content/draw-page.js';
import { pageContents } from './content/page-contents.js';
import { installSubstituteFont, type SubstituteFont } from './content/substitute-font.js';
import { withDocument } from './content/with-document.js';

/** PDF pages for drawing: the pages themselves. */
export const drawnPdf: DrawnPages = {
  letters: (bytes, progress) =>
    withDocument(bytes, (document) =>
      readPrintedLetters(pageContents(document), { count: document.pages, progress }),
    ),
  pdfPage: (bytes, page) => ({ bytes, page }),
};

let lacksFont = false;

/** From now on Chinese whose font is not embedded is drawn with this one; null: there is none. */
export const setSubstituteFont = (font: SubstituteFont | null): void =>
  preparePdfium((engine) =>
    installSubstituteFont(engine, font, () => {
      lacksFont = true;
    }),
  );

/**
 * Draws a page, painted over where told; null where there is no such page.
 * @throws UnreadableError, LimitError; UnreadableError too where characters would be missing for want of a font
 */
export const drawPdfPage = (
  bytes: Uint8Array,
  page: number,
  covers: readonly Box[],
): Promise<PagePicture | null> =>
  withDocument(bytes, async (document) => {
    lacksFont = false;
    const picture = document.draw(page, covers);
    if (lacksFont) {
      throw new UnreadableError(
        'unsupported',
        '这一页的中文字体没有嵌入文件，本机也没有中文字体，画出来会缺字',
      );
    }
    return picture;
  });
