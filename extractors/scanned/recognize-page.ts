import { drawnAreas } from '../printed/layout/drawn-areas.js';
import type { Box } from '../printed/page/box.js';
import { collectGlyphs, type PlacedGlyph } from '../printed/page/collect-glyphs.js';
import type { PageContent, Rule } from '../printed/page/page-content.js';
import type { ColorRaster, GrayRaster, PixelBox } from '../raster/raster.js';
import { type CleanPicture, cleanPicture, upsideDown } from './clean/clean-picture.js';
import type { ReadText, TextReader } from './letters/text-reader.js';
import { withWrappedDashes, withWrappedWords } from './letters/wrapped-dashes.js';
import { findRulings, type PixelRule } from './rulings/find-rulings.js';
import { onItsHead, standsUpright } from './stands-upright.js';

/** As many characters that are more likely right than not, and as large a share of all, make a page of text. */
const FEWEST = 3;
const LEAST_SURE = 0.5;

/** A clean picture with what is drawn on it, in its pixels. */
interface DrawnPicture {
  clean: CleanPicture;
  rules: PixelRule[];
  /** The picture without the rules. */
  text: GrayRaster;
  lines: PixelBox[];
}

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
  const clean = cleanPicture(picture);
  const scale = pixelsPerPoint * magnification(clean);
  const found = await findDrawn(clean, scale, reader);
  const upright = (await standsUpright(found.text, found.lines, clean.ragged, reader))
    ? found
    : turned(found);
  const texts = withWrappedWords(
    withWrappedDashes(await reader.read(upright.text, upright.lines, upright.clean.ragged)),
  );
  if (!isText(texts)) return null;
  return {
    width: clean.gray.width / scale,
    height: clean.gray.height / scale,
    glyphs: collectGlyphs(texts.flatMap((text, run) => glyphsOf(text, run, scale))),
    rules: upright.rules.map((rule) => inPoints(rule, scale)),
    fills: [],
    images: [],
    shapes: 0,
    asDisplayed: displayedFrom(upright.clean.onSource, scale, pixelsPerPoint),
  };
}

/** From points of the clean picture to those of its source; the content of a page outlives its pictures, which it does not keep. */
const displayedFrom =
  (onSource: CleanPicture['onSource'], scale: number, pixelsPerPoint: number) =>
  (box: Box): Box =>
    scaled(onSource(scaled(box, scale)), 1 / pixelsPerPoint);

/** Pixels of a clean picture for one of its source. */
function magnification({ gray: { width, height }, onSource }: CleanPicture): number {
  const source = onSource({ left: 0, top: 0, right: width, bottom: height });
  const area = (source.right - source.left) * (source.bottom - source.top);
  return area > 0 ? Math.sqrt((width * height) / area) : 1;
}

async function findDrawn(clean: CleanPicture, scale: number, reader: TextReader): Promise<DrawnPicture> {
  const { rules, text } = findRulings(clean, scale);
  const page = { width: text.width / scale, height: text.height / scale };
  const areas = drawnAreas(
    rules.map((rule) => inPoints(rule, scale)),
    page,
  );
  const lines = await reader.find(
    text,
    areas.map((area) => rounded(scaled(area, scale))),
  );
  return { clean, rules, text, lines };
}

/** The same the other way up. */
function turned({ clean, rules, text, lines }: DrawnPicture): DrawnPicture {
  const { width, height, pixels } = text;
  return {
    clean: upsideDown(clean),
    rules: rules.map((rule) => {
      const [along, across] = rule.horizontal ? [width, height] : [height, width];
      return { ...rule, at: across - rule.at, from: along - rule.to, to: along - rule.from };
    }),
    text: { width, height, pixels: pixels.slice().reverse() },
    lines: lines.map((line) => onItsHead(line, text)),
  };
}

const inPoints = ({ horizontal, at, from, to }: PixelRule, scale: number): Rule => ({
  horizontal,
  at: at / scale,
  from: from / scale,
  to: to / scale,
});

const scaled = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left * by,
  top: top * by,
  right: right * by,
  bottom: bottom * by,
});

const rounded = ({ left, top, right, bottom }: Box): PixelBox => ({
  left: Math.round(left),
  top: Math.round(top),
  right: Math.round(right),
  bottom: Math.round(bottom),
});

function isText(texts: readonly ReadText[]): boolean {
  const all = texts.flatMap(({ characters }) => characters);
  const likely = all.filter(({ confidence }) => confidence >= LEAST_SURE);
  return likely.length >= FEWEST && likely.length >= LEAST_SURE * all.length;
}

const glyphsOf = ({ box, characters }: ReadText, run: number, scale: number): PlacedGlyph[] =>
  characters.map(({ code, left, right, confidence }) => ({
    code,
    run,
    left: left / scale,
    right: right / scale,
    top: box.top / scale,
    bottom: box.bottom / scale,
    confidence: Math.round(100 * confidence),
  }));
