import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { type ByteSource, type ByteView, viewOf } from '../byte-view.js';
import { isGzip } from '../is-warc.js';
import { LIMITS, UnreadableError } from '../limits.js';

/** What a server answered, as an archive of the web has it (ISO 28500, `response` and `resource`). */
export interface ArchivedResponse {
  /** WARC-Target-URI */
  address: string;
  /** WARC-Date, ISO. */
  fetched: string;
  status: number;
  /** Names in lower case; values one character a byte. */
  headers: ReadonlyMap<string, string>;
  /** Without the encodings it was sent in; null where it is too large. */
  body: Uint8Array | null;
}

const PIECE = 64 * 1024;
const MOST_HEADER = 256 * 1024;
/**
 * Responses of a WARC file in its order, one at a time; redirects and errors too, with their status. Other records (requests,
 * metadata, revisits) are passed over.
 * @param source plain or gzip, in one piece or record by record
 * @throws UnreadableError `corrupt` where it ends early or is none, after what could be read
 */
export async function* readWarc(
  source: ByteSource,
  mostBytes: number = LIMITS.inputBytes,
): AsyncGenerator<ArchivedResponse> {
  const view = viewOf(source);
  const input = new Pieces(piecesOf(view));
  try {
    for (;;) {
      const header = await input.header();
      if (header === null) return;
      const fields = fieldsOf(header);
      const length = Number(fields.get('content-length') ?? Number.NaN);
      if (!/^WARC\//.test(header) || !Number.isSafeInteger(length) || length < 0) {
        throw new UnreadableError('corrupt', 'WARC 文件损坏：记录的头部读不懂');
      }
      const kind = fields.get('warc-type');
      const address = fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
      const isWanted = (kind === 'response' || kind === 'resource') && /^https?:/i.test(address);
      const block = await input.take(length, isWanted && length <= mostBytes + MOST_HEADER);
      if (!isWanted) continue;
      const fetched = fields.get('warc-date') ?? '';
      yield { address, fetched, ...(await contentOf(kind === 'response', block, fields, mostBytes)) };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR_)/.test(String(error.code))) {
      throw new UnreadableError('corrupt', 'WARC 文件损坏或没有写完，展不开');
    }
    throw error;
  }
}

function piecesOf(view: ByteView): AsyncIterable<Buffer> {
  const raw = Readable.from(
    (function* () {
      for (let at = 0; at < view.length; at += PIECE) yield Buffer.from(view.slice(at, at + PIECE));
    })(),
  );
  if (!isGzip(view.slice(0, 2))) return raw;
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  return raw.pipe(unpacked);
}

async function contentOf(
  isResponse: boolean,
  block: Uint8Array | null,
  fields: ReadonlyMap<string, string>,
  mostBytes: number,
): Promise<Pick<ArchivedResponse, 'status' | 'headers' | 'body'>> {
  if (!isResponse) {
    const type = fields.get('content-type');
    return { status: 200, headers: new Map(type === undefined ? [] : [['content-type', type]]), body: block };
  }
  if (block === null) return { status: 200, headers: new Map(), body: null };
  const end = headerEnd(block);
  const header = latin1(block.subarray(0, end.at));
  const headers = fieldsOf(header);
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/.exec(header)?.[1] ?? 0);
  const sent = block.subarray(end.at + end.length);
  const whole = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? withoutChunks(sent) : sent;
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

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

function headerEnd(bytes: Uint8Array): { at: number; length: number } {
  const text = latin1(bytes.subarray(0, MOST_HEADER));
  const found = /\r?\n\r?\n/.exec(text);
  return found ? { at: found.index, length: found[0].length } : { at: bytes.length, length: 0 };
}

/** Fields of a header by name in lower case; lines that go on are joined. */
function fieldsOf(header: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of header.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** A stream of pieces, taken by header and by length. */
class Pieces {
  private rest: Uint8Array = new Uint8Array();
  private readonly pieces: AsyncIterator<Buffer>;

  constructor(pieces: AsyncIterable<Buffer>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** Up to the next blank line; null at the end. Blank lines before it belong to the record before. */
  async header(): Promise<string | null> {
    for (;;) {
      let from = 0;
      while (this.rest[from] === 13 || this.rest[from] === 10) from++;
      this.rest = this.rest.subarray(from);
      const end = headerEnd(this.rest);
      if (end.length > 0) {
        const header = latin1(this.rest.subarray(0, end.at));
        this.rest = this.rest.subarray(end.at + end.length);
        return header;
      }
      if (this.rest.length > MOST_HEADER)
        throw new UnreadableError('corrupt', 'WARC 文件损坏：记录的头部太长');
      if (!(await this.more())) {
        if (this.rest.length === 0) return null;
        throw new UnreadableError('corrupt', 'WARC 文件没有写完');
      }
    }
  }

  /** So many bytes; null where they are not to be kept. */
  async take(length: number, isKept: boolean): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = [];
    let left = length;
    while (left > 0) {
      if (this.rest.length === 0 && !(await this.more()))
        throw new UnreadableError('corrupt', 'WARC 文件没有写完');
      const piece = this.rest.subarray(0, left);
      if (isKept) pieces.push(piece);
      left -= piece.length;
      this.rest = this.rest.subarray(piece.length);
    }
    return isKept ? Buffer.concat(pieces) : null;
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.pieces.next();
    if (done) return false;
    this.rest = this.rest.length === 0 ? value : Buffer.concat([this.rest, value]);
    return true;
  }
}
