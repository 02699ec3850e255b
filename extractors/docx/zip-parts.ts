import { byteView } from '../bytes/byte-view.js';
import { LIMITS, LimitError, UnreadableError } from '../bytes/limits.js';
import { listZip } from '../bytes/zip-file.js';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const FLAG_ENCRYPTED = 1;
const FLAG_SIZES_FOLLOW = 8;

/** A member of the archive: where its compressed bytes lie. */
export interface ZipPart {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  start: number;
  end: number;
  /** CRC-32 of the inflated bytes; null where the local header does not give it. */
  crc: number | null;
}

export interface ZipParts {
  /** By part name: lower case, forward slashes, no leading slash (OPC names are case-insensitive). */
  parts: Map<string, ZipPart>;
  /** The directory is missing or wrong (a cut-off file); parts were found by their local headers. */
  salvaged: boolean;
}

export const partName = (name: string): string =>
  name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/**
 * Finds the parts of a zip archive without inflating anything; a lost directory is replaced by a scan for local headers.
 * Throws LimitError when there are more members than `LIMITS.archiveMembers`.
 */
export function findZipParts(bytes: Uint8Array): ZipParts {
  const listed = listedParts(bytes);
  if (listed) return { parts: byName(listed), salvaged: false };
  return { parts: byName(scannedParts(bytes)), salvaged: true };
}

function byName(found: Iterable<ZipPart>): Map<string, ZipPart> {
  const parts = new Map<string, ZipPart>();
  for (const part of found) {
    const key = partName(part.name);
    if (!parts.has(key)) parts.set(key, part);
    if (parts.size > LIMITS.archiveMembers)
      throw new LimitError(`压缩包成员超过 ${LIMITS.archiveMembers} 个`);
  }
  return parts;
}

/** Parts by the central directory; null where it is missing or points at something else than local headers. */
function listedParts(bytes: Uint8Array): ZipPart[] | null {
  try {
    const parts: ZipPart[] = [];
    for (const entry of listZip(bytes, LIMITS.archiveMembers + 1)) {
      const part = partAt(bytes, entry.headerOffset, entry.compressedSize);
      if (!part) return null;
      parts.push(part);
    }
    return parts.length > 0 ? parts : null;
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function* scannedParts(bytes: Uint8Array): Generator<ZipPart> {
  for (let at = nextHeader(bytes, 0); at < bytes.length; ) {
    const part = partAt(bytes, at, null);
    if (part) yield part;
    at = nextHeader(bytes, part?.end ?? at + 1);
  }
}

/** The part whose local header stands at an offset; null when none does. Without a size it ends where the next begins. */
function partAt(bytes: Uint8Array, at: number, knownSize: number | null): ZipPart | null {
  const view = byteView(bytes);
  if (view.u32(at) !== LOCAL_HEADER) return null;
  const nameEnd = at + LOCAL_HEADER_BYTES + view.u16(at + 26);
  const start = nameEnd + view.u16(at + 28);
  const flags = view.u16(at + 6);
  const sizesHere = (flags & FLAG_SIZES_FOLLOW) === 0;
  const size = knownSize ?? (sizesHere ? view.u32(at + 18) : null);
  return {
    name: new TextDecoder().decode(view.slice(at + LOCAL_HEADER_BYTES, nameEnd)),
    method: view.u16(at + 8),
    encrypted: (flags & FLAG_ENCRYPTED) !== 0,
    start,
    end: size === null ? nextHeader(bytes, start) : Math.min(start + size, bytes.length),
    crc: sizesHere ? view.u32(at + 14) : null,
  };
}

function nextHeader(bytes: Uint8Array, from: number): number {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('PK\u0003\u0004', from);
  return found < 0 ? bytes.length : found;
}
