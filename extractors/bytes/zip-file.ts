import { inflateRawSync } from 'node:zlib';
import { type ByteSource, type ByteView, byteView, viewOf } from './byte-view.js';
import { LIMITS, LimitError, UnreadableError } from './limits.js';

export interface ZipEntry {
  /** Name as stored; which charset it is in, `utf8Name` and the extra field say. */
  nameBytes: Uint8Array;
  utf8Name: boolean;
  extra: Uint8Array;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  headerOffset: number;
}

const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
const ZIP64_COUNT_MARK = 0xffff;
/** A member that does not shrink may be as large as a file; a little more is what packing it may add. */
const MOST_PACKED = LIMITS.inputBytes + 1024 * 1024;

/**
 * Entries of a zip's central directory (APPNOTE.TXT 4.3), at most `most` of them.
 *
 * @throws UnreadableError `corrupt` when there is no central directory, or not the whole of it
 */
export function listZip(source: ByteSource, most = Number.POSITIVE_INFINITY): ZipEntry[] {
  const view = viewOf(source);
  const end = findEndRecord(view);
  if (end < 0) throw new UnreadableError('corrupt', 'zip 的目录缺失，文件可能没有下载完整');
  let at = view.u32(end + 16);
  if (at === ZIP64_MARK && view.u32(end - 20) === ZIP64_LOCATOR) at = u64(view, u64(view, end - 12) + 48);

  const entries: ZipEntry[] = [];
  while (view.u32(at) === CENTRAL_ENTRY && entries.length < most) {
    const flags = view.u16(at + 8);
    const nameEnd = at + 46 + view.u16(at + 28);
    const extraEnd = nameEnd + view.u16(at + 30);
    const extra = view.slice(nameEnd, extraEnd);
    const sizes = wideSizes(extra, view.u32(at + 24), view.u32(at + 20), view.u32(at + 42));
    entries.push({
      nameBytes: view.slice(at + 46, nameEnd),
      utf8Name: (flags & 0x800) !== 0,
      extra,
      encrypted: (flags & 1) !== 0,
      method: view.u16(at + 10),
      ...sizes,
    });
    at = extraEnd + view.u16(at + 32);
  }
  const claimed = view.u16(end + 10);
  if (entries.length < Math.min(claimed, most) && claimed !== ZIP64_COUNT_MARK) {
    throw new UnreadableError('corrupt', `zip 的目录损坏：${claimed} 个成员只找到 ${entries.length} 个`);
  }
  return entries;
}

/** Where the packed bytes of an entry begin: behind its local header (APPNOTE.TXT 4.3.7). */
export const packedAt = (view: ByteView, { headerOffset }: ZipEntry): number =>
  headerOffset + 30 + view.u16(headerOffset + 26) + view.u16(headerOffset + 28);

/**
 * Unpacks one entry, stopping as soon as more than `most` bytes have come out.
 *
 * @throws LimitError beyond `most`; UnreadableError `corrupt`, `encrypted` or `unsupported` (method)
 */
export function inflateEntry(source: ByteSource, entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) throw new UnreadableError('encrypted', '压缩包成员有密码');
  const view = viewOf(source);
  const start = packedAt(view, entry);
  if (entry.compressedSize > MOST_PACKED) throw new LimitError('压缩包成员过大');
  const packed = view.slice(start, start + entry.compressedSize);
  if (entry.method === 0) {
    if (packed.length > most) throw new LimitError('压缩包展开后过大');
    return packed;
  }
  if (entry.method !== 8) {
    throw new UnreadableError('unsupported', `压缩包成员使用不支持的压缩方法 ${entry.method}`);
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new LimitError('压缩包展开后过大');
    throw new UnreadableError('corrupt', '压缩包成员损坏，展不开');
  }
}

/** A number of 64 bits; beyond 2^53, where no file ends, it is not exact. */
const u64 = (view: ByteView, at: number): number => view.u32(at) + view.u32(at + 4) * 2 ** 32;

function findEndRecord(view: ByteView): number {
  const last = view.length - END_RECORD_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.u8(at) === 0x50 && view.u32(at) === END_RECORD) return at;
  }
  return -1;
}

/** Zip64 extra field 0x0001 holds, in this order, whichever of the values are marked as too great for 32 bits. */
function wideSizes(
  extra: Uint8Array,
  size: number,
  compressedSize: number,
  headerOffset: number,
): { compressedSize: number; headerOffset: number } {
  const view = byteView(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.u16(at + 2)) {
    if (view.u16(at) !== 1) continue;
    let next = at + 4 + (size === ZIP64_MARK ? 8 : 0);
    const wide = (value: number): number => {
      if (value !== ZIP64_MARK) return value;
      next += 8;
      return u64(view, next - 8);
    };
    return { compressedSize: wide(compressedSize), headerOffset: wide(headerOffset) };
  }
  return { compressedSize, headerOffset };
}
