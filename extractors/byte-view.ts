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

export function byteView(bytes: Uint8Array): ByteView {
  const u8 = (at: number): number => bytes[at] ?? 0;
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  const i32 = (at: number): number => u16(at) | (u16(at + 2) << 16);
  return {
    length: bytes.length,
    u8,
    u16,
    i16: (at) => (u16(at) << 16) >> 16,
    u32: (at) => i32(at) >>> 0,
    i32,
    slice: (from, to) => bytes.subarray(Math.max(0, from), Math.max(0, from, to)),
  };
}
