import type { Subpath } from '../printed/page/drawn-path.js';
import type { Matrix } from '../printed/page/matrix.js';

/** How many numbers follow each operator of abbreviated path data (GB/T 33190-2016, 9.1, table 34). */
const NUMBERS: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
/** More operators than any table has: the rest of a drawing is not looked at. */
const MOST_OPERATORS = 20_000;

/** Cuts a path at its moves; points as displayed. A curve is a straight line to its end, and marked as curved. */
export function readPathData(data: string, [a, b, c, d, e, f]: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath | null = null;
  const tokens = data.match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  let operators = 0;
  for (let at = 0; at < tokens.length && operators < MOST_OPERATORS; operators++) {
    const operator = tokens[at] ?? '';
    const count = NUMBERS[operator];
    at++;
    if (count === undefined) continue;
    const numbers = tokens.slice(at, at + count).map(Number);
    if (numbers.length < count || numbers.some(Number.isNaN)) continue;
    at += count;
    if (operator === 'C') {
      if (current) current.closed = true;
      continue;
    }
    if (operator === 'M' || operator === 'S' || !current) {
      current = { points: [], curved: false, closed: false };
      subpaths.push(current);
    }
    if (operator === 'Q' || operator === 'B' || operator === 'A') current.curved = true;
    const [x = 0, y = 0] = numbers.slice(-2);
    current.points.push(a * x + c * y + e, b * x + d * y + f);
  }
  return subpaths;
}
