import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { PageSize } from '../../src/model/grid.js';
import { pagePlace } from '../../src/model/place.js';
import { UnreadableError } from '../bytes/limits.js';
import { numberTables } from '../printed/document/document-blocks.js';
import { markFurniture } from '../printed/document/furniture.js';
import { joinTables } from '../printed/document/join-tables.js';
import { pageProblems, UNLOADABLE } from '../printed/document/page-problems.js';
import { type PageBlocks, readPageBlocks, releaseFrames } from '../printed/layout/page-blocks.js';
import type { PageContent } from '../printed/page/page-content.js';
import type { ReadOptions } from '../reader.js';
import type { PdfDocument } from './content/pdf-document.js';

export interface ReadPages {
  /** Those that could be read, each by itself. */
  pages: PageBlocks[];
  /** Of every page; null for one that cannot be loaded. */
  sizes: (PageSize | null)[];
  /** Numbers of the pages nothing was read from. */
  unread: number[];
  diagnostics: Diagnostic[];
}

/**
 * Reads the pages of a document one by one.
 * @param see Shown each page that could be read with all of its content, which is not kept.
 * @throws UnreadableError where no page can be loaded
 */
export async function readPages(
  document: PdfDocument,
  {
    progress,
    see,
  }: Pick<ReadOptions, 'progress'> & { see?: (content: PageContent, page: PageBlocks) => void },
): Promise<ReadPages> {
  const read: ReadPages = { pages: [], sizes: [], unread: [], diagnostics: [] };
  for (let number = 1; number <= document.pages; number++) {
    const content = await document.page(number);
    const problems = content ? pageProblems(content) : [UNLOADABLE];
    read.sizes.push(content && [tenth(content.width), tenth(content.height)]);
    read.diagnostics.push(
      ...problems.map(({ code, message }) => ({
        code,
        message: `第 ${number} 页${message}`,
        place: pagePlace(number),
      })),
    );
    if (!content || problems.some(({ fatal }) => fatal)) read.unread.push(number);
    else {
      const page = readPageBlocks(content);
      see?.(content, page);
      read.pages.push(page);
    }
    if (progress) {
      progress(number, document.pages);
      await setImmediate();
    }
  }
  if (read.sizes.every((size) => size === null)) {
    throw new UnreadableError('corrupt', 'PDF 的页面都无法载入');
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

const tenth = (points: number): number => Math.round(points * 10) / 10;
