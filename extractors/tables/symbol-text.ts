/**
 * Symbols of fonts that have an encoding of their own, as they turn up in forms: comparison signs, bullets, boxes. Sources:
 * the encodings of Adobe Symbol and of Microsoft Wingdings and Wingdings 2 against Unicode.
 */
const FONTS: Record<string, Record<number, string>> = {
  symbol: {
    161: 'ϒ',
    163: '≤',
    165: '∞',
    174: '→',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    187: '≈',
    188: '…',
    210: '®',
    211: '©',
    212: '™',
    229: '∑',
  },
  wingdings: {
    108: '●',
    109: '○',
    110: '■',
    111: '□',
    113: '□',
    117: '◆',
    118: '◇',
    120: '☒',
    159: '•',
    168: '□',
    171: '★',
    216: '➢',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '□', 152: '●' },
};

/**
 * @param code character code in the font, with or without the 0xF000 Word adds
 * @param font name of the font
 * @returns the Unicode text; the character of the private use area where the table does not have it
 */
export function symbolText(code: number, font: string): string {
  const low = code & 0xff;
  return FONTS[font.trim().toLowerCase()]?.[low] ?? String.fromCharCode(0xf000 | low);
}
