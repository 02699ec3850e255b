import type { XmlNode } from '../bytes/xml-tree.js';
import type { Box } from '../printed/page/box.js';
import type { PlacedGlyph } from '../printed/page/collect-glyphs.js';
import { ASCENT } from '../printed/page/em-square.js';
import { imageOf, type Matrix, multiply } from '../printed/page/matrix.js';
import { GLYPH_SLANTED } from '../printed/page/page-content.js';
import { textDirection } from '../printed/page/text-direction.js';
import { readDeltas } from './deltas.js';
import { elementsOf, numberIn, ownText } from './tree.js';

/** Part of the em by which the next character may stand off the line, or before where it was, and still go on with it. */
const OFF_LINE = 0.3;
/** Steps between these, in ems, are the advance of a character; others are a space, a new line or an overprint. */
const LEAST_ADVANCE = 0.2;
const MOST_ADVANCE = 1.1;

/** What all characters of a text object share. */
export interface TextDrawing {
  /** From the object's space to the page as displayed. */
  matrix: Matrix;
  clip: Box | undefined;
}

/**
 * The characters of a text object (GB/T 33190-2016, 11) with their boxes: as wide as their advance, as high as the font.
 * @param run number of its first piece; each piece has the next one
 */
export function drawText(text: XmlNode, { matrix, clip }: TextDrawing, run: number): PlacedGlyph[] {
  const size = numberIn(text, 'Size', 0);
  const narrowed = size * numberIn(text, 'HScale', 1);
  const turned = multiply(rotation(numberIn(text, 'CharDirection', 0)), linear(matrix));
  const { turn, slanted } = textDirection(turned[0], turned[1]);
  const look = { turn, flags: slanted ? GLYPH_SLANTED : 0 };
  const glyphs: PlacedGlyph[] = [];
  let [x, y] = [0, 0];
  let piece = run;
  for (const code of elementsOf(text, 'TextCode')) {
    x = numberIn(code, 'X', x);
    y = numberIn(code, 'Y', y);
    const characters = [...ownText(code)].filter((character) => !/[\n\r\t]/.test(character));
    const steps = stepsOf(code, characters, narrowed);
    let [atX, atY] = [x, y];
    for (const [i, character] of characters.entries()) {
      const [dx, dy] = steps[i] ?? [0, 0];
      const width = advanceOf(character, narrowed, Math.hypot(dx, dy));
      const [px, py] = applied(matrix, atX, atY);
      const space: Matrix = [turned[0], turned[1], turned[2], turned[3], px, py];
      const box = imageOf(space, 0, -ASCENT * size, width, (1 - ASCENT) * size);
      glyphs.push({ ...box, ...look, code: character.codePointAt(0) ?? 0, run: piece, clip });
      atX += dx;
      atY += dy;
      if (!goesOn(dx, dy, size)) piece++;
    }
    piece++;
  }
  return glyphs;
}

/** The way from each character to the next; where the file says nothing of it, as far as the character is wide. */
function stepsOf(code: XmlNode, characters: readonly string[], size: number): [number, number][] {
  const { DeltaX, DeltaY } = code.attributes;
  const most = characters.length;
  const across = readDeltas(DeltaX, most);
  const down = readDeltas(DeltaY, most);
  const isSilent = across.length === 0 && down.length === 0;
  return characters.map((character, i) => {
    if (isSilent || (i >= across.length && i >= down.length)) return [naturalAdvance(character) * size, 0];
    return [across[i] ?? 0, down[i] ?? 0];
  });
}

/** In ems, for want of the font. */
const naturalAdvance = (character: string): number => (character <= '~' ? 0.5 : 1);

/** Width of a character in the object's space, by the step to the next one where that can be its advance. */
function advanceOf(character: string, size: number, step: number): number {
  const natural = naturalAdvance(character) * size;
  if (step < LEAST_ADVANCE * size || step > MOST_ADVANCE * size) return natural;
  return natural < size ? step : Math.min(natural, step);
}

const goesOn = (dx: number, dy: number, size: number): boolean =>
  Math.abs(dy) <= OFF_LINE * size ? dx >= -OFF_LINE * size : dy > 0 && Math.abs(dx) <= OFF_LINE * size;

function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(angle) * 1e9) / 1e9, Math.round(Math.sin(angle) * 1e9) / 1e9];
  return [cos, sin, -sin, cos, 0, 0];
}

const linear = ([a, b, c, d]: Matrix): Matrix => [a, b, c, d, 0, 0];

const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
