import { LimitError, UnreadableError } from '../../../extractors/bytes/limits.js';
import { drawnPagesOf } from '../../../extractors/formats.js';
import { drawPdfPage, setSubstituteFont } from '../../../extractors/pdf/draw-pdf.js';
import type { DrawnPages } from '../../../extractors/printed/drawn-pages.js';
import type { PageBox } from '../../model/grid.js';
import { serveJobs } from '../../processes/serve-jobs.js';
import { privateBoxes } from '../reading/private-boxes.js';
import type { DrawAnswer, DrawJob, DrawTask } from './draw-job.js';
import { encodePng } from './encode-png.js';
import { findChineseFont } from './find-chinese-font.js';
import { findSourceBytes } from './find-source-bytes.js';
import { outlineBoxes } from './outline-boxes.js';
import { turnedPicture } from './turned-picture.js';

/** A document ready to be drawn. */
interface Drawable {
  sha256: string;
  bytes: Uint8Array;
  drawn: DrawnPages;
  pages: number;
  unread: ReadonlySet<number>;
  private: readonly PageBox[];
}

/** The document of the last job: readers turn its pages. */
let current: Drawable | null = null;

setSubstituteFont(findChineseFont());

serveJobs<DrawTask>(async (job, { progress }) => {
  try {
    const document = current?.sha256 === job.sha256 ? current : await open(job, () => progress(null));
    current = document;
    return document ? await draw(document, job) : { kind: 'gone' };
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof LimitError) {
      return { kind: 'not-drawn', reason: error.message };
    }
    throw error;
  }
});

async function open({ sha256, places }: DrawJob, progress: () => void): Promise<Drawable | null> {
  const bytes = await findSourceBytes(sha256, places);
  const drawn = bytes && (await drawnPagesOf(bytes));
  if (!bytes || !drawn) return null;
  const { readings, pages, unread } = await drawn.letters(bytes, progress);
  return { sha256, bytes, drawn, pages, unread: new Set(unread), private: readings.flatMap(privateBoxes) };
}

async function draw(document: Drawable, { page, recognized, outlined }: DrawJob): Promise<DrawAnswer> {
  if (page < 1 || page > document.pages) return { kind: 'no-page' };
  const read = recognized.find((each) => each.page === page);
  if (document.unread.has(page) && !read) {
    return { kind: 'not-drawn', reason: '这一页没有可读的文字，无法遮盖其中可能有的姓名电话' };
  }
  const printed = document.private.flatMap((own) => (own.page === page ? [own.box] : []));
  const covers = [...printed, ...(read?.covers ?? [])].map(([left, top, right, bottom]) => ({
    left,
    top,
    right,
    bottom,
  }));
  const inPdf = await document.drawn.pdfPage(document.bytes, page);
  const picture = inPdf && (await drawPdfPage(inPdf.bytes, inPdf.page, covers));
  return picture
    ? { kind: 'page', png: encodePng(outlineBoxes(turnedPicture(picture, read?.quarters ?? 0), outlined)) }
    : { kind: 'not-drawn', reason: '这一页已损坏，无法载入' };
}
