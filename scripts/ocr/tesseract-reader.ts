import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GrayRaster, PixelBox } from '../../extractors/raster/raster.js';
import { findLines } from '../../extractors/scanned/letters/find-lines.js';
import type { ReadCharacter, ReadText, TextReader } from '../../extractors/scanned/letters/text-reader.js';

/** Paper around a line, in pixels: tesseract reads lines without any badly. */
const AROUND = 10;
/** Each picture is one line of text; one thread, as the other engine has. */
const OPTIONS = ['-l', 'chi_sim', '--psm', '7', 'tsv'];
const ENVIRONMENT = { ...process.env, OMP_THREAD_LIMIT: '1' };
const MOST_OUTPUT = 64_000_000;

const run = promisify(execFile);

/**
 * The other engine, to compare with: the installed `tesseract` with the data `chi_sim` reads the same lines.
 * @throws where the command is not installed
 */
export const tesseractReader = (): TextReader => ({
  find: async (picture, areas) => findLines(picture, areas),
  read: async (picture, boxes) => {
    const folder = await mkdtemp(join(tmpdir(), 'tesseract-'));
    try {
      const files = boxes.map((_, i) => join(folder, `${i}.pgm`));
      for (const [i, box] of boxes.entries()) await writeFile(files[i] ?? '', cutOut(picture, box));
      const list = join(folder, 'lines.txt');
      await writeFile(list, files.join('\n'));
      const settings = { env: ENVIRONMENT, maxBuffer: MOST_OUTPUT };
      const { stdout } =
        boxes.length === 0 ? { stdout: '' } : await run('tesseract', [list, 'stdout', ...OPTIONS], settings);
      return readTable(stdout, boxes);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
});

/** A line with paper around it, as a netpbm file. */
function cutOut({ width, pixels }: GrayRaster, { left, top, right, bottom }: PixelBox): Buffer {
  const [across, down] = [right - left + 2 * AROUND, bottom - top + 2 * AROUND];
  const cut = Buffer.alloc(across * down, 255);
  for (let y = top; y < bottom; y++) {
    cut.set(pixels.subarray(y * width + left, y * width + right), (y - top + AROUND) * across + AROUND);
  }
  return Buffer.concat([Buffer.from(`P5 ${across} ${down} 255\n`), cut]);
}

/** Rows of words: level, page (the number of the picture, from 1), block, paragraph, line, word, box, confidence, text. */
function readTable(table: string, boxes: readonly PixelBox[]): ReadText[] {
  const met = boxes.map((): Recognized[] => []);
  for (const row of table.split('\n').slice(1)) {
    const fields = row.split('\t');
    const [confidence, word = ''] = fields.slice(10);
    if (!word.trim()) continue;
    const characters = [...word].map((char) => ({
      code: char.codePointAt(0) ?? 0,
      confidence: Number(confidence) / 100,
    }));
    met[Number(fields[1]) - 1]?.push(...characters);
  }
  return boxes.map((box, i) => ({ box, characters: spread(met[i] ?? [], box) }));
}

type Recognized = Pick<ReadCharacter, 'code' | 'confidence'>;

/** Evenly over the line: the boxes of words overlap, and where in its cell a character stands tells nothing. */
function spread(met: readonly Recognized[], { left, right }: PixelBox): ReadCharacter[] {
  const each = (right - left) / Math.max(1, met.length);
  return met.map((character, i) => ({
    ...character,
    left: left + i * each,
    right: left + (i + 1) * each,
  }));
}
