/** Adds items one by one: a spread into `push` overflows the stack at some ten thousand of them. */
export function append<T>(into: T[], items: readonly T[]): void {
  for (const item of items) into.push(item);
}
