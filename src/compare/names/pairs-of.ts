/** Each two of the things once, in their order. */
export const pairsOf = <T>(things: readonly T[]): [T, T][] =>
  things.flatMap((one, index) => things.slice(index + 1).map((other): [T, T] => [one, other]));
