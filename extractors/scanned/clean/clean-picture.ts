import {
  composed,
  type Homography,
  inverse,
  mapPoint,
  type PixelPoint,
  scaling,
} from '../../raster/homography.js';
import type { ColorRaster, GrayRaster, PixelBox } from '../../raster/raster.js';
import { shrinkGray } from '../../raster/shrink-gray.js';
import { warpGray } from '../../raster/warp-gray.js';
import { despeckle, isOneBit } from './despeckle.js';
import { evenLight } from './even-light.js';
import { findSeals } from './find-seals.js';
import { grayOfPage } from './gray-of-page.js';
import { lightenGrounds } from './lighten-grounds.js';
import { pageLayout } from './page-layout.js';
import { paperMap } from './paper-map.js';
import { paperTones } from './paper-tones.js';
import { removeSeal } from './remove-seal.js';
import { paintBorders } from './scanner-borders.js';
import { soften } from './soften.js';

/** The picture of a page made fit for reading: straight, evenly lit, without seals and the borders of the scanner. */
export interface CleanPicture {
  /** Ink is dark, paper near 255. Lines of text run along; whether they stand on their heads only reading them tells. */
  gray: GrayRaster;
  /** Height of the characters in pixels; null where none were found. */
  textSize: number | null;
  /** Whether it had one bit: strokes are as thin or thick as pixels make them. */
  ragged: boolean;
  /** Where a box of it stands on the picture it was made from: the box around its four corners. */
  onSource(box: PixelBox): PixelBox;
}

/** Longer side of the smaller picture on which all is measured. */
const MEASURED = 1800;
/** Heights of characters that are left as they are, and what others become; in pixels. */
const TEXT_SIZE = { least: 22, most: 56, becomes: 30 };
const MOST_ENLARGED = 2.5;
const MOST_PIXELS = 20_000_000;
/** A page that is not taken in perspective and straighter than this is left as it is: its corners move by less, in pixels. */
const STRAIGHT = 0.5;
/** Makes the picture of a page fit for reading. Pictures without text, or of something else, come out no worse than they were. */
export function cleanPicture(source: ColorRaster): CleanPicture {
  const { gray, cells } = grayOfPage(source);
  lightenGrounds(gray, cells);
  for (const seal of findSeals(cells, source.width, source.height)) removeSeal(source, gray, seal);
  const factor = Math.ceil(Math.max(gray.width, gray.height) / MEASURED);
  const small = shrinkGray(gray, factor);
  const paper = paperMap(small);
  const layout = pageLayout(small, paper, [gray.width / factor, gray.height / factor]);
  const size = layout.textSize === null ? null : layout.textSize * factor;
  const ragged = isOneBit(gray);
  if (ragged) {
    despeckle(gray, size ?? TEXT_SIZE.becomes);
    soften(gray);
  } else evenLight(gray, paper, factor, paperTones(small, paper, layout.outline));
  if (layout.borders) paintBorders(gray, layout.borders, factor, 255);
  const scale = scaleOf(size, layout.width * factor, layout.height * factor);
  const toClean = composed(
    composed(scaling(1 / factor, 1 / factor), layout.toPage),
    scaling(factor * scale, factor * scale),
  );
  return pictureOf(
    gray,
    toClean,
    layout.width * factor * scale,
    layout.height * factor * scale,
    size && size * scale,
    ragged,
  );
}

/** The same picture the other way up. */
export function upsideDown({ gray, textSize: size, ragged, onSource }: CleanPicture): CleanPicture {
  const { width, height, pixels } = gray;
  return {
    gray: { width, height, pixels: pixels.slice().reverse() },
    textSize: size,
    ragged,
    onSource: turnedAround(onSource, width, height),
  };
}

/** Made apart, so that the pictures are not kept along with it. */
const turnedAround =
  (onSource: CleanPicture['onSource'], width: number, height: number): CleanPicture['onSource'] =>
  ({ left, top, right, bottom }) =>
    onSource({ left: width - right, top: height - bottom, right: width - left, bottom: height - top });

/** Height of the characters made good for reading, without more pixels than a page may have. */
function scaleOf(size: number | null, width: number, height: number): number {
  const wanted =
    size === null || (size >= TEXT_SIZE.least && size <= TEXT_SIZE.most)
      ? 1
      : Math.min(MOST_ENLARGED, TEXT_SIZE.becomes / size);
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
}

function pictureOf(
  gray: GrayRaster,
  toClean: Homography,
  across: number,
  down: number,
  size: number | null,
  ragged: boolean,
): CleanPicture {
  const [width, height] = [Math.max(1, Math.round(across)), Math.max(1, Math.round(down))];
  const toSource = inverse(toClean);
  return {
    gray: isUnmoved(toClean, gray, width, height) ? gray : seen(gray, toSource, width, height),
    textSize: size,
    ragged,
    onSource: throughMap(toSource, gray.width, gray.height),
  };
}

/** The box around the image of a box, within a picture; made apart, so that no pixels are kept along with it. */
const throughMap =
  (map: Homography, width: number, height: number): CleanPicture['onSource'] =>
  ({ left, top, right, bottom }) => {
    const corners: PixelPoint[] = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
    const points = corners.map((corner) => mapPoint(map, corner));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return {
      left: Math.max(0, Math.floor(Math.min(...xs))),
      top: Math.max(0, Math.floor(Math.min(...ys))),
      right: Math.min(width, Math.ceil(Math.max(...xs))),
      bottom: Math.min(height, Math.ceil(Math.max(...ys))),
    };
  };

function isUnmoved(toClean: Homography, gray: GrayRaster, width: number, height: number): boolean {
  if (width !== gray.width || height !== gray.height) return false;
  const corners: PixelPoint[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  return corners.every(([x, y]) => {
    const [u, v] = mapPoint(toClean, [x, y]);
    return Math.hypot(u - x, v - y) < STRAIGHT;
  });
}

/** Through a map; what becomes much smaller is made so by means first, lest thin strokes fall between the pixels. */
function seen(gray: GrayRaster, toSource: Homography, width: number, height: number): GrayRaster {
  const [a, , , d] = toSource.map((value) => value / toSource[8]);
  const factor = Math.max(1, Math.floor(Math.hypot(a ?? 1, d ?? 0)));
  return warpGray(
    shrinkGray(gray, factor),
    composed(toSource, scaling(1 / factor, 1 / factor)),
    width,
    height,
  );
}
