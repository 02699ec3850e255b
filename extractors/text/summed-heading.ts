const TOTAL = /^[合小]\s*计$/;

/**
 * Which heading of a row stands over all the labels of the row below, where those begin with 小计 and blanks are lost: the one
 * at which 小计 is the sum of what stands behind it in every row as wide as the table. -1 where none does, or several do.
 */
export function summedHeading(rows: readonly (readonly string[])[], index: number): number {
  const [row = [], below = []] = [rows[index], rows[index + 1]];
  const [first = ''] = below;
  if (!TOTAL.test(first.trim()) || below.length < 3 || [...row, ...below].some(isNoLabel)) return -1;
  const width = row.length - 1 + below.length;
  const body = rows.slice(index + 2).filter((each) => each.length === width);
  const found = row.flatMap((_, at) => (isSummedAt(body, at, below.length) ? at : []));
  const [only = -1] = found;
  return found.length === 1 ? only : -1;
}

const isNoLabel = (text: string): boolean => text.trim() === '' || /^[-\d.,]+$/.test(text.trim());

/** Whether the column is the sum of those behind it: in every row, and not of blanks alone. */
function isSummedAt(body: readonly (readonly string[])[], at: number, columns: number): boolean {
  const sums = body.map((row) => {
    const [total = 0, ...parts] = row.slice(at, at + columns).map(hundredths);
    return { total, sum: parts.reduce((one, other) => one + other, 0) };
  });
  const isMet = sums.every(({ total, sum }) => Math.abs(total - sum) <= columns);
  return isMet && sums.some(({ total }) => Math.abs(total) > columns);
}

/** In hundredths, blank as 0; NaN for a word. */
const hundredths = (text: string): number => Math.round(Number(text.replace(/[,\s]/g, '')) * 100);
