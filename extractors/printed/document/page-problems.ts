import type { Diagnostic, DiagnosticCode } from '../../../src/model/diagnostic.js';
import { pagePlace } from '../../../src/model/place.js';
import type { PageBlocks } from '../layout/page-blocks.js';
import type { DraftCell } from '../layout/table-draft.js';
import type { PageContent } from '../page/page-content.js';
import {
  countFromFont,
  countOnPicture,
  countUnmapped,
  judgePage,
  revealRecognizedText,
} from '../page/page-quality.js';
import { cellPlace, placedCells } from './table-place.js';

export interface PageProblem {
  code: DiagnosticCode;
  /** Goes on after 第 n 页. */
  message: string;
  /** Nothing of the page can be used. */
  fatal: boolean;
}

export const UNLOADABLE: PageProblem = { code: 'page-unloadable', message: '损坏，无法载入', fatal: true };

/** What stands in the way of reading a page. */
export function pageProblems(content: PageContent): PageProblem[] {
  if (revealRecognizedText(content)) {
    return [
      {
        code: 'recognized-text',
        message: '是扫描图像，文字取自图像上看不见的识别结果，可能有错',
        fatal: false,
      },
    ];
  }
  switch (judgePage(content)) {
    case 'image':
      return [{ code: 'page-image-only', message: '只有图像，没有文字，需要文字识别', fatal: true }];
    case 'garbled':
      return [{ code: 'no-unicode-map', message: '的字体没有文字对照，读出的是乱码，未采用', fatal: true }];
    default: {
      const unmapped = countUnmapped(content);
      const stamped = countOnPicture(content);
      const fromFont = countFromFont(content);
      return [
        ...(fromFont > 0
          ? [
              {
                code: 'text-from-font' as const,
                message: `有 ${fromFont} 个字文件没有给出文字对照，按字体自带的字符表或字形名读出，请对照原件`,
                fatal: false,
              },
            ]
          : []),
        ...(unmapped > 0
          ? [
              {
                code: 'unmapped-characters' as const,
                message: `有 ${unmapped} 个字没有文字对照，以 \\uFFFD 代替`,
                fatal: false,
              },
            ]
          : []),
        ...(stamped > 0
          ? [
              {
                code: 'page-mostly-image' as const,
                message: `铺满图像，只读出印在图上的 ${stamped} 个字，图像中如有文字没有读出`,
                fatal: false,
              },
            ]
          : []),
      ];
    }
  }
}

/**
 * Text of cells that cannot be seen on the page: what their own borders cut off is part of the cells' text, what is covered,
 * without ink or clipped otherwise is not.
 */
export function unseenTexts(pages: readonly PageBlocks[]): Diagnostic[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const isUnseen = ({ unseen, clipped }: DraftCell): boolean => unseen !== '' || Boolean(clipped);
      return placedCells(block.table, isUnseen).flatMap(({ cell, place }): Diagnostic[] => {
        const { unseen, clipped } = cell;
        return [
          ...(clipped
            ? [
                {
                  code: 'clipped-text' as const,
                  message: `格内有文字超出格的边框，页面上没有显示，已计入：${clipped}`,
                  place,
                },
              ]
            : []),
          ...(unseen
            ? [
                {
                  code: 'unseen-text' as const,
                  message: `格内有看不见的文字（被裁剪、遮盖或无色），未计入：${unseen}`,
                  place,
                },
              ]
            : []),
        ];
      });
    }),
  );
}

/** Cells in which several columns of text stand without rules between them; they are read line by line. */
export function textsInColumns(pages: readonly PageBlocks[]): Diagnostic[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'table' || block.table.cells.length === 1) return [];
      const isInColumns = ({ textColumns }: DraftCell): boolean => textColumns !== undefined;
      return placedCells(block.table, isInColumns).map(({ cell: { textColumns }, place }) => ({
        code: 'text-in-columns' as const,
        message: `格内的文字排成 ${textColumns} 栏，中间没有画线，按行连成一格读入`,
        place,
      }));
    }),
  );
}

/** Pages whose lines of text run over two columns; the lines are read across. */
export const pagesInColumns = (pages: readonly PageBlocks[]): Diagnostic[] =>
  pages.flatMap(({ page, inColumns }) =>
    inColumns
      ? [
          {
            code: 'page-in-columns' as const,
            message: `第 ${page} 页的正文分两栏排，按行横着读入，左右两栏的文字会相连或交错`,
            place: pagePlace(page),
          },
        ]
      : [],
  );

/** Share of a page from which a single row may be its layout, and most cells of such a row. */
const LAYOUT_SHARE = 0.5;
const LAYOUT_CELLS = 3;

/** Tables of one row over most of a page that go on nowhere: as likely the lines of its layout. */
export function likelyLayouts(pages: readonly PageBlocks[]): Diagnostic[] {
  return pages.flatMap(({ width, height, blocks }) =>
    blocks.flatMap((block): Diagnostic[] => {
      if (block.kind !== 'table') return [];
      const { table, box } = block;
      const [first] = table.cells;
      const area = (box.right - box.left) * (box.bottom - box.top);
      const isStrip = table.rows === 1 && table.cells.length <= LAYOUT_CELLS && table.parts.length === 1;
      if (!first || !isStrip || area < LAYOUT_SHARE * width * height) return [];
      const message = '这张表只有一行，占了大半页，可能只是版面的分栏线；格里的文字照读';
      return [{ code: 'layout-as-table', message, place: cellPlace(table, first) }];
    }),
  );
}

/** As many texts that run askew are told; the rest are watermarks of the same kind. */
const MOST_SLANTED = 5;

/** One diagnostic for what runs askew over the pages, which is furniture: part of no cell and no paragraph. */
export function slantedTexts(pages: readonly PageBlocks[]): Diagnostic[] {
  const found = pages.flatMap(({ page, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'line' && block.slanted ? [{ page, text: block.line.text }] : [],
    ),
  );
  const [first] = found;
  if (!first) return [];
  const texts = [...new Set(found.map(({ text }) => text))];
  const more = texts.length > MOST_SLANTED ? '等' : '';
  const count = new Set(found.map(({ page }) => page)).size;
  const where = count === 1 ? `第 ${first.page} 页` : `第 ${first.page} 页起 ${count} 页`;
  return [
    {
      code: 'slanted-text',
      message: `${where}有斜排的文字（多为水印），未计入表格和段落：${texts.slice(0, MOST_SLANTED).join('、')}${more}`,
    },
  ];
}
