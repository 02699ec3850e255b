/** A heading, or the words a paragraph opens with. */
export interface ProseHeading {
  /** 1 第一部分 · 2 一、 · 3 （一） · 4 1. · 5 （1） · 6 ①; an unnumbered heading is a chapter (2). */
  level: number;
  /** Without its number. */
  title: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';

const NUMBERS: readonly (readonly [number, RegExp])[] = [
  [1, new RegExp(`^第(?:${HAN}|\\d{1,2})(?:部分|章|篇)[、：.]?`)],
  [2, new RegExp(`^${HAN}[、.，]`)],
  [3, new RegExp(`^（${HAN}）[、.]?`)],
  [5, /^(?:（\d{1,2}）|\d{1,2}）)[、.]?/],
  [4, /^\d{1,2}(?:[、](?!\d)|\.(?!\d))/],
  [6, /^[①-⑳⑴-⒇]/],
];

const LONGEST = 50;
const UNNUMBERED = /^[^\d，。；：（）]{0,20}(?:名词解释|情况说明|编制说明|情况|说明|概况)$/;

/** The number a plain text (`plainProse`) begins with; null where it begins with none. */
export function leadingNumber(text: string): { level: number; length: number } | null {
  for (const [level, pattern] of NUMBERS) {
    const found = pattern.exec(text);
    if (found) return { level, length: found[0].length };
  }
  return null;
}

/** Reads a plain text that is a heading: short, one clause, without a figure of money, persons or shares. */
export function readHeading(text: string): ProseHeading | null {
  if (text.length > LONGEST) return null;
  const number = leadingNumber(text);
  const title = text.slice(number?.length ?? 0).replace(/[。.]$/, '');
  if (title === '' || /[。；，：]/.test(title) || /\d(?:[万亿千]?元|%|辆|人|台)/.test(title)) return null;
  if (number) return { level: number.level, title };
  return UNNUMBERED.test(title.replace(/^20\d{2}年度?/, '')) ? { level: 2, title } : null;
}
