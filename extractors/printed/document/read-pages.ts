import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { PageSize, PictureFate, TurnedPage } from '../../../src/model/grid.js';
import { pagePlace } from '../../../src/model/place.js';
import { UnreadableError } from '../../bytes/limits.js';
import type { ReadOptions } from '../../reader.js';
import { type PageBlocks, readPageBlocks, releaseFrames } from '../layout/page-blocks.js';
import { dropDoubledGlyphs } from '../page/doubled-glyphs.js';
import type { PageContent } from '../page/page-content.js';
import { setUpright } from '../page/set-upright.js';
import { numberTables } from './document-blocks.js';
import { foundPage, type PageRecognition } from './found-page.js';
import { markFurniture } from './furniture.js';
import { joinTables } from './join-tables.js';
import { withSignOfLife } from './sign-of-life.js';

/** The pages of a document from the first on, made one by one as they are read; null for one that cannot be loaded. */
export type PageContents = Iterable<PageContent | null> | AsyncIterable<PageContent | null>;

export interface PageReading extends Pick<ReadOptions, 'progress'> {
  /** How many pages there are. */
  count: number;
  /** Reads the pictures of pages without text; undefined where that is not wanted or not possible. */
  recognition?: PageRecognition;
}

export interface ReadPages {
  /** Those that could be read, each by itself. */
  pages: PageBlocks[];
  /** Of every page as it is shown; null for one that cannot be loaded. */
  sizes: (PageSize | null)[];
  /** Pages that are shown turned, so that what was recognized on them stands upright. */
  turned: TurnedPage[];
  /** Numbers of the pages nothing was read from. */
  unread: number[];
  /** What became of the pages that are pictures, by number. */
  pictures: Map<number, PictureFate>;
  diagnostics: Diagnostic[];
}

/**
 * Reads the pages of a document one by one.
 * @param see Shown each page that could be read with all of its content, which is not kept.
 * @throws UnreadableError where no page can be loaded
 */
export async function readPages(
  contents: PageContents,
  { count, progress, recognition }: PageReading,
  see?: (content: PageContent, page: PageBlocks) => void,
): Promise<ReadPages> {
  const read: ReadPages = {
    pages: [],
    sizes: [],
    turned: [],
    unread: [],
    pictures: new Map(),
    diagnostics: [],
  };
  let number = 0;
  for await (const displayed of contents) {
    number++;
    if (displayed) dropDoubledGlyphs(displayed.glyphs);
    const {
      content: found,
      problems,
      picture,
    } = await withSignOfLife(
      foundPage(displayed, number, recognition),
      progress && (() => progress(number - 1, count)),
    );
    if (picture) read.pictures.set(number, picture);
    const { content, quarters } =
      found && displayed ? setUpright(found, displayed) : { content: found, quarters: 0 };
    read.sizes.push(displayed && shownSize(displayed, quarters));
    if (quarters > 0) read.turned.push({ page: number, quarters });
    read.diagnostics.push(
      ...problems.map(({ code, message }) => ({
        code,
        message: `第 ${number} 页${message}`,
        place: pagePlace(number),
      })),
    );
    if (!content || problems.some(({ fatal }) => fatal)) read.unread.push(number);
    else {
      const page = readPageBlocks(content, number);
      see?.(content, page);
      read.pages.push(page);
    }
    if (progress) {
      progress(number, count);
      await setImmediate();
    }
  }
  if (read.sizes.every((size) => size === null)) {
    throw new UnreadableError('corrupt', '页面都无法载入');
  }
  return read;
}

/** Joins what goes on from page to page, in place. */
export function joinPages(pages: PageBlocks[]): void {
  markFurniture(pages);
  numberTables(pages);
  joinTables(pages);
  releaseFrames(pages);
}

const shownSize = ({ width, height }: PageContent, quarters: number): PageSize =>
  quarters % 2 === 0 ? [tenth(width), tenth(height)] : [tenth(height), tenth(width)];

const tenth = (points: number): number => Math.round(points * 10) / 10;
