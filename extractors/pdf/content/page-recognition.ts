import type { PageRecognition } from '../../printed/document/found-page.js';
import type { TextRecognition } from '../../reader.js';
import type { PdfDocument } from './pdf-document.js';

/** Between these a page is drawn as finely as its own picture: fewer dots lose small letters, more tell nothing. */
const FEWEST_DPI = 200;
const MOST_DPI = 300;

/** Reads pages of a PDF from their pictures, whatever they are drawn with. */
export const pdfRecognition = (document: PdfDocument, recognition: TextRecognition): PageRecognition => ({
  ...recognition,
  async page(number, { width, dpi = FEWEST_DPI }) {
    const picture = document.raster(number, Math.min(MOST_DPI, Math.max(FEWEST_DPI, dpi)));
    return picture && recognition.read(picture, picture.width / width);
  },
});
