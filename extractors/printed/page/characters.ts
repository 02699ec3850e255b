/** Kangxi and CJK radicals that fonts give for the ideographs they look like. */
const isRadical = (code: number): boolean => code >= 0x2e80 && code <= 0x2fdf;
const isCompatibility = (code: number): boolean => code >= 0xf900 && code <= 0xfaff;

/**
 * Characters of the fonts Wingdings and Symbol, which stand at U+F000 + their place in the font: the boxes, ticks and
 * bullets that forms use.
 */
const SYMBOLS: Readonly<Record<number, string>> = {
  61551: '□',
  61601: '○',
  61608: '□',
  61607: '▪',
  61550: '■',
  61548: '●',
  61623: '•',
  61656: '➢',
  61520: '☑',
  61522: '☑',
  61694: '☑',
  61692: '✓',
  61690: '✓',
  61691: '✗',
  61693: '☒',
};

/** The character to show for a code point: radicals as ideographs, known symbols as Unicode has them. */
export function characterOf(code: number): string {
  if (code < 0x2e80) return code < 0x20 ? '' : String.fromCodePoint(code);
  if (isRadical(code) || isCompatibility(code)) return String.fromCodePoint(code).normalize('NFKC');
  if (code > 0x10ffff) return '';
  return SYMBOLS[code] ?? String.fromCodePoint(code);
}

/** Ideographs, kana, full-width forms and CJK punctuation: written without spaces between words. */
export const isWide = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe4f) ||
  (code >= 0xff00 && code <= 0xffef) ||
  (code >= 0x20000 && code <= 0x3ffff);

/** A code that says nothing about the character: private use or replacement. */
export const isPrivate = (code: number): boolean =>
  ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code >= 0xf0000) && !(code in SYMBOLS);

const isControl = (code: number): boolean => code >= 0x09 && code <= 0x0d;

/** Tabs and line ends that are printed stand for the space they take. */
export const isSpace = (code: number): boolean =>
  isControl(code) || code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b);
