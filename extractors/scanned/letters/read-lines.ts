import type { GrayRaster, PixelBox } from '../../raster/raster.js';
import { batchesOf } from './batches.js';
import { decodeCtc } from './decode-ctc.js';
import { inkOfColumns, inkThreshold } from './ink-columns.js';
import { LINE_HEIGHT, type LinePicture, linePicture } from './line-picture.js';
import type { Models } from './load-models.js';
import type { MetCharacter } from './match-ink.js';
import { mendSigns } from './mend-signs.js';
import { placeCharacters } from './place-characters.js';
import type { ReadText } from './text-reader.js';

const MOST_IN_BATCH = 6;
/** Pixels of a line for a step of the network. */
const STEP = 8;

/** Reads the lines of text in boxes, in the same order. */
export async function readLines(
  models: Models,
  picture: GrayRaster,
  boxes: readonly PixelBox[],
): Promise<ReadText[]> {
  const threshold = inkThreshold(picture);
  const lines = boxes.map((box) => linePicture(picture, box));
  const met = await recognize(models, lines);
  return boxes.map((box, i) => {
    const line = lines[i];
    const characters = line
      ? mendSigns(line, met[i] ?? []).map((character) => onPicture(line, character))
      : [];
    return { box, characters: placeCharacters(characters, box, inkOfColumns(picture, box, threshold)) };
  });
}

const onPicture = ({ left, scale }: LinePicture, character: MetCharacter): MetCharacter => ({
  ...character,
  middle: left + character.middle / scale,
});

async function recognize(
  { recognition, characters }: Models,
  lines: readonly LinePicture[],
): Promise<MetCharacter[][]> {
  const met: MetCharacter[][] = lines.map(() => []);
  for (const batch of batchesOf(
    lines.map(({ width }) => width),
    MOST_IN_BATCH,
  )) {
    const members = batch.members.flatMap((member) => lines[member] ?? []);
    const { data, dims } = await recognition(filledUp(members, batch.width));
    const [, steps = 0, classes = 0] = dims;
    batch.members.forEach((member, i) => {
      const line = lines[member];
      if (!line) return;
      const likely = data.subarray(i * steps * classes, (i + 1) * steps * classes);
      met[member] = decodeCtc(likely, classes).map((decoded) => ({
        code: characters[decoded.class - 1]?.codePointAt(0) ?? 0xfffd,
        middle: ((decoded.from + decoded.to + 1) / 2) * STEP,
        confidence: decoded.confidence,
      }));
    });
  }
  return met;
}

/** Three equal planes of color for each line, filled up to one width as the network was taught: with 0. */
function filledUp(
  lines: readonly LinePicture[],
  width: number,
): { data: Float32Array; dims: readonly number[] } {
  const plane = LINE_HEIGHT * width;
  const data = new Float32Array(lines.length * 3 * plane);
  lines.forEach((line, i) => {
    for (let y = 0; y < LINE_HEIGHT; y++) {
      const row = line.values.subarray(y * line.width, (y + 1) * line.width);
      for (let color = 0; color < 3; color++) data.set(row, (3 * i + color) * plane + y * width);
    }
  });
  return { data, dims: [lines.length, 3, LINE_HEIGHT, width] };
}
