import { privacyWords } from './privacy-words.js';

/** A piece between two masks this long, and printed once, shows where it stood. */
const TELLING = 4;

/**
 * Where the text was masked: ranges of the original, from … to (exclusive), that hold everything the masks stand for.
 * Where several readings are possible the widest is given.
 */
export function maskedSpans(original: string, masked: string): [from: number, to: number][] {
  if (original === masked) return [];
  const pieces = masked.split(privacyWords().mask);
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const end = original.length - last.length;
  if (pieces.length < 2 || end < first.length || !original.startsWith(first) || !original.endsWith(last)) {
    return [[0, original.length]];
  }
  const spans: [number, number][] = [];
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    if (piece.trim().length < TELLING) continue;
    const rest = original.slice(from, end);
    const at = rest.indexOf(piece);
    if (at < 0 || rest.includes(piece, at + 1)) continue;
    spans.push([from, from + at]);
    from += at + piece.length;
  }
  return [...spans, [from, end]];
}
