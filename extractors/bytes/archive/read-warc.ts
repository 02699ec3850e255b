import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ByteSource, type ByteView, viewOf } from '../byte-view.js';
import { isGzip } from '../is-warc.js';
import { LIMITS, UnreadableError } from '../limits.js';
import {
  type HttpMessage,
  headerEnd,
  headerFields,
  latin1,
  MOST_HEADER,
  readMessage,
} from './http-message.js';

/** What a server answered, as an archive of the web has it (ISO 28500, `response` and `resource`). */
export interface ArchivedResponse extends HttpMessage {
  /** WARC-Target-URI */
  address: string;
  /** WARC-Date as it is written, which should be ISO. */
  fetched: string;
}

const PIECE = 64 * 1024;

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
      const fields = headerFields(header);
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
      const content = kind === 'response' ? await readMessage(block, mostBytes) : resourceOf(block, fields);
      yield { address, fetched, ...content };
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

/** A file by itself, without what a server said of it. */
function resourceOf(block: Uint8Array | null, fields: ReadonlyMap<string, string>): HttpMessage {
  const type = fields.get('content-type');
  return { status: 200, headers: new Map(type === undefined ? [] : [['content-type', type]]), body: block };
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
