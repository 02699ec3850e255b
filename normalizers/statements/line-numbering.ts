import { statementText } from './statement-text.js';

/** Styles of numbering, the outermost first. */
const STYLES = [
  /^[一二三四五六七八九十]{1,3}[、.,]/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[、.,](?!\d)/,
  /^\(\d{1,2}\)/,
  /^[①-⑳]/,
];

const plain = (item: string): string => statementText(item).replace(/^其中[:,]?/, '');

/** Which style numbers an item, from 0; null for none. 其中： may stand before the number. */
export function numberingOf(item: string): number | null {
  const text = plain(item);
  const style = STYLES.findIndex((pattern) => pattern.test(text));
  return style < 0 ? null : style;
}

/** The item without its number. */
export function withoutNumber(item: string): string {
  const style = STYLES[numberingOf(item) ?? -1];
  return style ? plain(item).replace(style, '') : plain(item);
}
