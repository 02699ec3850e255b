import { type MetCharacter, unsure } from './match-ink.js';

/**
 * Figures written as none is — points and commas where no groups of three are, two points — are not relied on; they stay as they
 * were read. Nor is an operator without a figure, nor a figure that touches a sign no figure has, or a share of hundred a letter.
 */
export function doubtForms(met: readonly MetCharacter[]): MetCharacter[] {
  const inked = met.filter(({ code }) => code !== 0x20);
  const text = inked.map(({ code }) => (code > 0xffff ? '�' : String.fromCodePoint(code))).join('');
  const forms = [...text.matchAll(MARKED)].filter(([figure]) => !isWellFormed(figure));
  const doubted = new Set(
    [...forms, ...text.matchAll(STRANGE)].flatMap(({ 0: part, index }) =>
      inked.slice(index, index + part.length),
    ),
  );
  return met.map((character) => (doubted.has(character) ? unsure(character) : character));
}

/** A figure with a point or comma. */
const MARKED = /[0-9.,]*[.,][0-9.,]*/gu;

/** An operator before a sign; brackets and strokes beside figures; a letter before a percentage. */
const STRANGE =
  /[≥≤≧≦<>=±＞＜＝＋+][%％.,‰]|[[\]{}|!\\]\d[\d.,]*%?|\d[\d.,]*[[\]{}|!\\]|[A-Za-z]\d[\d.,]*[%％‰]/gu;

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/u;
const PLAIN = /^\d+\.\d+$/u;
/** 2025.12.31, 1.2.3, and a number before a heading: `1.`, `1,`. */
const NUMBERED = /^(19|20)\d\d\.\d{1,2}(\.\d{1,2})?\.?$|^\d{1,2}(\.\d{1,2})+\.?$|^\d{1,2}[.,]$|^[.,]$/u;
/** Figures that go on from one to the next: 1,2,3. */
const LISTED = /^\d{1,2}(,\d{1,2}){2,}[.,]?$/u;

const isWellFormed = (figure: string): boolean =>
  [GROUPED, PLAIN, NUMBERED, LISTED].some((form) => form.test(figure));
