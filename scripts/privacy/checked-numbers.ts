/** GB 11643: seventeen digits and the check character of ISO 7064 mod 11-2. */
export function identityCard(year: number, sequence: string): string {
  const body = `430203${year}0817${sequence}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

/** A number of UnionPay with the check digit of Luhn. */
export function bankCard(body: string): string {
  const sum = [...body]
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
