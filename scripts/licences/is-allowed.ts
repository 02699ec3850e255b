/** Licences that ask for nothing but their text to be kept: all may stand beside Apache-2.0. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
]);

/**
 * Whether an SPDX licence expression can be kept by allowed licences alone: of `OR` one side is enough, of `AND` both are
 * needed, and `AND` binds tighter. `A WITH exception` and whatever is no expression are refused.
 */
export function isAllowed(expression: string): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let answer = all();
    while (words[at] === 'OR') {
      at++;
      const other = all();
      answer ||= other;
    }
    return answer;
  };
  const all = (): boolean => {
    let answer = one();
    while (words[at] === 'AND') {
      at++;
      const other = one();
      answer &&= other;
    }
    return answer;
  };
  const one = (): boolean => {
    if (words[at] !== '(') return ALLOWED.has(words[at++] ?? '');
    at++;
    const answer = any();
    return words[at++] === ')' && answer;
  };
  return any() && at === words.length;
}
