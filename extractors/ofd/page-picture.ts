import { LIMITS, LimitError, UnreadableError } from '../bytes/limits.js';
import { areaOf, type Box, union } from '../printed/page/box.js';
import { imageOf, type Matrix, multiply } from '../printed/page/matrix.js';
import { openPicture } from '../raster/files/open-picture.js';
import { layPicture } from '../raster/lay-picture.js';
import { MOST_PIXELS } from '../raster/pdfium/page-raster.js';
import type { ColorRaster } from '../raster/raster.js';
import type { OfdPackage } from './ofd-package.js';
import type { PlacedImage } from './page-drawing.js';

/** Pictures smaller than this share of the largest are specks. */
const LEAST_SHARE = 1 / 2_000;
const WHITE = 255;

/** The pictures of a page laid together, as a scan in strips or turned is to be seen. */
export interface PagePicture {
  raster: ColorRaster;
  /** Where it stands on the page, in points. */
  box: Box;
  /** Why some pictures are not in it. */
  missing: string[];
}

/**
 * Lays the pictures of a page together in the order they are drawn, as finely as the largest is.
 * @throws UnreadableError where none can be read; LimitError
 */
export async function pagePicture(ofd: OfdPackage, images: readonly Box[]): Promise<PagePicture> {
  const drawn = images.filter(isPlaced);
  const bySize = [...drawn].sort((a, b) => areaOf(b) - areaOf(a));
  const [first] = bySize;
  if (!first) throw new UnreadableError('unsupported', '页上没有能读取的图片');
  const isNoSpeck = (image: Box): boolean => areaOf(image) > LEAST_SHARE * areaOf(first);
  const placed = bySize.filter(isNoSpeck);
  const decode = decoder(ofd);
  const { base, missing } = await largestReadable(placed, decode);
  const box = placed.map(wholeOf).reduce(union);
  if (placed.length === 1 && isUpright(base.image.onPage)) return { raster: base.raster, box, missing: [] };
  const { raster, toPixels } = blankPicture(box, finenessOf(base.raster, base.image));
  for (const image of drawn.filter(isNoSpeck)) {
    if (missing.has(image)) continue;
    const laid = image === base.image ? base.raster : await decode(image);
    if (typeof laid === 'string') missing.set(image, laid);
    else {
      const ofPixels: Matrix = [1 / laid.width, 0, 0, 1 / laid.height, 0, 0];
      layPicture(raster, laid, multiply(multiply(ofPixels, image.onPage), toPixels));
    }
  }
  return { raster, box, missing: [...missing.values()] };
}

const isPlaced = (image: Box): image is PlacedImage => 'media' in image;

/** Decodes pictures; one that cannot be is the reason for it. Their pixels count together. */
type Decode = (image: PlacedImage) => Promise<ColorRaster | string>;

function decoder(ofd: OfdPackage): Decode {
  let pixels = 0;
  return async ({ media }) => {
    const bytes = ofd.bytes(media.path, media.folder);
    if (!bytes) return `文件中缺少图片 ${media.path}`;
    try {
      const { raster } = await openPicture(bytes).page(1);
      pixels += raster.width * raster.height;
      if (pixels > LIMITS.picturePixels) throw new LimitError('一页上的图片合起来太大');
      return raster;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      return error.message;
    }
  };
}

/** @throws UnreadableError */
async function largestReadable(
  bySize: readonly PlacedImage[],
  decode: Decode,
): Promise<{ base: { image: PlacedImage; raster: ColorRaster }; missing: Map<PlacedImage, string> }> {
  const missing = new Map<PlacedImage, string>();
  for (const image of bySize) {
    const raster = await decode(image);
    if (typeof raster !== 'string') return { base: { image, raster }, missing };
    missing.set(image, raster);
  }
  throw new UnreadableError('corrupt', [...missing.values()][0] ?? '页上没有能读取的图片');
}

/** Neither turned nor mirrored. */
const isUpright = ([a, b, c, d]: Matrix): boolean => a > 0 && d > 0 && b === 0 && c === 0;

const wholeOf = ({ onPage }: PlacedImage): Box => imageOf(onPage, 0, 0, 1, 1);

/** Pixels of a picture in a point of the page, along its lines. */
const finenessOf = ({ width }: ColorRaster, { onPage: [a, b] }: PlacedImage): number =>
  width / Math.hypot(a, b);

/** A white picture of a part of a page, and the matrix from the page to its pixels. */
function blankPicture(box: Box, wanted: number): { raster: ColorRaster; toPixels: Matrix } {
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (across * down)));
  const [width, height] = [across, down].map((side) => Math.max(1, Math.round(side * scale)));
  if (!width || !height || !(width * height <= 2 * MOST_PIXELS)) {
    throw new LimitError('页面的尺寸不成比例，画不出来');
  }
  return {
    raster: { width, height, pixels: new Uint8Array(3 * width * height).fill(WHITE) },
    toPixels: [scale, 0, 0, scale, -box.left * scale, -box.top * scale],
  };
}
