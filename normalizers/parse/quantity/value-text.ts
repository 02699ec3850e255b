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

const escaped = (char: string): string => `\\u{${char.codePointAt(0)?.toString(16)}}`;
/** A text of which nothing is changed: most cells print no blank, no full-width character and no glyph to unify. */
const AS_PRINTED = new RegExp(
  `^[^\\s\\[&\\uff01-\\uff0b\\uff0d-\\uff5e${Object.keys(valueLexicon.glyphs).map(escaped).join('')}]*$`,
  'u',
);

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function narrow(char: string): string {
  const mapped = valueLexicon.glyphs[char];
  if (mapped !== undefined) return mapped;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e && char !== '，' ? String.fromCharCode(code - 0xfee0) : char;
}

/** Never throws. A blank between two digits stays, except where it groups thousands or the cell breaks the line there; `keepBreaks` keeps line breaks. */
export function valueText(raw: string, keepBreaks = false): ValueText {
  if (AS_PRINTED.test(raw)) return { raw, text: raw, printed: (start, end) => raw.slice(start, end) };
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
    for (; at < end; at++) {
      const char = narrow(raw.charAt(at));
      if (char.length > 1) push(char, at, at + 1);
      else {
        chars.push(char);
        starts.push(at);
        ends.push(at + 1);
      }
    }
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
