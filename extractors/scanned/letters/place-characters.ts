import type { PixelBox } from '../../raster/raster.js';
import type { MetCharacter } from './match-ink.js';
import type { ReadCharacter } from './text-reader.js';

const SPACE = 0x20;
/** How wide the characters of ASCII are set, in heights of the line; all others take one. */
const NARROW = 0.55;
/** How far a character reaches from its middle, as a part of its width. */
const REACH = 0.65;
/** Paper between two characters, in heights of the line, that is no space where none was read: what is set wide stays one word. */
const WITHIN_WORD = 0.75;

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
    const reach = REACH * (widths[i] ?? height);
    const isWithin = (other: number): boolean => {
      const neighbour = met[other];
      if (!neighbour || neighbour.code === SPACE || code === SPACE) return false;
      const between = Math.abs(neighbour.middle - middle) - reach - REACH * (widths[other] ?? height);
      return between < WITHIN_WORD * height;
    };
    const [left = line.left, right = line.right] = [parted[i - 1], parted[i]];
    return {
      code,
      left: isWithin(i - 1) ? left : Math.max(left, middle - reach),
      right: isWithin(i + 1) ? right : Math.min(right, middle + reach),
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
