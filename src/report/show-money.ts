/** Integer fen as yuan, exact, digits in groups of three: -1234567 → `-12,345.67`. */
export const showYuan = (fen: number): string => grouped(fen, 2);

/** Integer fen as 万元, exact, without trailing zeros beyond two decimals: 173800000 → `173.80`. */
export const showWan = (fen: number): string => grouped(fen, 6).replace(/(\.\d{2}\d*?)0+$/, '$1');

function grouped(fen: number, decimals: number): string {
  const digits = Math.abs(fen)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-decimals)}`;
}
