import { drawnAreas } from '../printed/layout/drawn-areas.js';
import type { Box } from '../printed/page/box.js';
import { collectGlyphs, type PlacedGlyph } from '../printed/page/collect-glyphs.js';
import type { PageContent, Rule } from '../printed/page/page-content.js';
import type { ColorRaster, PixelBox } from '../raster/raster.js';
import type { ReadText, TextReader } from './letters/text-reader.js';
import { findRulings, type PixelRule } from './rulings/find-rulings.js';

/** As many characters that are more likely right than not, and as large a share of all, make a page of text. */
const FEWEST = 3;
const LEAST_SURE = 0.5;

/**
 * Reads the picture of a page: its rules, the lines of text within the cells these make and around them, and the characters of
 * these lines. Null where nothing can be read: an empty page, a picture of something else.
 * @param pixelsPerPoint how large the page is drawn
 */
export async function recognizePage(
  picture: ColorRaster,
  pixelsPerPoint: number,
  reader: TextReader,
): Promise<PageContent | null> {
  const gray = grayOf(picture);
  const { rules, text } = findRulings(gray, pixelsPerPoint);
  const onPage = rules.map((rule) => inPoints(rule, pixelsPerPoint));
  const page = { width: gray.width / pixelsPerPoint, height: gray.height / pixelsPerPoint };
  const areas = drawnAreas(onPage, page).map((area) => inPixels(area, pixelsPerPoint));
  const lines = await reader.read(text, await reader.find(text, areas));
  if (!isText(lines)) return null;
  return {
    ...page,
    glyphs: collectGlyphs(lines.flatMap((line, run) => glyphsOf(line, run, pixelsPerPoint))),
    rules: onPage,
    fills: [],
    images: [],
    shapes: 0,
  };
}

const inPoints = ({ horizontal, at, from, to }: PixelRule, pixelsPerPoint: number): Rule => ({
  horizontal,
  at: at / pixelsPerPoint,
  from: from / pixelsPerPoint,
  to: to / pixelsPerPoint,
});

const inPixels = ({ left, top, right, bottom }: Box, pixelsPerPoint: number): PixelBox => ({
  left: Math.round(left * pixelsPerPoint),
  top: Math.round(top * pixelsPerPoint),
  right: Math.round(right * pixelsPerPoint),
  bottom: Math.round(bottom * pixelsPerPoint),
});

function isText(lines: readonly ReadText[]): boolean {
  const all = lines.flatMap(({ characters }) => characters);
  const likely = all.filter(({ confidence }) => confidence >= LEAST_SURE);
  return likely.length >= FEWEST && likely.length >= LEAST_SURE * all.length;
}

const glyphsOf = ({ box, characters }: ReadText, run: number, pixelsPerPoint: number): PlacedGlyph[] =>
  characters.map(({ code, left, right, confidence }) => ({
    code,
    run,
    left: left / pixelsPerPoint,
    right: right / pixelsPerPoint,
    top: box.top / pixelsPerPoint,
    bottom: box.bottom / pixelsPerPoint,
    confidence: Math.round(100 * confidence),
  }));

/** Luminance of ITU-R BT.601. */
function grayOf({ width, height, pixels }: ColorRaster) {
  const gray = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < gray.length; i++, j += 3) {
    gray[i] = (77 * (pixels[j] ?? 0) + 150 * (pixels[j + 1] ?? 0) + 29 * (pixels[j + 2] ?? 0)) >> 8;
  }
  return { width, height, pixels: gray };
}
