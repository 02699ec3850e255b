export interface Line {
  text: string;
}

/** Litter that converters leave inside cells: `[bookmark: _GoBack]`. */
const LITTER = /\[bookmark:[^\]]*\]/g;

/** Every kind of line break that text dumps hold, Word's vertical tab among them. */
const BREAKS = new RegExp(`\\r\\n?|[\\u2028\\u2029${String.fromCharCode(0x0b, 0x85)}]`, 'g');
const NUL = String.fromCharCode(0);

export const linesOf = (text: string): Line[] =>
  text
    .replace(BREAKS, '\n')
    .replaceAll(NUL, '')
    .replace(LITTER, '')
    .split('\n')
    .map((line) => ({ text: line }));
