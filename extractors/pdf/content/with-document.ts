import { withPdfium } from '../../raster/pdfium/with-pdfium.js';
import { openDocument, type PdfDocument } from './pdf-document.js';

/**
 * Opens a document for the time of some work.
 * @throws what `openDocument` and the work throw; LimitError or UnreadableError where PDFium breaks down over the file
 */
export const withDocument = <Result>(
  bytes: Uint8Array,
  work: (document: PdfDocument) => Promise<Result>,
): Promise<Result> => withPdfium((engine) => openDocument(engine, bytes), work);
