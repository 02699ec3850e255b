import { plainText } from './plain-text.js';

/**
 * How alike two short Chinese texts are: Dice coefficient over their character pairs, 0 … 1; white space and punctuation do
 * not count. Texts of one character are alike only when equal.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [plainText(a), plainText(b)];
  if (left === right) return 1;
  const rest = pairs(right);
  const all = pairs(left);
  let shared = 0;
  for (const pair of all) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  const total = all.length + pairs(right).length;
  return total === 0 ? 0 : (2 * shared) / total;
}

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
