import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './usage-error.js';

/**
 * Writes data, piece by piece, to the file named or to stdout. A file appears under its name only when it is whole. A
 * reader that stops early (`| head`) is no error.
 */
export async function writeOutput(pieces: Iterable<string | Uint8Array>, file?: string): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(pieces), process.stdout, { end: false }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      },
    );
    return;
  }
  const unfinished = `${file}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError(`写不进 ${file}：文件夹不存在。请先建好文件夹，或换一个 --output。`);
    }
    throw error;
  }
}
