import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { isGzip } from '../is-warc.js';

/** What a server answers (RFC 9112). */
export interface HttpMessage {
  status: number;
  /** Names in lower case; values one character a byte. */
  headers: ReadonlyMap<string, string>;
  /** Without the encodings it was sent in; null where it is too large. */
  body: Uint8Array | null;
}

export const MOST_HEADER = 256 * 1024;

/** Reads an answer as it was sent; of one that was too large to be kept nothing is known. */
export async function readMessage(sent: Uint8Array | null, mostBytes: number): Promise<HttpMessage> {
  if (sent === null) return { status: 200, headers: new Map(), body: null };
  const end = headerEnd(sent);
  const header = latin1(sent.subarray(0, end.at));
  const headers = headerFields(header);
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/.exec(header)?.[1] ?? 0);
  const body = sent.subarray(end.at + end.length);
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? withoutChunks(body) : body;
  return { status, headers, body: await decoded(whole, headers.get('content-encoding') ?? '', mostBytes) };
}

/** Programs that archive often unpack what they write, and leave the header as it was: what does not unpack stays as it is. */
async function decoded(bytes: Uint8Array, encoding: string, mostBytes: number): Promise<Uint8Array | null> {
  const decoder = decoderFor(encoding.trim().toLowerCase(), bytes);
  if (!decoder) return bytes;
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of Readable.from([Buffer.from(bytes)]).pipe(decoder)) {
      length += piece.length;
      if (length > mostBytes) return null;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return bytes;
    throw error;
  }
}

function decoderFor(encoding: string, bytes: Uint8Array) {
  if (/gzip/.test(encoding)) return isGzip(bytes) ? createGunzip() : null;
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return (bytes[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw();
  return null;
}

/** The body of a chunked message (RFC 9112, 7.1); one that is not chunked after all stays as it is. */
function withoutChunks(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf(10, at);
    const size = line < 0 ? '' : latin1(bytes.subarray(at, line)).trim().replace(/;.*$/, '');
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return pieces.length === 0 ? bytes : Buffer.concat(pieces);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(bytes.subarray(line + 1, line + 1 + length));
    at = line + 1 + length + 2;
  }
  return Buffer.concat(pieces);
}

/** One character a byte. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** Where the blank line behind a header stands, and how long it is; at the end, of no length, where there is none. */
export function headerEnd(bytes: Uint8Array): { at: number; length: number } {
  const text = latin1(bytes.subarray(0, MOST_HEADER));
  const found = /\r?\n\r?\n/.exec(text);
  return found ? { at: found.index, length: found[0].length } : { at: bytes.length, length: 0 };
}

/** Fields of a header by name in lower case; lines that go on are joined. */
export function headerFields(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}
