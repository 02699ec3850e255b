/** The 31 characters of GB 32100: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * `(v(last) + Σ v(cᵢ)·3ⁱ) mod 31` over all characters but the last, i from 0 at the left. Codes of a scheme share one
 * constant (seen: 30 in 河北 and 天津). Null for a character outside the alphabet.
 */
export function checkConstant(code: string): number | null {
  const values = [...code].map((sign) => ALPHABET.indexOf(sign));
  if (values.includes(-1)) return null;
  let power = 1;
  let sum = values.at(-1) ?? 0;
  for (const value of values.slice(0, -1)) {
    sum = (sum + value * power) % 31;
    power = (power * 3) % 31;
  }
  return sum;
}
