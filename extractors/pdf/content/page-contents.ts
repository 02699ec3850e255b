import type { PageContent } from '../../printed/page/page-content.js';
import type { PdfDocument } from './pdf-document.js';

/** The pages of a document, each read when it is wanted. */
export async function* pageContents(document: PdfDocument): AsyncGenerator<PageContent | null> {
  for (let number = 1; number <= document.pages; number++) yield await document.page(number);
}
