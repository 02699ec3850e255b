import { openDocument, type PdfDocument } from './pdf-document.js';
import { breakdownOf, pdfium, releasePdfium } from './pdfium.js';

/**
 * Opens a document for the time of some work.
 * @throws what `openDocument` and the work throw; LimitError or UnreadableError where PDFium breaks down over the file
 */
export async function withDocument<Result>(
  bytes: Uint8Array,
  work: (document: PdfDocument) => Promise<Result>,
): Promise<Result> {
  const engine = await pdfium();
  let document: PdfDocument | undefined;
  let breakdown: Error | null = null;
  try {
    document = openDocument(engine, bytes);
    return await work(document);
  } catch (error) {
    breakdown = breakdownOf(engine, error);
    throw breakdown ?? error;
  } finally {
    if (!breakdown) await document?.close();
    releasePdfium(engine, breakdown !== null);
  }
}
