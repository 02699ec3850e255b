import type { GrayRaster, PixelBox } from '../../raster/raster.js';
import { type InkStretch, inkOfColumns, inkOfRows, inkThreshold, stretchesOf } from './ink-columns.js';

/** Gaps within a line wider than this many line heights part it. */
const WIDE_GAP = 2;
/** Rows of a line that are at most so full, compared with the mean of its rows, may lie between two lines. */
const THIN_ROW = 0.3;
/** Ink along the edge of an area over this part of it is what a ruling has left. */
const RULING = 0.7;
/** How far a ruling reaches into an area, in pixels. */
const RULING_DEPTH = 4;
const SMALLEST_LINE = 6;
/** Less ink, as a share of the square of the height of lines, is a speck; a minus sign has twice as much. */
const SPECK = 0.012;
/** Smaller than this either way, as a share of the height of lines, is no line: the mark of a wrapped line (，。) is higher. */
const DOT = 0.25;
/** Flatter than this part of the height of lines and at the very edge of its area is what reaches over from the next. */
const REACHES_OVER = 0.35;
const EDGE = 2;
/** Thin strokes at the ends of a line (一, the hook of an operator) may be as pale as this, over as many heights and gaps. */
const FAINT = 225;
const FAINT_REACH = 1.1;
const FAINT_GAP = 0.3;

/**
 * Lines of text within areas, found by the paper between them: boxes as high as the characters and as wide as the ink, each
 * area's from top to bottom and from left to right.
 */
export function findLines(picture: GrayRaster, areas: readonly PixelBox[]): PixelBox[] {
  const threshold = inkThreshold(picture);
  const inner = areas.map((area) => withoutRulings(picture, within(picture, area), threshold));
  const bands = inner.map((area) => stretchesOf(inkOfRows(picture, area, threshold), 1));
  const usual = usualHeight(bands.flat());
  return inner.flatMap((area) => linesOf(picture, area, threshold, usual, 0));
}

function within({ width, height }: GrayRaster, { left, top, right, bottom }: PixelBox): PixelBox {
  return {
    left: Math.min(width, Math.max(0, Math.floor(left))),
    top: Math.min(height, Math.max(0, Math.floor(top))),
    right: Math.min(width, Math.max(0, Math.ceil(right))),
    bottom: Math.min(height, Math.max(0, Math.ceil(bottom))),
  };
}

function withoutRulings(picture: GrayRaster, area: PixelBox, threshold: number): PixelBox {
  const [above, below] = edges(inkOfRows(picture, area, threshold), area.right - area.left);
  const [before, after] = edges(inkOfColumns(picture, area, threshold), area.bottom - area.top);
  return {
    left: area.left + before,
    top: area.top + above,
    right: area.right - after,
    bottom: area.bottom - below,
  };
}

/** How many rows (or columns) at either end a ruling takes. */
function edges(counts: Uint32Array, length: number): [number, number] {
  const isRuling = (i: number): boolean => (counts[i] ?? 0) > RULING * length;
  const depth = Math.min(RULING_DEPTH, counts.length >> 1);
  let [first, last] = [0, 0];
  for (let i = 0; i < depth; i++) {
    if (isRuling(i)) first = i + 1;
    if (isRuling(counts.length - 1 - i)) last = i + 1;
  }
  return [first, last];
}

const inkOf = (picture: GrayRaster, box: PixelBox, threshold: number): number =>
  inkOfRows(picture, box, threshold).reduce((sum, count) => sum + count, 0);

/** The height of most lines of a page: the median of the heights that are no strokes of characters. */
function usualHeight(bands: readonly InkStretch[]): number {
  const heights = bands
    .map(({ from, to }) => to - from)
    .filter((height) => height >= SMALLEST_LINE)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? SMALLEST_LINE;
}

function linesOf(
  picture: GrayRaster,
  area: PixelBox,
  threshold: number,
  usual: number,
  depth: number,
): PixelBox[] {
  const rows = inkOfRows(picture, area, threshold);
  const own = stretchesOf(rows, 1).filter((band) => !reachesOver(band, rows.length, usual));
  const bands = joinStrokes(own, usual).flatMap((band) =>
    isOneCharacter(picture, area, band, threshold) ? [band] : cutBand(rows, band, usual),
  );
  return bands.flatMap(({ from, to }) => {
    const band = { ...area, top: area.top + from, bottom: area.top + to };
    const height = Math.max(to - from, Math.min(usual, area.bottom - area.top));
    const parts = stretchesOf(inkOfColumns(picture, band, threshold), WIDE_GAP * height).map((part) => ({
      ...band,
      left: band.left + part.from,
      right: band.left + part.to,
    }));
    if (parts.length > 1 && depth < 4) {
      return parts.flatMap((part) => linesOf(picture, part, threshold, usual, depth + 1));
    }
    return parts
      .filter(
        (part) =>
          inkOf(picture, part, threshold) > SPECK * usual ** 2 &&
          !isRuling(part, usual) &&
          !isDot(part, usual),
      )
      .map((part) => asHighAsUsual(withFaintEnds(picture, part, area, usual), area, usual));
  });
}

const reachesOver = ({ from, to }: InkStretch, height: number, usual: number): boolean =>
  to - from < REACHES_OVER * usual && (from <= EDGE || to >= height - EDGE) && height > usual;

/** As wide as its ink that is paler than ink mostly is. */
function withFaintEnds(picture: GrayRaster, box: PixelBox, area: PixelBox, usual: number): PixelBox {
  const reach = Math.round(FAINT_REACH * usual);
  const around = {
    ...box,
    left: Math.max(area.left, box.left - reach),
    right: Math.min(area.right, box.right + reach),
  };
  const gap = Math.max(1, Math.round(FAINT_GAP * usual));
  const ink = stretchesOf(inkOfColumns(picture, around, FAINT), gap);
  const own = ink.filter(({ from, to }) => around.left + from < box.right && around.left + to > box.left);
  return {
    ...box,
    left: Math.min(box.left, around.left + (own[0]?.from ?? around.right)),
    right: Math.max(box.right, around.left + (own.at(-1)?.to ?? 0)),
  };
}

const isDot = ({ left, top, right, bottom }: PixelBox, usual: number): boolean =>
  bottom - top < DOT * usual && right - left < DOT * usual;

/**
 * Flatter than any line of text and longer than any dash, or more upright than any character: what is left of a ruling, or of what
 * the scanner saw beside the paper.
 */
const isRuling = ({ left, top, right, bottom }: PixelBox, usual: number): boolean =>
  (bottom - top < 0.3 * usual && right - left > 5 * usual) ||
  (right - left < 0.4 * usual && bottom - top > 2.5 * usual);

/** Strokes that make a character together (二, ＝, ≥, the dots of ：) stand within the height of a line. */
function joinStrokes(bands: readonly InkStretch[], usual: number): InkStretch[] {
  const joined: InkStretch[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const low = last && (last.to - last.from < 0.7 * usual || band.to - band.from < 0.7 * usual);
    if (last && low && band.to - last.from <= 1.15 * usual) last.to = band.to;
    else joined.push({ ...band });
  }
  return joined;
}

/** About as wide as high: a character larger than most, not two lines. */
function isOneCharacter(
  picture: GrayRaster,
  area: PixelBox,
  { from, to }: InkStretch,
  threshold: number,
): boolean {
  const band = { ...area, top: area.top + from, bottom: area.top + to };
  const ink = stretchesOf(inkOfColumns(picture, band, threshold), to - from);
  const width = (ink.at(-1)?.to ?? 0) - (ink[0]?.from ?? 0);
  return width > 0.75 * (to - from) && width < 1.3 * (to - from);
}

/** Lines that touch are cut where least ink stands, if that is little. */
function cutBand(rows: Uint32Array, band: InkStretch, usual: number): InkStretch[] {
  const height = band.to - band.from;
  const count = Math.round(height / usual);
  if (count < 2 || height < 1.6 * usual) return [band];
  let mean = 0;
  for (let i = band.from; i < band.to; i++) mean += (rows[i] ?? 0) / height;
  let best = -1;
  let least = THIN_ROW * mean;
  for (let i = band.from + Math.round(0.6 * usual); i <= band.from + 1.4 * usual && i < band.to; i++) {
    if ((rows[i] ?? 0) < least) {
      least = rows[i] ?? 0;
      best = i;
    }
  }
  if (best < 0) return [band];
  return [{ from: band.from, to: best }, ...cutBand(rows, { from: best, to: band.to }, usual)];
}

/** A line without high characters (一, —, 。) gets the height it would have. */
function asHighAsUsual(box: PixelBox, area: PixelBox, usual: number): PixelBox {
  const height = box.bottom - box.top;
  if (height >= 0.88 * usual) return box;
  const more = usual - height;
  return {
    ...box,
    top: Math.max(area.top, box.top - (more >> 1)),
    bottom: Math.min(area.bottom, box.bottom + (more - (more >> 1))),
  };
}
