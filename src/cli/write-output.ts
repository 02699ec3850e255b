import { createWriteStream } from 'node:fs';
import { lstat, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './usage-error.js';

type Pieces = Iterable<string | Uint8Array>;

/**
 * Writes data, piece by piece, to the file named or to stdout: the one way every file a person names is written. An ordinary
 * file appears under its name only when it is whole. What is no ordinary file (a device, a pipe, a link) is written through
 * and never replaced. A reader that stops early (`| head`) is no error.
 * @throws UsageError where the name is a folder, or stands in a folder that does not exist
 */
export async function writeOutput(pieces: Pieces, file?: string): Promise<void> {
  if (file === undefined) {
    return pipeline(Readable.from(pieces), process.stdout, { end: false }).catch(ignoreClosedReader);
  }
  try {
    if (await mayBeReplaced(file)) await writeWhole(pieces, file);
    else await pipeline(Readable.from(pieces), createWriteStream(file)).catch(ignoreClosedReader);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new UsageError(`写不进 ${file}：文件夹不存在。请先建好文件夹，或换一个文件名。`);
    }
    if (code === 'EISDIR') throw new UsageError(`写不进 ${file}：它是文件夹。请换一个文件名。`);
    throw error;
  }
}

/** Whether nothing stands under the name, or an ordinary file does; a link is looked at itself, not where it leads. */
async function mayBeReplaced(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

async function writeWhole(pieces: Pieces, file: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await rm(unfinished, { force: true });
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
