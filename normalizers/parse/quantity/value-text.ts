import { valueLexicon } from './value-lexicon.js';

/**
 * A printed value made ready for reading: full-width characters narrowed, operator and dash glyphs unified, white space
 * and word processor litter removed. Positions lead back to the print.
 */
export interface ValueText {
  raw: string;
  text: string;
  /** What was printed for `text.slice(start, end)`, without white space. */
  printed(start: number, end: number): string;
}

/** Litter; white space; entities. */
const SPECIAL =
  /(?<litter>\[(?:bookmark:[^\]\n]{0,80}|OLE_LINK\d{0,4}|_GoBack)\])|(?<space>[\s\u3000\u00a0]+)|&(?:ge|le|gt|lt|amp|nbsp);/g;
const ENTITIES: Record<string, string> = {
  '&ge;': '≥',
  '&le;': '≤',
  '&gt;': '>',
  '&lt;': '<',
  '&amp;': '&',
  '&nbsp;': ' ',
};
const THOUSANDS = /^\d{3}(?!\d)/;

/** Narrowed glyphs by code unit. */
const GLYPHS = new Map(
  Object.entries(valueLexicon.glyphs).map(([glyph, plain]) => [glyph.charCodeAt(0), plain]),
);

/** Without any of these a text is ready as it was printed. */
const NOT_READY = new RegExp(
  `[&\\[\\s\\uff01-\\uff5e${Object.keys(valueLexicon.glyphs)
    .join('')
    .replace(/[\]\\^[-]/g, '\\$&')}]`,
);

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

const FULL_WIDTH_COMMA = 0xff0c;

function narrow(code: number): string {
  const isWide = code >= 0xff01 && code <= 0xff5e && code !== FULL_WIDTH_COMMA;
  return GLYPHS.get(code) ?? String.fromCharCode(isWide ? code - 0xfee0 : code);
}

/** Never throws. A blank between two digits stays, except where it groups thousands or the cell breaks the line there; `keepBreaks` keeps line breaks. */
export function valueText(raw: string, keepBreaks = false): ValueText {
  if (!NOT_READY.test(raw)) {
    return { raw, text: raw, printed: (start, end) => (end <= start ? '' : raw.slice(start, end)) };
  }
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (text: string, start: number, end: number): void => {
    for (const char of text) {
      chars.push(char);
      starts.push(start);
      ends.push(end);
    }
  };
  let at = 0;
  const pushUpTo = (end: number): void => {
    for (; at < end; at++) push(narrow(raw.charCodeAt(at)), at, at + 1);
  };
  for (const { 0: special, index, groups } of raw.matchAll(SPECIAL)) {
    pushUpTo(index);
    at = index + special.length;
    if (groups?.litter !== undefined) continue;
    if (groups?.space === undefined) push(ENTITIES[special] ?? special, index, at);
    else if (special.includes('\n')) {
      if (keepBreaks) push('\n', index, at);
    } else if (isDigit(chars.at(-1)) && isDigit(raw[at]) && !THOUSANDS.test(raw.slice(at, at + 4))) {
      push(' ', index, at);
    }
  }
  pushUpTo(raw.length);
  return {
    raw,
    text: chars.join(''),
    printed: (start, end) =>
      end <= start ? '' : raw.slice(starts[start], ends[end - 1]).replace(/[\s\u3000\u00a0]+/g, ''),
  };
}
