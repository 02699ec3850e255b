/** Where two texts differ: what stands between their common beginning and their common end, with the words around it. */
function differingPart(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const before = wordsAround(a.slice(0, start), /[^\p{P}\s]{1,4}$/u);
  const after = wordsAround(a.slice(a.length - end), /^[^\p{P}\s]{1,4}/u);
  const around = (text: string): string => before + text.slice(start, text.length - end) + after;
  return [around(a), around(b)];
}

const wordsAround = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? '';

/** `“政治安全”与“政法安全”`; nothing in one of them as （无）. */
export function showDifferingPart(a: string, b: string): string {
  return differingPart(a, b)
    .map((part) => (part.trim() === '' ? '（无）' : `“${part.trim()}”`))
    .join('与');
}
