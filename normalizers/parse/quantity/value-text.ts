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

const LITTER = /\[(?:bookmark:[^\]\n]{0,80}|OLE_LINK\d{0,4}|_GoBack)\]|[\u200b-\u200f\u2060\ufeff\u00ad]/y;
const ENTITIES: Record<string, string> = {
  '&ge;': '≥',
  '&le;': '≤',
  '&gt;': '>',
  '&lt;': '<',
  '&amp;': '&',
  '&nbsp;': ' ',
};
const ENTITY = /&(?:ge|le|gt|lt|amp|nbsp);/y;
const THOUSANDS = /^\d{3}(?!\d)/;
const SPACE = /[\s\u3000\u00a0]+/y;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

function narrow(char: string): string {
  const mapped = valueLexicon.glyphs[char];
  if (mapped !== undefined) return mapped;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e && char !== '，' ? String.fromCharCode(code - 0xfee0) : char;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Never throws. A blank between two digits stays, except where it groups thousands or the cell breaks the line there; `keepBreaks` keeps line breaks. */
export function valueText(raw: string, keepBreaks = false): ValueText {
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
  for (let at = 0; at < raw.length; ) {
    const litter = matchAt(LITTER, raw, at);
    if (litter !== null) {
      at += litter.length;
      continue;
    }
    const space = matchAt(SPACE, raw, at);
    if (space !== null) {
      const next = at + space.length;
      if (space.includes('\n')) {
        if (keepBreaks) push('\n', at, next);
      } else if (isDigit(chars.at(-1)) && isDigit(raw[next]) && !THOUSANDS.test(raw.slice(next, next + 4))) {
        push(' ', at, next);
      }
      at = next;
      continue;
    }
    const entity = matchAt(ENTITY, raw, at);
    const printed = entity ?? raw.charAt(at);
    push(entity === null ? narrow(printed) : (ENTITIES[entity] ?? entity), at, at + printed.length);
    at += printed.length;
  }
  return {
    raw,
    text: chars.join(''),
    printed: (start, end) =>
      end <= start ? '' : raw.slice(starts[start], ends[end - 1]).replace(/[\s\u3000\u00a0]+/g, ''),
  };
}
