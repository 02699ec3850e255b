import { createHash } from 'node:crypto';

/** Hash of the parts one after the other. */
export function digest(hash: string, ...parts: Uint8Array[]): Buffer {
  const sum = createHash(hash);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

/** A number as the formats of Office hash it: four bytes, the least first. */
export function numberOf(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
