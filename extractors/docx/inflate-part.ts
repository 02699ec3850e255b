import { crc32, inflateRawSync } from 'node:zlib';
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
  const data = bytes.subarray(part.start, part.end);
  const steps = stepsOf(data, part.method);
  if (!steps) return 'method';
  let checksum = 0;
  for (const { chunks, consumed, sound } of steps) {
    for (const chunk of chunks) {
      budget.spendBytes(chunk.length);
      if (part.crc !== null) checksum = crc32(chunk, checksum);
      deliver(chunk);
    }
    if (!sound) return 'cut-off';
    progress?.(consumed, data.length);
  }
  return part.crc === null || part.crc === checksum ? null : 'checksum';
}

interface Step {
  chunks: Uint8Array[];
  /** Compressed bytes used up so far. */
  consumed: number;
  /** False when the data is not sound, or ends before its end. */
  sound: boolean;
}

function stepsOf(data: Uint8Array, method: number): Iterable<Step> | null {
  if (method === STORED) return [{ chunks: [data], consumed: data.length, sound: true }];
  if (method !== DEFLATED) return null;
  return inflateAtOnce(data) ?? inflateInSteps(data);
}

/** Small data, as most parts are, goes through zlib, which costs less to set up; null when it is large or not sound. */
function inflateAtOnce(data: Uint8Array): Step[] | null {
  if (data.length > STEP_BYTES) return null;
  try {
    return [{ chunks: [inflateRawSync(data)], consumed: data.length, sound: true }];
  } catch (error) {
    if (error instanceof Error && 'errno' in error) return null;
    throw error;
  }
}

function* inflateInSteps(data: Uint8Array): Generator<Step> {
  let chunks: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) chunks.push(chunk);
  });
  for (let at = 0; at < data.length; at += STEP_BYTES) {
    const consumed = Math.min(at + STEP_BYTES, data.length);
    // fflate keeps back what it has when the last piece is not whole: so the end is announced by itself.
    const sound =
      isSound(() => inflate.push(data.subarray(at, consumed), false)) &&
      (consumed < data.length || isSound(() => inflate.push(new Uint8Array(0), true)));
    yield { chunks, consumed, sound };
    chunks = [];
  }
}

/** Whether a step of fflate goes through; its errors carry a number. */
function isSound(push: () => void): boolean {
  try {
    push();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return false;
    throw error;
  }
}
