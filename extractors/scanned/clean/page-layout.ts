import { componentsOf } from '../../raster/components.js';
import {
  composed,
  cornersOf,
  type Homography,
  homographyOf,
  IDENTITY,
  type Quadrilateral,
} from '../../raster/homography.js';
import type { GrayRaster } from '../../raster/raster.js';
import { edgePoints, mappedPoints } from './edge-points.js';
import { inkMarks } from './ink-marks.js';
import { linesRunDown } from './lines-run-down.js';
import { isInside, pageOutline } from './page-outline.js';
import type { PaperMap } from './paper-map.js';
import { type Borders, hasBorders, paintBorders, scannerBorders } from './scanner-borders.js';
import { straighten } from './straighten.js';
import { textSize } from './text-size.js';

/** How a page lies on a picture, in pixels of that picture. */
export interface PageLayout {
  /** To the level page of that size. */
  toPage: Homography;
  width: number;
  height: number;
  /** Height of characters; null where none were found. */
  textSize: number | null;
  /** Dark strips beside the page; null where there are none. */
  borders: Borders | null;
  /** The page's corners where it does not fill the picture. */
  outline: Quadrilateral | null;
}

/** Darker than this share of the paper around is ink. */
const INK = 0.72;
/** Share of a photographed page along its edges that is not looked at: shadows. */
const RIM = 0.012;

/**
 * Measures how a page lies on a picture: its outline, its dark borders, which way its lines run and how far from level.
 * @param whole size of the picture in pixels of the smaller one, with what the smaller one leaves out at its edges
 */
export function pageLayout(
  small: GrayRaster,
  paper: PaperMap,
  whole: readonly [width: number, height: number],
): PageLayout {
  const outline = pageOutline(small);
  const marks = inkMarks(small, paper, INK);
  const borders = outline ? null : clearBorders(marks, small, paper);
  if (outline) clearOutside(marks, small, outline);
  const pieces = componentsOf(marks, small.width, small.height);
  const letters = textSize(pieces);
  let [width, height] = outline ? sizeOf(outline) : whole;
  let toPage = outline ? homographyOf(outline, cornersOf(width, height)) : IDENTITY;
  let { across, down } = edgePoints(marks, small.width, small.height);
  if (letters !== null && linesRunDown(pieces, small.width, small.height, letters)) {
    toPage = composed(toPage, quarterTurn(height));
    [width, height] = [height, width];
    [across, down] = [down, across];
  }
  const edges = { across: mappedPoints(across, toPage), down: mappedPoints(down, toPage) };
  return {
    toPage: composed(toPage, straighten(edges, width, height, outline ? 'photograph' : 'scan')),
    width,
    height,
    textSize: letters,
    borders,
    outline,
  };
}

/** Clockwise. Which way a page was turned reading tells; wide tables are bound with their heads to the left. */
const quarterTurn = (height: number): Homography => [0, -1, height, 1, 0, 0, 0, 0, 1];

/** Lengths of the sides of a page taken in perspective, the mean of opposite ones. */
function sizeOf([a, b, c, d]: Quadrilateral): [width: number, height: number] {
  const between = (one: readonly [number, number], other: readonly [number, number]): number =>
    Math.hypot(one[0] - other[0], one[1] - other[1]);
  return [(between(a, b) + between(d, c)) / 2, (between(a, d) + between(b, c)) / 2];
}

/** Dark strips along the edges; no ink is seen in them. */
function clearBorders(marks: Uint8Array, small: GrayRaster, paper: PaperMap): Borders | null {
  const borders = scannerBorders(small, paper.best);
  if (!hasBorders(borders)) return null;
  paintBorders({ ...small, pixels: marks }, borders, 1, 0);
  return borders;
}

/** No ink is seen outside of the page and at its very edge. */
function clearOutside(marks: Uint8Array, { width, height }: GrayRaster, outline: Quadrilateral): void {
  const middle = outline.reduce(([x, y], [u, v]) => [x + u / 4, y + v / 4] as const, [0, 0] as const);
  const shrunk = outline.map(
    ([x, y]) => [x + 2 * RIM * (middle[0] - x), y + 2 * RIM * (middle[1] - y)] as const,
  );
  const [a, b, c, d] = shrunk;
  if (!a || !b || !c || !d) return;
  for (let y = 0; y < height; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (marks[i] && !isInside([a, b, c, d], [x, y])) marks[i] = 0;
    }
  }
}
