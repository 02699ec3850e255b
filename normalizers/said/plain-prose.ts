/** Signs printed in half and in full width, as they are matched: punctuation full, figures and letters half. */
const PUNCTUATION: Record<string, string> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  ',': '，',
  '!': '！',
  '?': '？',
};
const WIDE = /[！-～]/g;
const KEPT_WIDE = /[（）：；，！？]/;

/**
 * A text without white space, figures and letters in half width, punctuation in full width; a comma that separates thousands stays `,`. Every
 * sign stands for one of the printed text: `printedIndex` finds it.
 */
export const plainProse = (printed: string): string =>
  printed
    .replace(/\s+/g, '')
    .replace(WIDE, narrow)
    .replace(/,(?!\d{3}(?!\d))|(?<!\d),|[():;!?]/g, (sign) => PUNCTUATION[sign] ?? sign);

const narrow = (sign: string): string =>
  KEPT_WIDE.test(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Where the signs of the plain text at these indexes, in rising order, stand in the printed one; its length behind the last sign. */
export function printedIndexes(printed: string, indexes: readonly number[]): number[] {
  const found: number[] = [];
  let seen = 0;
  for (let at = 0; at < printed.length && found.length < indexes.length; at++) {
    if (/\s/.test(printed[at] ?? '')) continue;
    while (indexes[found.length] === seen) found.push(at);
    seen++;
  }
  while (found.length < indexes.length) found.push(printed.length);
  return found;
}
