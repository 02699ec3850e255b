import { createReadStream } from 'node:fs';
import { decodeText } from '../../../extractors/bytes/charset.js';
import { UserError } from '../../model/facts/user-error.js';
import { MissingPathError } from '../files/missing-path-error.js';
import { NOT_A_FILE } from '../files/open-regular.js';

/** SQLite takes no longer statement. */
const MOST_BYTES = 1_000_000;

/**
 * A statement of SQL from a file (also a pipe) or a stream, in UTF-8 or GB18030.
 * @throws MissingPathError; UserError of a folder, and where it is blank or too long to be one; what the file system throws
 */
export async function readQuery(source: string | AsyncIterable<Buffer | string>): Promise<string> {
  const name = typeof source === 'string' ? source : '标准输入';
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of typeof source === 'string' ? piecesOf(source) : source) {
    pieces.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new UserError(`${name} 超过 1 MB，不是一条 SQL 语句`);
  }
  const { text } = decodeText(Buffer.concat(pieces));
  if (text.trim() === '') throw new UserError(`${name} 里没有 SQL 语句`);
  return text;
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new MissingPathError([file]);
    // A folder is opened like a file, and only reading it fails.
    if (code === 'EISDIR') throw new UserError(`${file} ${NOT_A_FILE.EISDIR}`);
    throw error;
  }
}
