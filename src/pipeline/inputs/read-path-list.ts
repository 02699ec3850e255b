/** Paths of a list, one a line or separated by NUL (`find -print0`); blank ones left out. */
export async function readPathList(stream: AsyncIterable<Buffer | string>): Promise<string[]> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  const text = Buffer.concat(pieces).toString('utf8');
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path.trim() !== '');
}
