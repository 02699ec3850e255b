import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { Pieces } from '../row.js';

/** A file of an archive, in pieces. */
export interface ZippedPart {
  name: string;
  pieces: Pieces;
}

/** Instead of the time of writing: the same parts are the same bytes. The first a zip file can tell. */
const NO_CLOCK = new Date(1980, 0, 1);
const DEFLATED = 8;
/** A sheet repeats itself so much that searching longer makes it a sixth smaller and takes more than three times as long. */
const LEVEL = 2;

/** A zip file of these parts in their order, in pieces; no part is held as a whole. */
export async function* zipParts(parts: AsyncIterable<ZippedPart>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, data) => {
    if (error) failure = error;
    else ready.push(data);
  });
  const taken = function* (): Generator<Uint8Array> {
    if (failure) throw failure;
    yield* ready.splice(0);
  };
  for await (const { name, pieces } of parts) {
    const file: ZipInputFile = { filename: name, crc: 0, size: 0, compression: DEFLATED, mtime: NO_CLOCK };
    zip.add(file);
    const deflate = createDeflateRaw({ level: LEVEL });
    const source = Readable.from(counted(pieces, file));
    source.on('error', (error) => deflate.destroy(error));
    for await (const chunk of source.pipe(deflate)) {
      file.ondata?.(null, chunk as Uint8Array<ArrayBuffer>, false);
      yield* taken();
    }
    file.ondata?.(null, new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The pieces as bytes, noting sum and size. */
async function* counted(pieces: Pieces, file: ZipInputFile): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    file.crc = crc32(bytes, file.crc);
    file.size = (file.size ?? 0) + bytes.length;
    yield bytes;
  }
}
