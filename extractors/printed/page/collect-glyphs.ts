import { type Box, EVERYWHERE, intersect } from './box.js';
import { isSpace } from './characters.js';
import { GLYPH_CLIPPED, GLYPH_SPACE, type Glyphs } from './page-content.js';

/** A character: upright and in plain sight where nothing else is said. */
export interface PlacedGlyph extends Box {
  /** Code point. */
  code: number;
  /** Number of the piece of text it was drawn with. */
  run: number;
  /** As in `Glyphs`. */
  turn?: number;
  clip?: Box;
  /** As in `Glyphs`, but for spaces and clips. */
  flags?: number;
  /** As in `Glyphs`; given for all glyphs of a page or for none. */
  confidence?: number;
}

/** The glyphs of a page of which no more is known than where its characters stand and how they are drawn. */
export function collectGlyphs(placed: readonly PlacedGlyph[]): Glyphs {
  const floats = (value: (glyph: PlacedGlyph) => number): Float32Array => Float32Array.from(placed, value);
  const numbers = new Map<Box, number>([[EVERYWHERE, 0]]);
  for (const { clip } of placed) if (clip && !numbers.has(clip)) numbers.set(clip, numbers.size);
  return {
    count: placed.length,
    code: Uint32Array.from(placed, ({ code }) => code),
    left: floats(({ left }) => left),
    top: floats(({ top }) => top),
    right: floats(({ right }) => right),
    bottom: floats(({ bottom }) => bottom),
    x: floats((glyph) => seenMiddle(glyph).x),
    y: floats((glyph) => seenMiddle(glyph).y),
    turn: Uint8Array.from(placed, ({ turn = 0 }) => turn),
    run: Uint32Array.from(placed, ({ run }) => run),
    clip: Uint32Array.from(placed, ({ clip }) => numbers.get(clip ?? EVERYWHERE) ?? 0),
    clips: [...numbers.keys()],
    flags: Uint8Array.from(
      placed,
      (glyph) =>
        (glyph.flags ?? 0) | (isSpace(glyph.code) ? GLYPH_SPACE : 0) | (isClipped(glyph) ? GLYPH_CLIPPED : 0),
    ),
    ...(placed.some(({ confidence }) => confidence !== undefined)
      ? { confidence: Uint8Array.from(placed, ({ confidence = 100 }) => confidence) }
      : {}),
  };
}

/** The middle of the part inside the clip; of the whole where none is. */
function seenMiddle(glyph: PlacedGlyph): { x: number; y: number } {
  const seen = intersect(glyph, glyph.clip ?? EVERYWHERE);
  const { left, top, right, bottom } = isClipped(glyph) ? glyph : seen;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function isClipped({ left, top, right, bottom, clip }: PlacedGlyph): boolean {
  if (!clip) return false;
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x < clip.left || x > clip.right || y < clip.top || y > clip.bottom;
}
