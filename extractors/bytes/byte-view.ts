/** Little-endian reads that answer 0 past the end: what is cut off reads as nothing. */
export interface ByteView {
  length: number;
  u8(at: number): number;
  u16(at: number): number;
  i16(at: number): number;
  u32(at: number): number;
  i32(at: number): number;
  slice(from: number, to: number): Uint8Array;
}

/** Bytes in memory, or a view that fetches them as they are asked for. */
export type ByteSource = Uint8Array | ByteView;

export const viewOf = (source: ByteSource): ByteView =>
  source instanceof Uint8Array ? byteView(source) : source;

export const byteView = (bytes: Uint8Array): ByteView =>
  viewBy(
    bytes.length,
    (at) => bytes[at] ?? 0,
    (from, to) => bytes.subarray(Math.max(0, from), Math.max(0, from, to)),
  );

/** The view on bytes that `u8` gives one by one and `slice` in one piece. */
export function viewBy(length: number, u8: ByteView['u8'], slice: ByteView['slice']): ByteView {
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  const i32 = (at: number): number => u16(at) | (u16(at + 2) << 16);
  return {
    length,
    u8,
    u16,
    i16: (at) => (u16(at) << 16) >> 16,
    u32: (at) => i32(at) >>> 0,
    i32,
    slice,
  };
}
