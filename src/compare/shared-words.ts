/** Words of two characters and more that both texts hold, the longest first; overlapping ones once. */
export function sharedWords(a: string, b: string): string[] {
  const [left, right] = [[...a], b];
  const words: string[] = [];
  for (let start = 0; start < left.length; ) {
    let end = start;
    while (end < left.length && right.includes(left.slice(start, end + 1).join(''))) end += 1;
    if (end - start >= 2) words.push(left.slice(start, end).join(''));
    start = Math.max(end, start + 1);
  }
  return [...new Set(words)].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
}
