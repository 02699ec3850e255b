import { setMaxListeners } from 'node:events';
import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { HTTPException } from 'hono/http-exception';
import { openSpool } from '../../pipeline/files/spool.js';
import { isSystemFile } from '../../pipeline/files/system-names.js';
import type { InputFile } from '../../pipeline/inputs/list-inputs.js';
import { uploadedPath } from './uploaded-path.js';

/** What one upload may hold. */
export const UPLOAD_LIMITS = { bytes: 2 * 1024 ** 3, files: 10_000 } as const;

const FORM_LIMITS = { fields: 20, fieldSize: 1000, fieldNameSize: 100, headerPairs: 50, headerSize: 16_384 };

export interface Upload {
  files: InputFile[];
  /** Other fields of the form; of a repeated one the last. */
  fields: ReadonlyMap<string, string>;
  /** Holds the files, under their numbers. */
  folder: string;
  /** Removes the files. */
  release: () => Promise<void>;
}

/**
 * Writes the files of a multipart form to disk as they arrive, in a new folder, under names of its own. What is refused is
 * taken to its end all the same: a connection that ends while the sender still sends shows him no answer.
 * @param within where the folder is made
 * @throws HTTPException 400 for what is no such form, 413 beyond the limits, 507 where the disk is full; nothing is left then
 */
export async function receiveUpload(
  request: Request,
  within: string,
  limits = UPLOAD_LIMITS,
): Promise<Upload> {
  if (Number(request.headers.get('content-length')) > limits.bytes) throw tooLarge(limits.bytes);
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    throw new HTTPException(400, { message: '没有收到文件；请用导入页的表单上传' });
  }
  const spool = await openSpool(within);
  try {
    const received = await receive(request.body as ReadableStream, type, spool.folder, limits);
    return { ...received, folder: spool.folder, release: spool.remove };
  } catch (error) {
    await spool.remove();
    throw asAnswer(error);
  }
}

async function receive(
  body: ReadableStream,
  type: string,
  folder: string,
  limits: typeof UPLOAD_LIMITS,
): Promise<Pick<Upload, 'files' | 'fields'>> {
  const files: InputFile[] = [];
  const fields = new Map<string, string>();
  const writes: Promise<void>[] = [];
  const broken = new AbortController();
  const { signal } = broken;
  // Every file on its way to the disk listens.
  setMaxListeners(0, signal);
  const parser = new Busboy({
    headers: { 'content-type': type },
    preservePath: true,
    // A field without a chosen file is sent as a file without a name.
    isPartAFile: (_, __, name) => name !== undefined && name !== '',
    limits: { ...FORM_LIMITS, files: limits.files },
  });
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (_, stream, name) => {
    const path = uploadedPath(name);
    if (path === null) return void stream.resume();
    const file = join(folder, String(files.length));
    files.push({ path, file, ignored: path.split('/').length > 2 && isSystemFile(basename(path)) });
    const write = pipeline(stream, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal });
    writes.push(write.catch((error: unknown) => broken.abort(error)));
  });
  parser.on('filesLimit', () => {
    const message = `一次最多上传 ${limits.files.toLocaleString('zh-CN')} 个文件；可打成压缩包，或分几次`;
    broken.abort(new HTTPException(413, { message }));
  });
  const sent = Readable.fromWeb(body);
  try {
    await pipeline(counted(sent, limits.bytes), parser, { signal });
  } catch (error) {
    broken.abort(error);
  }
  await Promise.all(writes);
  if (signal.aborted) await takeRest(sent, limits.bytes);
  if (signal.aborted) throw signal.reason;
  return { files, fields };
}

/** The pieces of what is sent, which stays open when they are not wanted any more. @throws HTTPException 413 beyond the limit */
async function* counted(sent: Readable, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of sent.iterator({ destroyOnReturn: false })) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge(most);
    yield piece;
  }
}

/** Takes what is still sent, up to a limit; a sender that is gone has nothing more to say. */
async function takeRest(sent: Readable, most: number): Promise<void> {
  try {
    let bytes = 0;
    for await (const piece of sent) {
      bytes += piece.length;
      if (bytes > most) return;
    }
  } catch (error) {
    if (!sent.destroyed) throw error;
  }
}

const tooLarge = (most: number): HTTPException =>
  new HTTPException(413, {
    message: `一次最多上传 ${most / 1024 ** 3} GB；可分几次上传，或在本机用 mingzhang import 读入`,
  });

/** What goes wrong while parsing is the form's fault (it was cut off, or is none), unless it is the program's or the disk's. */
function asAnswer(error: unknown): unknown {
  if (error instanceof HTTPException || error instanceof TypeError || error instanceof RangeError)
    return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC')
    return new HTTPException(507, { message: '磁盘已满，文件没有存下；请腾出空间后再上传' });
  if (code !== undefined && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET') return error;
  return new HTTPException(400, { message: '上传的内容不完整，没有存下；请再上传一次', cause: error });
}
