import Big from 'big.js';
import { storedDecimal } from './stored-decimal.js';

/** Characters the format General takes at most, the sign not counted. */
const WIDTH = 11;
/** From here on numbers with less than eleven characters are still written out, others not. */
const SMALL = new Big('0.0001');

/**
 * A number in the format General: at most eleven characters, the decimal point counted, the sign not, the last one rounded
 * half away from zero; beyond 11 digits before the point, and below 0.0001 where it does not fit, as 1.23457E+11. Integers
 * are written in full as long as they are exact: a code or an amount must not lose its digits.
 */
export function showGeneral(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const stored = storedDecimal(value);
  const sign = stored.lt(0) ? '-' : '';
  return `${sign}${magnitude(stored.abs())}`;
}

function magnitude(stored: Big): string {
  const whole = stored.round(0, Big.roundDown).toFixed().length;
  const rounded = stored.round(Math.max(0, WIDTH - 1 - whole), Big.roundHalfUp);
  const isSmall = stored.lt(SMALL) && !rounded.eq(stored);
  const plain = rounded.toFixed();
  return isSmall || plain.length > WIDTH ? scientific(stored) : plain;
}

/** Five decimals, one less beside an exponent of three digits; zeros at the end left out. */
function scientific(stored: Big): string {
  const decimals = Math.abs(stored.e) > 99 ? 4 : 5;
  const [mantissa = '', exponent = ''] = stored.toExponential(decimals, Big.roundHalfUp).split('e');
  const digits = exponent.replace(/^[-+]/, '').padStart(2, '0');
  return `${mantissa.replace(/\.?0+$/, '')}E${exponent.startsWith('-') ? '-' : '+'}${digits}`;
}
