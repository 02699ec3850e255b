import { type MetCharacter, unsure } from './match-ink.js';

/** Letters and signs drawn like a figure; those of the second kind are also parts of codes (C0903, 12B), so they are figures only after a point or comma. */
const ALIKE: Record<string, string> = { l: '1', I: '1', '|': '1', O: '0', o: '0', 〇: '0' };
const ALIKE_WITHIN: Record<string, string> = { C: '0', c: '0', D: '0', B: '8', S: '5' };

/** A figure: its characters, letters alike among them; `l` at the end may be a unit. */
const FIGURE = /(?<![A-Za-z])[0-9.,lI|Oo〇][0-9.,lI|Oo〇CcDBS]*(?![A-Za-z])/gu;

/** A zero before capitals is the letter of their word (OA), unless it is the value they are the unit of (≤0V, 0MPa). */
const OF_WORD = /(?<![A-Za-z0-9.,≥≤<>=＝:：])0(?=[A-Z]+(?![A-Za-z0-9]))/gu;

/** Before 00% stands no bracket or letter but a 1, before one figure and % no B but an 8. */
const OF_HUNDRED = /(?<![A-Za-z0-9.,])(?:[[P|lI!](?=00[%％])|B(?=\d[%％]))/gu;

/**
 * Letters among figures are the figures they look like, and unsure: `1O.5` is 10.5. A letter alone is one only where the line
 * holds nothing else and it is a single stroke.
 */
export function lettersInFigures(met: readonly MetCharacter[]): MetCharacter[] {
  const inked = met.filter(({ code }) => code !== 0x20);
  const text = inked.map(({ code }) => (code > 0xffff ? '�' : String.fromCodePoint(code))).join('');
  const figureOf = new Map<MetCharacter, string>();
  const note = (at: number, figure: string | undefined): void => {
    const character = inked[at];
    if (character && figure) figureOf.set(character, figure);
  };
  if (/^[lI|!！]$/u.test(text)) note(0, '1');
  for (const { index } of text.matchAll(OF_WORD)) note(index, 'O');
  for (const { 0: sign, index } of text.matchAll(OF_HUNDRED)) note(index, sign === 'B' ? '8' : '1');
  for (const { 0: figure, index } of text.matchAll(FIGURE)) {
    const letters = figure.replace(/[0-9.,]/gu, '').length;
    const figures = figure.replace(/[^0-9]/gu, '').length;
    if (letters === 0 || figures < 2 * letters || /[l|]$/u.test(figure)) continue;
    [...figure].forEach((char, i) => {
      note(index + i, ALIKE[char] ?? (/[.,]/u.test(figure.slice(0, i)) ? ALIKE_WITHIN[char] : undefined));
    });
  }
  return met.map((character) => {
    const figure = figureOf.get(character);
    return figure ? unsure({ ...character, code: figure.codePointAt(0) ?? character.code }) : character;
  });
}
