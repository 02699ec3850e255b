import type { Extraction, PictureFate } from '../../../src/model/grid.js';
import { OUTCOME_TEXT } from '../../../src/model/outcome.js';
import { UnreadableError } from '../../bytes/limits.js';
import type { ReadOptions } from '../../reader.js';
import type { InnerBlocks } from './inner-blocks.js';

/** A picture takes at least this much of a sheet of A4 (square points) to be a scanned page; one whose size is not told may be one. */
export const LEAST_PAGE_AREA = 0.25 * 595 * 842;

/** What the pictures of a document gave that may be scanned pages. */
export interface ReadPictures {
  blocksOf: InnerBlocks;
  diagnostics: Extraction['diagnostics'];
  /** How many places pictures with text stand in. */
  read: number;
  /** Undefined where no picture may be a page. */
  fate?: PictureFate;
}

/**
 * Reads the pictures that fill a page of a document, scans put into it, as documents of their own.
 * @param names what the document calls them, one for each place a picture stands in
 * @param bytesOf a picture; null where it cannot be had
 */
export async function readPictures(
  names: readonly string[],
  bytesOf: (name: string) => Uint8Array | null,
  { readInner, recognition }: Pick<ReadOptions, 'readInner' | 'recognition'>,
): Promise<ReadPictures> {
  if (names.length === 0) return { blocksOf: () => [], diagnostics: [], read: 0 };
  if (!recognition || !readInner) return { blocksOf: () => [], diagnostics: [], read: 0, fate: 'left' };
  const pictures = new Map<string, Extraction>();
  for (const name of new Set(names)) {
    if (recognition.isSpent()) break;
    const read = await readPicture(() => bytesOf(name), readInner);
    if (read) pictures.set(name, read);
  }
  const isLeft = [...pictures.values()].some((read) => read.pictures === 'left');
  return {
    blocksOf: (name) => pictures.get(name)?.blocks ?? [],
    diagnostics: [...pictures.values()].flatMap(toldOf),
    read: names.filter((name) => (pictures.get(name)?.blocks.length ?? 0) > 0).length,
    fate: isLeft ? 'left' : 'read',
  };
}

/** A picture that is damaged where it is stored ends as one that is damaged itself. */
async function readPicture(
  bytesOf: () => Uint8Array | null,
  readInner: NonNullable<ReadOptions['readInner']>,
): Promise<Extraction | null> {
  try {
    const bytes = bytesOf();
    return bytes && (await readInner(bytes));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const { outcome, message } = error;
    return { format: 'picture', outcome, reason: message, blocks: [], diagnostics: [] };
  }
}

/** Of a picture that is damaged, what helps is to get the document anew; what else is advised is for files of their own. */
const wayOut = (outcome: Extraction['outcome']): string =>
  outcome === 'corrupt' ? `；${OUTCOME_TEXT.corrupt.advice}` : '';

/** What is said of pages of a picture is said of a picture in the text. */
const toldOf = ({ outcome, reason, blocks, diagnostics }: Extraction): Extraction['diagnostics'] => [
  ...(blocks.length > 0
    ? diagnostics.map(({ code, message }) => ({
        code,
        message: message.replace(/^第 \d+ 页/, '文中有一幅图片'),
      }))
    : []),
  ...(outcome === 'ok' || outcome === 'ignored' || outcome === 'empty'
    ? []
    : [
        {
          code: 'picture-not-recognized' as const,
          message: `文中有一幅图片没有识别：${reason ?? OUTCOME_TEXT[outcome].title}${wayOut(outcome)}`,
        },
      ]),
];
