/** What is not all and what is not nothing never reads so. */
const LEAST = 0.001;

/**
 * A part of a whole in percent, to one decimal: `37.5%`, `0.7%`. `0%` and `100%` say that it is none, or all of it; what would be
 * rounded to these is `<0.1%` and `>99.9%`. More than the whole: `112.3%`. Nothing of nothing: null.
 */
export function showShare(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const share = part / whole;
  if (share === 0 || share === 1) return `${share * 100}%`;
  if (share > 0 && share < LEAST) return '<0.1%';
  if (share < 1 && share > 1 - LEAST) return '>99.9%';
  return `${(share * 100).toFixed(1)}%`;
}
