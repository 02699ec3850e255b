import type { OfficePackage } from './office-package.js';

/** Content type of the main part: document or template, with or without macros. */
const WORD_MAIN_PART = /(wordprocessingml|ms-word)\.(document|template)[\w.]*\.main\+xml$/i;

/**
 * Whether a package is a Word document: by its content types (ECMA-376-2, 10.1.2), or where they are lost by the usual
 * name of the main part.
 */
export function isWordPackage(pack: OfficePackage): boolean {
  let word = false;
  const found = pack.readPart('[content_types].xml', {
    open(element) {
      word ||= WORD_MAIN_PART.test(element.get('ContentType') ?? '');
      return true;
    },
  });
  return word || (!found && pack.has('word/document.xml'));
}
