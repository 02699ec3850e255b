import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../model/import-record.js';
import type { Outcome } from '../../model/outcome.js';
import type { DocumentSink } from '../../model/ports/documents.js';
import type { JobEnd, Queue, QueuedFile, ReadingLane } from '../../model/ports/queue.js';
import { shownPath } from '../files/shown-path.js';
import type { BatchWriter } from '../import/batch-writer.js';
import type { ReportImport } from '../import/import-event.js';
import { ImportFlow } from '../import/import-flow.js';
import { ImportRun } from '../import/import-run.js';
import { emptySummary, type ImportSummary } from '../import/import-summary.js';
import { awaitsPictures } from '../import/needs-reading.js';
import { identifyContent } from '../inputs/identify-content.js';
import { knownFromOutside } from '../inputs/known-from-outside.js';
import type { ReaderPool } from '../reading/reader-pool.js';

/** What a worker has in common for all the files it reads. */
export interface ReadingPlace {
  queue: Queue;
  sink: DocumentSink;
  writer: BatchWriter;
  readers: Record<ReadingLane, ReaderPool>;
  unpackers: ReaderPool;
  /** Folder for bytes out of the queue. */
  folder: string;
  /** Folder that keeps the bytes of every file read. */
  sources?: string;
  signal: AbortSignal;
  report?: ReportImport;
}

export type QueuedResult =
  /**
   * `contents`: that of the file and, of an archive, those in it; `awaitsPictures`: its pictures, or those of a file in it, are still
   * to be read; `unread`: what was not read and waits for nobody.
   */
  | {
      kind: 'read';
      contents: string[];
      summary: ImportSummary;
      unread: Failure[];
      aside: JobEnd['aside'];
      awaitsPictures: boolean;
    }
  | { kind: 'stopped' }
  /** Nothing was read, for people; `isFinal`: nor would it be another time, or on another host. */
  | { kind: 'failed'; reason: string; isFinal: boolean };

/** Over which a reader died twice. */
const DEATHS: readonly Outcome[] = ['timeout', 'oom', 'crash'];

/**
 * Reads one file out of a queue into the store, the way of every import: an archive with all its members, what kills its reader
 * a second time in a new one.
 * @param lane `text`: pictures are left; `ocr`: they are read as the file says
 * @throws what the sink throws
 */
export async function readQueued(
  file: QueuedFile,
  lane: ReadingLane,
  place: ReadingPlace,
): Promise<QueuedResult> {
  if (lane === 'ocr' && (await isReplaced(file, place.sink))) return NOTHING_TO_READ;
  if (!file.isKept) return readAt(file.file, file, lane, place);
  const bytes = await place.queue.kept(file.sha256);
  if (bytes === null)
    return {
      kind: 'failed',
      reason: '队列里没有这个文件的内容了；请再 import --queue --sources 一次',
      isFinal: true,
    };
  const at = join(place.folder, randomUUID());
  try {
    await writeFile(at, bytes);
    return await readAt(at, file, lane, place);
  } finally {
    await rm(at, { force: true });
  }
}

/** Another content was seen at its path since: to read its pictures now would put it back there. */
async function isReplaced({ sha256, path }: QueuedFile, sink: DocumentSink): Promise<boolean> {
  const known = await sink.known(sha256);
  return known?.paths.find((each) => each.path === path)?.isReplaced ?? false;
}

const ELSEWHERE = '请让这台机器在同一绝对路径看得到它，或用 import --queue --sources 把内容也放进队列';

const NOTHING_TO_READ: QueuedResult = {
  kind: 'read',
  contents: [],
  summary: emptySummary(),
  unread: [],
  aside: [],
  awaitsPictures: false,
};

async function readAt(
  at: string,
  file: QueuedFile,
  lane: ReadingLane,
  { sink, writer, readers, unpackers, signal, sources, report }: ReadingPlace,
): Promise<QueuedResult> {
  const identity = await identifyContent(at, file.path);
  const shown = shownPath(file.file);
  if ('failure' in identity) {
    const { reason } = identity.failure;
    return { kind: 'failed', reason: `${reason ?? '打不开'}（${shown}）；${ELSEWHERE}`, isFinal: false };
  }
  if (identity.sha256 !== file.sha256) {
    const reason = `文件在排队以后改变（${shown}）；请再运行同一条 import --queue`;
    return { kind: 'failed', reason, isFinal: true };
  }
  const known = knownFromOutside(file.hints, file.rows);
  const outside = (path: string) => known(file.file + path.slice(file.path.length));
  const ocr = lane === 'ocr' ? file.ocr : 'off';
  const run = new ImportRun(sink, report, writer);
  const flow = new ImportFlow({
    ...{ sink, run, unpackers, signal, outside, ocr, sources },
    readers: readers[lane],
  });
  try {
    run.expect(1);
    const { path, ignored } = file;
    flow.addContent({
      ...identity,
      ...outside(path),
      path,
      file: at,
      ignored,
      release: async () => undefined,
    });
    await flow.caughtUp();
  } finally {
    await flow.close();
  }
  const summary = run.ended();
  if (summary.left > 0) return { kind: 'stopped' };
  const aside = summary.failures.flatMap(({ path, outcome, reason }) =>
    outcome !== 'unreadable' && DEATHS.includes(outcome) ? [{ path, reason: reason ?? '' }] : [],
  );
  const members = (await sink.knownArchive(file.sha256)) ?? [];
  const contents = [file.sha256, ...members.map(({ sha256 }) => sha256)];
  const awaits = lane === 'text' && file.ocr !== 'off' && (await hasPicturesLeft(contents, file.ocr, sink));
  const unread = summary.failures.filter(({ outcome }) => !awaits || outcome !== 'needs-ocr');
  return { kind: 'read', contents, summary, unread, aside, awaitsPictures: awaits };
}

async function hasPicturesLeft(
  contents: readonly string[],
  ocr: QueuedFile['ocr'],
  sink: DocumentSink,
): Promise<boolean> {
  for (const content of contents) {
    const known = await sink.known(content);
    if (known && awaitsPictures(known, ocr)) return true;
  }
  return false;
}
