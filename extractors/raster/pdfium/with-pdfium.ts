import { breakdownOf, type Pdfium, pdfium, releasePdfium } from './pdfium.js';

/**
 * Opens something in PDFium for the time of some work.
 * @throws what `open` and the work throw; LimitError or UnreadableError where PDFium breaks down over the bytes
 */
export async function withPdfium<Opened extends { close(): Promise<void> | void }, Result>(
  open: (engine: Pdfium) => Opened,
  work: (opened: Opened) => Result | Promise<Result>,
): Promise<Result> {
  const engine = await pdfium();
  let opened: Opened | undefined;
  let breakdown: Error | null = null;
  try {
    opened = open(engine);
    return await work(opened);
  } catch (error) {
    breakdown = breakdownOf(engine, error);
    throw breakdown ?? error;
  } finally {
    if (!breakdown) await opened?.close();
    releasePdfium(engine, breakdown !== null);
  }
}
