/** Everything that comes, in order. */
export async function collected<T>(pieces: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of pieces) all.push(each);
  return all;
}
