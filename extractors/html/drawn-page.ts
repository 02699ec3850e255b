import { collectGlyphs, type PlacedGlyph } from '../printed/page/collect-glyphs.js';
import { ASCENT } from '../printed/page/em-square.js';
import { isThin, linesOfBox } from '../printed/page/lines-of-box.js';
import type { PageContent } from '../printed/page/page-content.js';
import { advanceOf, naturalWidth, type PlacedPage, type PlacedText, reachOf } from './placed-page.js';

/** A placed page as it would be printed: a box for each letter, lines and areas for the boxes. */
export function drawnPage({ width, height, texts, rules, backgrounds }: PlacedPage): PageContent {
  const boxes = [...backgrounds, ...rules];
  return {
    width,
    height,
    glyphs: collectGlyphs(inLines(texts).flatMap(glyphsOf)),
    rules: boxes.filter(isThin).flatMap((box) => linesOfBox(box, box)),
    fills: boxes.filter((box) => !isThin(box)).map((box) => ({ ...box, white: false })),
    images: [],
    shapes: 0,
  };
}

function glyphsOf(text: PlacedText, run: number): PlacedGlyph[] {
  const { x, y, size, width } = text;
  const natural = naturalWidth(text);
  const scale = width !== undefined && width > 0 && natural > width ? width / natural : 1;
  let left = x;
  return [...text.text].map((character) => {
    const right = left + scale * size * reachOf(character);
    const glyph = { code: character.codePointAt(0) ?? 0, left, right, top: y, bottom: y + size, run };
    left += scale * size * advanceOf(character);
    return glyph;
  });
}

/** Texts that are placed one after the other on one line, from left to right: the order of the elements need not be it. */
function inLines(texts: readonly PlacedText[]): PlacedText[] {
  const lines: PlacedText[][] = [];
  for (const text of texts) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && isLevel(last, text)) line.push(text);
    else lines.push([text]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.x - b.x));
}

/** Whether two texts stand on one baseline, but for half the width of a letter. */
const isLevel = (a: PlacedText, b: PlacedText): boolean =>
  Math.abs(baselineOf(a) - baselineOf(b)) <=
  Math.max(a.size * advanceOf(a.text.at(-1) ?? ''), b.size * advanceOf(b.text.at(0) ?? '')) / 2;

const baselineOf = ({ y, size }: PlacedText): number => y + ASCENT * size;
