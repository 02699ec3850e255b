/** Significant digits Excel keeps of a number. */
const DIGITS = 15;
/** Date, fraction, exponent and scaling formats do not round at a decimal place of the value itself. */
const OTHER_KINDS = /[dmyhseg/?]|general|,(?![#0])/i;

/**
 * A number as Excel rounds it for a number format: halves away from zero, on the decimal value of 15 digits (2521.165 in
 * `0.00` is 2521.17), where binary arithmetic would round 2521.1649999… down. The number itself where the format rounds
 * nothing, or the last digit decides anyway.
 */
export function roundHalves(value: number, format: string): number {
  const section = sectionFor(value, format);
  if (OTHER_KINDS.test(section) || !/[0#]/.test(section)) return value;
  const percents = section.split('%').length - 1;
  const decimals = (/\.([0#]*)/.exec(section)?.[1]?.length ?? 0) + 2 * percents;
  const plain = Math.abs(value).toPrecision(DIGITS);
  if (/e/i.test(plain)) return value;
  const [whole = '', fraction = ''] = plain.split('.');
  if (!/^50*$/.test(fraction.slice(decimals))) return value;
  const kept = BigInt(`${whole}${fraction.slice(0, decimals)}`) + 1n;
  const digits = String(kept).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return Math.sign(value) * Number(`${digits.slice(0, point)}.${digits.slice(point)}`);
}

/** The part of a format that holds for a number, without texts, colours and conditions. */
function sectionFor(value: number, format: string): string {
  const sections = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  return (value < 0 ? sections[1] : undefined) ?? sections[0] ?? '';
}
