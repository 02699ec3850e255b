import type { Extraction } from '../src/model/grid.js';
import { readersFor } from './formats.js';
import { LIMITS, LimitError, UnreadableError } from './limits.js';
import type { Reader, ReadOptions } from './reader.js';
import { type Container, sniff } from './sniff.js';

/**
 * Reads the bytes of one file with the reader that recognizes them; the file's name plays no part. What the file is to
 * blame for (damaged, encrypted, too large, of a kind that is not read) comes back as the outcome of an Extraction;
 * anything thrown is a fault of the program.
 */
export async function readBytes(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const container = sniff(bytes);
  try {
    if (bytes.length > LIMITS.inputBytes)
      throw new LimitError(`文件超过 ${LIMITS.inputBytes / 1024 / 1024} MB`);
    const reader = await pickReader(container, bytes);
    return await reader.read(bytes, options);
  } catch (error) {
    const ending = endingOf(error);
    return { format: container, ...ending, blocks: [], diagnostics: [] };
  }
}

async function pickReader(container: Container, bytes: Uint8Array): Promise<Reader> {
  let best: Reader | undefined;
  let surest = 0;
  for (const reader of await readersFor(container)) {
    const sure = reader.recognize(bytes);
    if (sure > surest) [best, surest] = [reader, sure];
  }
  if (!best) throw unread(container);
  return best;
}

function unread(container: Container): UnreadableError {
  if (container === 'empty') return new UnreadableError('empty', '文件长度为 0');
  if (container === 'image') return new UnreadableError('ignored', '文件是图片');
  return new UnreadableError('unsupported', '文件内容不是能读取的格式');
}

function endingOf(error: unknown): Pick<Extraction, 'outcome' | 'reason'> {
  if (error instanceof UnreadableError) return { outcome: error.outcome, reason: error.message };
  if (error instanceof LimitError) return { outcome: 'limit', reason: error.message };
  throw error;
}
