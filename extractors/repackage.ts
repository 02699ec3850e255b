import { decryptPackage } from './bytes/decrypt/decrypt-package.js';
import { repackageWordXml } from './bytes/repackage-word-xml.js';
import { sniff } from './bytes/sniff.js';
import { layoutPdf } from './layout-pdf.js';

export interface Repackaged {
  /** The bytes the readers get. */
  content: Uint8Array;
  /** Format to name instead of the reader's own. */
  from?: string;
  /** What the file has besides: another file, whose blocks come first. */
  beside?: Uint8Array;
}

/** Cheap sign of a page of positioned elements, before one is parsed. */
const POSITIONED = /position\s*:\s*absolute/i;

/**
 * Files that are another format in disguise are turned into it, so that the reader of that format serves them: Word documents
 * in one XML file and packages encrypted with the built-in password into a package, web pages of absolutely positioned elements (exports of PDF converters) into a PDF.
 */
export async function repackage(bytes: Uint8Array): Promise<Repackaged> {
  const container = sniff(bytes);
  if (container === 'ole') return { content: decryptPackage(bytes) ?? bytes };
  if (container !== 'text') return { content: bytes };
  const word = repackageWordXml(bytes);
  if (word) return { content: word };
  if (POSITIONED.test(new TextDecoder('latin1').decode(bytes))) {
    const { positionedPages } = await import('./html/positioned-pages.js');
    const page = positionedPages(bytes);
    if (page) {
      const beside = page.rest === undefined ? undefined : new TextEncoder().encode(`\uFEFF${page.rest}`);
      return { content: layoutPdf(page.pages), from: 'html', beside };
    }
  }
  return { content: bytes };
}
