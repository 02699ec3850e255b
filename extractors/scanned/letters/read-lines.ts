import type { GrayRaster, PixelBox } from '../../raster/raster.js';
import { batchesOf } from './batches.js';
import { cutLine } from './cut-line.js';
import { decodeCtc } from './decode-ctc.js';
import { doubtForms } from './doubt-forms.js';
import { inkOfColumns, inkThreshold } from './ink-columns.js';
import { isWeak, likelierReading } from './likelier-reading.js';
import { LINE_HEIGHT, type LinePicture, linePicture, MARGIN } from './line-picture.js';
import type { Models } from './load-models.js';
import { isDigit, type MetCharacter } from './match-ink.js';
import { mendLine } from './mend-line.js';
import { mendSigns } from './mend-signs.js';
import { placeCharacters } from './place-characters.js';
import { isColon, withSemicolonsOf } from './semicolons-read-again.js';
import type { ReadText } from './text-reader.js';
import { withDoubt } from './with-doubt.js';

const MOST_IN_BATCH = { lines: 6, width: 7200 };
/** Pixels of a line for a step of the network. */
const STEP = 8;

/** Paper around a line when it is read again: another scale than the first time. */
const AROUND_AGAIN = 0.25;
/** Lines with figures are read twice where they are no longer than this, or as large a share of them is figures. */
const SHORT = 16;
const FIGURES = 0.25;
/** The middles of a mark that is read twice are no farther apart, as a part of the height of the line. */
const NEAR = 0.4;

/**
 * Reads the lines of text in boxes, in the same order.
 * @param ragged whether the picture had one bit
 */
export async function readLines(
  models: Models,
  picture: GrayRaster,
  boxes: readonly PixelBox[],
  ragged: boolean,
): Promise<ReadText[]> {
  const threshold = inkThreshold(picture);
  const inks = boxes.map((box) => inkOfColumns(picture, box, threshold));
  const parts = boxes.flatMap((box, i) =>
    cutLine(box, inks[i] ?? new Uint32Array()).map((part) => ({ part, line: i })),
  );
  const read = await readParts(
    models,
    picture,
    parts.map(({ part }) => part),
    ragged,
  );
  const met: MetCharacter[][] = boxes.map(() => []);
  parts.forEach(({ line }, i) => {
    met[line]?.push(...(read[i] ?? []));
  });
  return boxes.map((box, i) => ({
    box,
    characters: placeCharacters(mendLine(met[i] ?? []), box, inks[i] ?? new Uint32Array()),
  }));
}

/** Characters of boxes that can be read at once, middles in pixels of the picture. */
async function readParts(
  models: Models,
  picture: GrayRaster,
  boxes: readonly PixelBox[],
  ragged: boolean,
): Promise<MetCharacter[][]> {
  const first = await readAt(MARGIN, models, picture, boxes);
  const isDoubtful = (met: readonly MetCharacter[]): boolean =>
    holdsFigures(met) || isWeak(met) || (ragged && holdsColon(met));
  const twice = first.flatMap((met, i) => (isDoubtful(met) ? [i] : []));
  const second = await readAt(
    AROUND_AGAIN,
    models,
    picture,
    twice.flatMap((i) => boxes[i] ?? []),
  );
  const other = new Map(twice.map((i, k) => [i, second[k] ?? []]));
  return first.map((met, i) => {
    const again = other.get(i);
    if (!again) return doubtForms(met);
    const near = NEAR * ((boxes[i]?.bottom ?? 0) - (boxes[i]?.top ?? 0));
    const likelier = likelierReading(withDoubt(met, again), again);
    return doubtForms(ragged ? withSemicolonsOf(again, likelier, near) : likelier);
  });
}

/** What is read with so much paper around the lines, as a part of their height. */
async function readAt(
  around: number,
  models: Models,
  picture: GrayRaster,
  boxes: readonly PixelBox[],
): Promise<MetCharacter[][]> {
  const lines = boxes.map((box) => linePicture(picture, box, around));
  const read = await recognize(models, lines);
  return lines.map(({ left, scale }, i) =>
    (read[i] ?? []).map((character) => ({ ...character, middle: left + character.middle / scale })),
  );
}

const holdsColon = (met: readonly MetCharacter[]): boolean => met.some(({ code }) => isColon(code));

function holdsFigures(met: readonly MetCharacter[]): boolean {
  const figures = met.filter(({ code }) => isDigit(code)).length;
  return figures > 0 && (met.length <= SHORT || figures >= FIGURES * met.length);
}

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
      const decoded = decodeCtc(likely, classes).map(({ class: number, from, to, confidence }) => ({
        code: characters[number - 1]?.codePointAt(0) ?? 0xfffd,
        middle: ((from + to + 1) / 2) * STEP,
        confidence,
      }));
      met[member] = mendSigns(line, decoded);
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
