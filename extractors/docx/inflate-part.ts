import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { ReadingBudget } from './reading-budget.js';
import type { ZipPart } from './zip-parts.js';

/** Deflate grows at most 1,032-fold, so that one step never inflates to more than 16 MB. */
const STEP_BYTES = 16 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** What is wrong with the data of a part; null when it is whole. */
export type PartDamage = 'cut-off' | 'checksum' | 'method' | null;

/**
 * Inflates one part piece by piece, so that a bomb stops at the limit and no whole copy is held. What can be inflated before
 * a damage is delivered. Throws LimitError when the budget is spent.
 *
 * @param progress called after each step with the compressed bytes consumed
 */
export function inflatePart(
  bytes: Uint8Array,
  part: ZipPart,
  budget: ReadingBudget,
  deliver: (chunk: Uint8Array) => void,
  progress?: (done: number, total: number) => void,
): PartDamage {
  if (part.method !== STORED && part.method !== DEFLATED) return 'method';
  const stream = part.method === DEFLATED ? new DeflatedStream() : new StoredStream();
  let checksum = 0;
  for (let at = part.start; at < part.end; at += STEP_BYTES) {
    const end = Math.min(at + STEP_BYTES, part.end);
    const sound = stream.push(bytes.subarray(at, end), end === part.end);
    for (const chunk of stream.take()) {
      budget.spendBytes(chunk.length);
      if (part.crc !== null) checksum = crc32(chunk, checksum);
      deliver(chunk);
    }
    if (!sound) return 'cut-off';
    progress?.(end - part.start, part.end - part.start);
  }
  return part.crc === null || part.crc === checksum ? null : 'checksum';
}

class StoredStream {
  private chunk: Uint8Array = new Uint8Array(0);

  push(data: Uint8Array): boolean {
    this.chunk = data;
    return true;
  }

  take(): Uint8Array[] {
    return [this.chunk];
  }
}

class DeflatedStream {
  private chunks: Uint8Array[] = [];
  private readonly inflate = new Inflate((chunk) => {
    if (chunk.length > 0) this.chunks.push(chunk);
  });

  /** False when the data is not sound, or ends before its end. */
  push(data: Uint8Array, last: boolean): boolean {
    try {
      this.inflate.push(data, false);
      // fflate keeps back what it has when the last piece is not whole: so the end is announced by itself.
      if (last) this.inflate.push(new Uint8Array(0), true);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && typeof error.code === 'number') return false;
      throw error;
    }
  }

  take(): Uint8Array[] {
    const { chunks } = this;
    this.chunks = [];
    return chunks;
  }
}
