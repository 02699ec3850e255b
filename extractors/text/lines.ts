export interface Line {
  text: string;
}

/** Litter that converters leave inside cells: `[bookmark: _GoBack]`. */
const LITTER = /\[bookmark:[^\]]*\]/g;

export const linesOf = (text: string): Line[] =>
  text
    .replace(/\r\n?|\u2028|\u2029|\u000b|\u0085/g, '\n')
    .replace(/\u0000/g, '')
    .replace(LITTER, '')
    .split('\n')
    .map((line) => ({ text: line }));
