import { layoutPdf } from './layout-pdf.js';
import { repackageWordXml } from './repackage-word-xml.js';
import { sniff } from './sniff.js';

export interface Repackaged {
  /** The bytes the readers get. */
  content: Uint8Array;
  /** Format to name instead of the reader's own. */
  from?: string;
}

/** Cheap sign of a page of positioned elements, before one is parsed. */
const POSITIONED = /position\s*:\s*absolute/i;

/**
 * Files that are another format in disguise are turned into it, so that the reader of that format serves them: Word documents
 * in one XML file into a package, web pages of absolutely positioned elements (exports of PDF converters) into a PDF.
 */
export async function repackage(bytes: Uint8Array): Promise<Repackaged> {
  if (sniff(bytes) !== 'text') return { content: bytes };
  const word = repackageWordXml(bytes);
  if (word) return { content: word };
  if (POSITIONED.test(new TextDecoder('latin1').decode(bytes))) {
    const { positionedPages } = await import('./html/positioned-pages.js');
    const pages = positionedPages(bytes);
    if (pages) return { content: layoutPdf(pages), from: 'html' };
  }
  return { content: bytes };
}
