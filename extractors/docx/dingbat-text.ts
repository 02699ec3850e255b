import { codePoint } from 'dingbat-to-unicode';
import { symbolText } from '../tables/symbol-text.js';

const SYMBOL_FONT = /^\s*(symbol|webdings|wingdings( [23])?)\s*$/i;
/** Symbol fonts are addressed at U+F000 + code (ECMA-376-1, 17.3.3.30). */
const PRIVATE_START = 0xf000;
const FONT_SIGNS = 0x100;

/** Dingbats that few fonts and no form vocabulary know, as the everyday sign a reader sees. */
const EVERYDAY = new Map(
  Object.entries({
    '☑': '🗹',
    '☒': '🗷🗵⮽',
    '□': '🞎🞏🞐🞑❑❒◻⬜',
    '✓': '🗸✔',
    '✗': '🗶🗴🗙',
    '■': '◼⬛',
    '●': '⚫',
    '○': '⭘',
  }).flatMap(([plain, dingbats]) => [...dingbats].map((dingbat): [string, string] => [dingbat, plain])),
);

export const isSymbolFont = (font: string | null): font is string => font !== null && SYMBOL_FONT.test(font);

/** The sign a symbol font shows for a code (`w:sym`, or a character of a run in that font); null where it has none. */
export function dingbatText(font: string | null, code: number): string | null {
  const low = code >= PRIVATE_START ? code - PRIVATE_START : code;
  if (!isSymbolFont(font) || !(low >= 0 && low < FONT_SIGNS)) return null;
  const ofForms = symbolText(low, font);
  if (ofForms.charCodeAt(0) < PRIVATE_START) return ofForms;
  const sign = codePoint(font.trim(), low)?.string;
  return sign === undefined ? null : (EVERYDAY.get(sign) ?? sign);
}

/** Text of a run set in a symbol font, sign by sign; signs the font does not have stay as they are. */
export const dingbatRunText = (font: string, text: string): string =>
  [...text].map((sign) => dingbatText(font, sign.codePointAt(0) ?? 0) ?? sign).join('');
