import type { StatementLine } from '../../src/model/statement.js';
import { plainText } from './plain-text.js';
import { statementWords } from './statement-words.js';

/** Styles of numbering, the outermost first. */
const STYLES = [
  /^[一二三四五六七八九十]{1,3}[、.．,]/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[、.．,](?!\d)/,
  /^\(\d{1,2}\)/,
  /^[①-⑳]/,
];

/** Which style numbers an item, from 0; null for none. 其中： may stand before the number. */
export function numberingOf(item: string): number | null {
  const text = plainText(item).replace(/^其中[:,]?/, '');
  const style = STYLES.findIndex((pattern) => pattern.test(text));
  return style < 0 ? null : style;
}

/** Depths of the lines of one half: by code, else by numbering. */
export class LineLevels {
  set(lines: StatementLine[]): void {
    const lengths = [
      ...new Set(lines.flatMap(({ code }) => (code && /^\d+$/.test(code) ? [code.length] : []))),
    ].sort((a, b) => a - b);
    const styles = [...new Set(lines.flatMap(({ item }) => numberingOf(item) ?? []))].sort((a, b) => a - b);
    for (const line of lines) line.level = levelOf(line, lengths, styles);
  }
}

function levelOf(
  { code, item }: StatementLine,
  lengths: readonly number[],
  styles: readonly number[],
): number | null {
  if (code && /^\d+$/.test(code)) return levelOfCode(code, lengths);
  const style = numberingOf(item);
  if (style !== null) return styles.indexOf(style) + 1;
  return statementWords().lines.total.test(plainText(item)) ? 1 : null;
}

/** 201 → 1, 20140 → 2, 2014004 → 3; other codes by their lengths in the table. */
function levelOfCode(code: string, lengths: readonly number[]): number {
  const isClass = /^[235]/.test(code) && lengths.every((length) => length % 2 === 1 && length <= 9);
  return isClass ? (code.length - 1) / 2 : lengths.indexOf(code.length) + 1;
}
