import { stat } from 'node:fs/promises';
import { hasDrawnPages } from '../../../extractors/formats.js';
import type { ReadDocument, RecognizedPage } from '../../model/document.js';
import type { Documents } from '../../model/ports/documents.js';
import { ProcessPool } from '../../processes/process-pool.js';
import type { ProcessLimits } from '../../processes/watch-limits.js';
import { DRAW_ENTRY } from '../entries.js';
import { sourcePath, sourcesFolder } from '../inputs/keep-source.js';
import { READING_LIMITS } from '../reading/reading-limits.js';
import type { DrawAnswer, DrawTask, SourcePlace } from './draw-job.js';
import type { ShareBox } from './outline-boxes.js';

/** Draws pages of stored documents in a process of its own, from the files they were read from or their kept sources. */
export interface PageDrawer {
  /** A page, from 1, with these boxes outlined; the last ones are kept. */
  draw(sha256: string, page: number, outlined?: readonly ShareBox[]): Promise<DrawAnswer>;
  /** Are documents of a format of printed pages that can be drawn? */
  draws(format: string): boolean;
  /** Has a document pages that can be drawn, and does a file stand where its bytes should be? */
  canDraw(document: Pick<ReadDocument, 'format' | 'pages' | 'sha256'>): Promise<boolean>;
  /** Does a file stand where the bytes should be? Their content is only looked at when they are drawn. */
  hasSource(sha256: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Somebody waits for the page. */
const LIMITS: ProcessLimits = { ...READING_LIMITS, stallMs: 20_000, totalMs: 60_000 };
const KEPT_BYTES = 64 * 1024 * 1024;

/** @param store Its documents are drawn, and nothing else; kept sources are those beside it. */
export function openPageDrawer(
  store: Pick<Documents, 'known' | 'reading'> & { path: string },
  entry = DRAW_ENTRY,
): PageDrawer {
  const pool = new ProcessPool<DrawTask>({ entry, title: '绘图进程', jobs: 1, limits: LIMITS });
  const pages = new Map<string, Promise<DrawAnswer>>();
  const sizes = new Map<string, number>();

  const forget = (key: string): void => {
    pages.delete(key);
    sizes.delete(key);
  };
  const keep = (key: string, { png }: Extract<DrawAnswer, { kind: 'page' }>): void => {
    sizes.set(key, png.length);
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [oldest, size] of [...sizes]) {
      if (total <= KEPT_BYTES) break;
      forget(oldest);
      total -= size;
    }
  };
  const placesOf = async (sha256: string): Promise<SourcePlace[]> => {
    const known = await store.known(sha256);
    if (!known) return [];
    const kept = sourcePath(sourcesFolder(store.path), sha256);
    const paths = new Set([known.readAs, ...known.paths.map(({ path }) => path)]);
    return [{ file: kept, path: kept }, ...[...paths].map((path) => ({ file: fileOf(path), path }))];
  };
  const recognizedPages = async (sha256: string): Promise<readonly RecognizedPage[]> => {
    const known = await store.known(sha256);
    return known?.pictures ? ((await store.reading(sha256))?.recognized ?? []) : [];
  };
  const drawAnew = async (
    sha256: string,
    page: number,
    outlined: readonly ShareBox[],
  ): Promise<DrawAnswer> => {
    const recognized = await recognizedPages(sha256);
    const result = await pool.run({ sha256, page, outlined, recognized, places: await placesOf(sha256) });
    if (result.kind === 'done') return result.answer;
    if (result.kind === 'died') return { kind: 'not-drawn', reason: result.reason };
    if (result.kind === 'stopped') return { kind: 'not-drawn', reason: '本站正在停下' };
    throw new Error(`drawing page ${page} of ${sha256.slice(0, 12)}: ${result.message}`);
  };
  const hasSource = async (sha256: string): Promise<boolean> => {
    for (const { file } of await placesOf(sha256)) if (await isFile(file)) return true;
    return false;
  };
  return {
    draw: async (sha256, page, outlined = []) => {
      const key = `${sha256}/${page}/${outlined.join(';')}`;
      const drawing = pages.get(key) ?? drawAnew(sha256, page, outlined);
      forget(key);
      pages.set(key, drawing);
      try {
        const answer = await drawing;
        if (answer.kind === 'page') keep(key, answer);
        else forget(key);
        return answer;
      } catch (error) {
        forget(key);
        throw error;
      }
    },
    draws: hasDrawnPages,
    canDraw: async ({ format, pages: sizes, sha256 }) =>
      hasDrawnPages(format) && sizes !== undefined && (await hasSource(sha256)),
    hasSource,
    close: () => pool.close(),
  };
}

/** The file on disk: for a member, its archive. */
const fileOf = (path: string): string => path.split('!/')[0] ?? path;

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true;
}
