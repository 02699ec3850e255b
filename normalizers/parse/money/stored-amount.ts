import Big from 'big.js';

/** The only number of a text: digits, separators, point, and the exponent spreadsheets print (1.23457E+11). */
const NUMBER = /\d[\d,']*(?:\.\d+)?(?:E[+-]\d+)?/;

/**
 * The text with the stored decimal in the place of the number it prints; null where the stored decimal does not round to
 * what is printed (halves away from zero, as spreadsheets do), or the text prints another number of figures than one. The sign
 * stays the text's.
 */
export function withStoredFigure(plain: string, exact: string): string | null {
  const parts = plain.split(NUMBER);
  const printed = NUMBER.exec(plain)?.[0];
  if (printed === undefined || parts.length !== 2 || parts.some((part) => /\d/.test(part))) return null;
  const stored = new Big(exact).abs();
  if (!roundsTo(stored, printed.replace(/[,']/g, ''))) return null;
  return parts.join(stored.toFixed());
}

function roundsTo(stored: Big, printed: string): boolean {
  const [figure = '', exponent = '0'] = printed.split('E');
  const decimals = figure.split('.')[1]?.length ?? 0;
  return stored.round(decimals - Number(exponent), Big.roundHalfUp).eq(printed);
}
