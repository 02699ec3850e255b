import type { Extraction } from '../src/model/grid.js';
import { LIMITS, LimitError, UnreadableError } from './bytes/limits.js';
import { openOle } from './bytes/ole-file.js';
import { isProtected, refusal } from './bytes/refusal.js';
import { repackage } from './bytes/repackage.js';
import { type Container, sniff } from './bytes/sniff.js';
import { readersFor } from './formats.js';
import type { Reader, ReadOptions } from './reader.js';

/**
 * Reads the bytes of one file with the reader that recognizes them; the file's name plays no part. What the file is to
 * blame for (damaged, encrypted, too large, of a kind that is not read) comes back as the outcome of an Extraction;
 * anything thrown is a fault of the program.
 */
export const readBytes = (bytes: Uint8Array, options: ReadOptions): Promise<Extraction> =>
  readAt(0, bytes, options);

/** @param depth how many documents this one stands in */
async function readAt(depth: number, bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  let format = 'unknown';
  try {
    if (bytes.length > LIMITS.inputBytes) {
      throw new LimitError(`文件超过 ${LIMITS.inputBytes / 1024 / 1024} MB`);
    }
    const content = repackage(bytes);
    const container = sniff(content);
    format = container;
    const reader = await pickReader(container, content);
    format = reader.format;
    const readInner =
      depth < LIMITS.archiveDepth ? (inner: Uint8Array) => readAt(depth + 1, inner, options) : undefined;
    return await reader.read(content, { ...options, readInner });
  } catch (error) {
    const ending = endingOf(error);
    const pictures = ending.outcome === 'needs-ocr' ? { pictures: 'left' as const } : {};
    return { format, ...ending, ...pictures, blocks: [], diagnostics: [] };
  }
}

/** What a reader answers that leaves no room for another. */
const CERTAIN = 1;

/** The reader that is surest. One that finds the container itself damaged leaves the choice to the others. */
async function pickReader(container: Container, bytes: Uint8Array): Promise<Reader> {
  if (container === 'ole' && isProtected(openOle(bytes))) throw refusal(container, bytes);
  let best: Reader | undefined;
  let surest = 0;
  for (const reader of await readersFor(container)) {
    const sure = sureness(reader, bytes);
    if (sure > surest) [best, surest] = [reader, sure];
    if (surest === CERTAIN) break;
  }
  if (!best) throw refusal(container, bytes);
  return best;
}

function sureness(reader: Reader, bytes: Uint8Array): number {
  try {
    return reader.recognize(bytes);
  } catch (error) {
    if (error instanceof UnreadableError) return 0;
    throw error;
  }
}

function endingOf(error: unknown): Pick<Extraction, 'outcome' | 'reason'> {
  if (error instanceof UnreadableError) return { outcome: error.outcome, reason: error.message };
  if (error instanceof LimitError) return { outcome: 'limit', reason: error.message };
  throw error;
}
