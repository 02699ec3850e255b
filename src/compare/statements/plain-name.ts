/** Numbering before a name: 一、 （二） 1. (3). */
const NUMBERING = /^(?:\(?[一二三四五六七八九十\d]+[)、.])+/u;

/**
 * The name of a row or column without numbering, 其中, quotation marks, brackets and what stands in them, blanks and punctuation:
 * `（一）因公出国（境）费` → `因公出国费`.
 */
export function plainName(printed: string): string {
  const text = printed.replace(/[①-⑳]/gu, '').normalize('NFKC').replace(/\s+/g, '');
  return text
    .replace(NUMBERING, '')
    .replace(/^其中[::]?/, '')
    .replace(NUMBERING, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
