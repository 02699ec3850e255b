import { readSync } from 'node:fs';
import { type ByteView, viewBy } from './byte-view.js';

const WINDOW = 64 * 1024;

/**
 * A view on an open file that reads from disk what is asked for, so that an archive need not fit into memory. The
 * descriptor stays the caller's.
 *
 * @param length of the file
 */
export function fileView(descriptor: number, length: number): ByteView {
  const read = (from: number, to: number): Uint8Array => {
    const start = Math.max(0, from);
    const piece = new Uint8Array(Math.max(0, Math.min(to, length) - start));
    let filled = 0;
    while (filled < piece.length) {
      const count = readSync(descriptor, piece, filled, piece.length - filled, start + filled);
      if (count === 0) break;
      filled += count;
    }
    return piece.subarray(0, filled);
  };
  let window = new Uint8Array();
  let first = 0;
  const u8 = (at: number): number => {
    if (at < 0 || at >= length) return 0;
    if (at < first || at >= first + window.length) {
      first = at - (at % WINDOW);
      window = Uint8Array.from(read(first, first + WINDOW));
    }
    return window[at - first] ?? 0;
  };
  return viewBy(length, u8, read);
}
