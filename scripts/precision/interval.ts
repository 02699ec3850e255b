/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;

/** Wilson's interval of a share, in per cent: where the true one lies in 95 of 100 cases. */
export function interval(part: number, whole: number): [from: number, to: number] {
  if (whole === 0) return [0, 100];
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const reach = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 100 / (1 + Z ** 2 / whole);
  return [Math.max(0, (middle - reach) * scale), Math.min(100, (middle + reach) * scale)];
}
