/** Characters to insert, delete or change to make one text of the other. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  a.forEach((from, i) => {
    const next = [i + 1];
    b.forEach((to, j) => {
      const changed = (row[j] ?? 0) + (from === to ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row[b.length] ?? 0;
}
