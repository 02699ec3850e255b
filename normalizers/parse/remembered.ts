const MOST_KNOWN = 10_000;

/** The same answer for the same text, found once: labels stand in every form, and over every row. Longer texts are not kept. */
export function remembered<T>(answer: (text: string) => T, longest: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MOST_KNOWN) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
