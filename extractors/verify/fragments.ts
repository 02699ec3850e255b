/** Pieces of text, each as often as it was given. */
export interface Fragments {
  /** Takes one piece out; false when there is none left. */
  take(piece: string): boolean;
  putBack(piece: string): void;
  /** The longest piece left that stands in the text at a position. */
  longestAt(text: string, at: number): string | undefined;
  /** What is left, in the order it was given. */
  rest(): string[];
}

export function fragmentsOf(pieces: readonly string[]): Fragments {
  const counts = new Map<string, number>();
  /** Distinct pieces by their first character, longest first. */
  const byFirst = new Map<string, string[]>();
  for (const piece of pieces) {
    if (piece === '') continue;
    if (!counts.has(piece)) {
      const first = piece.charAt(0);
      byFirst.set(first, [...(byFirst.get(first) ?? []), piece]);
    }
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length);
  const left = (piece: string): number => counts.get(piece) ?? 0;

  return {
    take: (piece) => {
      if (left(piece) === 0) return false;
      counts.set(piece, left(piece) - 1);
      return true;
    },
    putBack: (piece) => {
      counts.set(piece, left(piece) + 1);
    },
    longestAt: (text, at) =>
      byFirst.get(text.charAt(at))?.find((piece) => left(piece) > 0 && text.startsWith(piece, at)),
    rest: () => [...counts].flatMap(([piece, count]) => new Array<string>(count).fill(piece)),
  };
}
