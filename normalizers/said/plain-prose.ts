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
 * sign stands for one of the printed text: `printedIndexes` finds it.
 */
export const plainProse = (printed: string): string =>
  printed
    .replace(/\s+/g, '')
    .replace(WIDE, narrow)
    .replace(/,(?!\d{3}(?!\d))|(?<!\d),|[():;!?]/g, (sign) => PUNCTUATION[sign] ?? sign);

const narrow = (sign: string): string =>
  KEPT_WIDE.test(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Where each sign of the plain text stands in the printed one, and the length of that behind the last. */
export function printedIndexes(printed: string): number[] {
  const indexes: number[] = [];
  for (let at = 0; at < printed.length; at++) {
    if (!/\s/.test(printed[at] ?? '')) indexes.push(at);
  }
  indexes.push(printed.length);
  return indexes;
}
