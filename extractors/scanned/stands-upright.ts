import type { GrayRaster, PixelBox } from '../raster/raster.js';
import type { TextReader } from './letters/text-reader.js';

/** So many lines are read first, each of so many heights at most. */
const SAMPLE = 6;
const LONGEST = 14;
/** A page that is read as surely as this stands upright. */
const SURELY = 0.85;

/**
 * Whether the text of a picture stands upright, not on its head: a few of its lines are read, the other way up as well where
 * that is not sure.
 */
export async function standsUpright(
  picture: GrayRaster,
  lines: readonly PixelBox[],
  ragged: boolean,
  reader: TextReader,
): Promise<boolean> {
  const sample = lines
    .filter((line) => heights(line) <= LONGEST)
    .sort((a, b) => heights(b) - heights(a))
    .slice(0, SAMPLE);
  const upright = await certainty(picture, sample, ragged, reader);
  if (sample.length === 0 || upright >= SURELY) return true;
  const turned = { ...picture, pixels: picture.pixels.slice().reverse() };
  return (
    upright >=
    (await certainty(
      turned,
      sample.map((line) => onItsHead(line, picture)),
      ragged,
      reader,
    ))
  );
}

const heights = ({ left, top, right, bottom }: PixelBox): number =>
  (right - left) / Math.max(1, bottom - top);

/** Where a box of a picture comes to when the picture is turned by half. */
export const onItsHead = (
  { left, top, right, bottom }: PixelBox,
  { width, height }: { width: number; height: number },
): PixelBox => ({ left: width - right, top: height - bottom, right: width - left, bottom: height - top });

/** Mean confidence of what is read. */
async function certainty(
  picture: GrayRaster,
  lines: readonly PixelBox[],
  ragged: boolean,
  reader: TextReader,
): Promise<number> {
  const all = (await reader.read(picture, lines, ragged)).flatMap(({ characters }) => characters);
  return all.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, all.length);
}
