import type { PixelBox } from '../../raster/raster.js';
import type { MetCharacter } from './match-ink.js';
import type { ReadCharacter } from './text-reader.js';

/** How wide the characters of ASCII are set, in heights of the line; all others take one. */
const NARROW = 0.55;

/**
 * Gives each character of a line a box as wide as it is set: the line is parted between two middles, by their widths and where
 * least ink stands.
 * @param met with middles in pixels of the picture
 * @param ink pixels of ink in each column of the line
 */
export function placeCharacters(
  met: readonly MetCharacter[],
  line: PixelBox,
  ink: Uint32Array,
): ReadCharacter[] {
  const height = line.bottom - line.top;
  const widths = met.map(({ code }) => (code < 0x80 ? NARROW : 1) * height);
  const parted = met.slice(1).map((next, i) => {
    const before = met[i] as MetCharacter;
    const [left = 1, right = 1] = [widths[i], widths[i + 1]];
    const apart = next.middle - before.middle;
    const likely = before.middle + (apart * left) / (left + right);
    return leastInk(ink, likely - line.left, 0.35 * apart) + line.left;
  });
  return met.map(({ code, middle, confidence }, i) => {
    const reach = 0.65 * (widths[i] ?? height);
    return {
      code,
      left: Math.max(parted[i - 1] ?? line.left, middle - reach),
      right: Math.min(parted[i] ?? line.right, middle + reach),
      confidence,
    };
  });
}

/** The place near `at` where least ink stands, the nearest of equals. */
function leastInk(ink: Uint32Array, at: number, reach: number): number {
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  for (let x = Math.ceil(at - reach); x <= at + reach; x++) {
    const cost = (ink[x] ?? 0) + (0.5 * Math.abs(x - at)) / Math.max(1, reach);
    if (cost < least) {
      least = cost;
      best = x;
    }
  }
  return best;
}
