/** Length of the pieces that are hashed. */
const PIECE = 6;
/** Of so many pieces in a row one is kept. */
const WINDOW = 10;

/** Any stretch of this many characters that two texts share gives them one fingerprint in common. */
export const GUARANTEED = PIECE + WINDOW - 1;

export interface Fingerprint {
  hash: number;
  at: number;
}

/**
 * Fingerprints of a text: of every ten pieces of six characters in a row the one with the least hash (Schleimer, Wilkerson,
 * Aiken: Winnowing, 2003). Linear in the length of the text.
 */
export function winnow(plain: string): Fingerprint[] {
  const hashes = Array.from({ length: Math.max(0, plain.length - PIECE + 1) }, (_, at) => hashAt(plain, at));
  const kept: Fingerprint[] = [];
  let last = -1;
  for (let start = 0; start + WINDOW <= Math.max(hashes.length, WINDOW); start++) {
    const least = leastOf(hashes, start, Math.min(start + WINDOW, hashes.length));
    if (least < 0 || least === last) continue;
    last = least;
    kept.push({ hash: hashes[least] ?? 0, at: least });
  }
  return kept;
}

function hashAt(plain: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + PIECE; index++) {
    hash = Math.imul(hash ^ plain.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The last of equal ones, as winnowing asks. */
function leastOf(hashes: number[], start: number, end: number): number {
  let least = -1;
  for (let index = start; index < end; index++) {
    if (least < 0 || (hashes[index] ?? 0) <= (hashes[least] ?? 0)) least = index;
  }
  return least;
}
