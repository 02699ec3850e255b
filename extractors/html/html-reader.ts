import type { Diagnostic } from '../../src/model/diagnostic.js';
import { type Block, type Extraction, isGrid } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { decodeText } from '../bytes/charset.js';
import { UnreadableError } from '../bytes/limits.js';
import { refuseOwnOutput } from '../bytes/own-output.js';
import { readPrinted } from '../printed/read-printed.js';
import type { Reader, ReadOptions } from '../reader.js';
import { asOwnBlock } from '../tables/inner/inner-blocks.js';
import { layoutsOf } from './displays.js';
import { $, type HtmlNode, type Root } from './dom.js';
import { drawBoxTables } from './draw-box-tables.js';
import { drawnPage } from './drawn-page.js';
import { hiddenParts } from './hidden-parts.js';
import { isMime, mimePage } from './mime-page.js';
import { pageHead } from './page-head.js';
import { NO_PICTURES, type PagePictures, readPagePictures } from './page-pictures.js';
import { pageRefusal } from './page-refusal.js';
import { parsePage } from './parse-page.js';
import type { PlacedPage } from './placed-page.js';
import { takePositionedPages } from './positioned-pages.js';
import { type FlowItem, type PictureBlocks, readFlow } from './read-flow.js';
import { readCaption, readTable } from './read-table.js';

export const htmlReader: Reader = {
  format: 'html',
  title: '网页',
  extensions: ['html', 'htm', 'shtml', 'mht'],
  keeps: '表格（合并单元格、嵌套表格、表头行）、标题、段落、阅读顺序；字符集按内容判断',
  loses: '样式、脚本生成的内容、隐藏的内容，图片中的文字（铺满页面的扫描图存在网页里并装有文字识别时读）',
  recognize: (bytes) => recognizeMarkup(bytes),
  read: readHtml,
};

/** Elements that begin an HTML page or fragment within its first bytes. */
const BEGINS =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|title|meta|body|frameset|form)\b/i;
const HOLDS =
  /<(?:html|head|style|body|table|tr|td|div|p|br|span|h[1-6]|meta|script|link|center|font)(?:\s[^<>]*)?\/?>/gi;

/** Cheap sign of a page of positioned elements. */
const POSITIONED = /position\s*:\s*absolute/i;
const OK = { outcome: 'ok' } as const;

interface Flowing extends Pick<Extraction, 'blocks' | 'diagnostics'> {
  pictures: PagePictures;
}

const NOTHING: Flowing = { blocks: [], diagnostics: [], pictures: NO_PICTURES };

const HEAD = 8192;
function recognizeMarkup(bytes: Uint8Array): number {
  const { text } = decodeText(bytes.subarray(0, HEAD));
  if (isMime(text) || BEGINS.test(text)) return 1;
  const found = text.match(HOLDS)?.length ?? 0;
  if (found === 0) return 0;
  return text.trimStart().startsWith('<') ? 0.9 : Math.min(0.8, found / 10);
}

async function readHtml(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
  const whole = decodeText(bytes);
  const mime = isMime(whole.text.slice(0, HEAD)) ? mimePage(bytes) : undefined;
  const { text, diagnostics } = mime ? decodeText(mime.bytes, mime.charset) : whole;
  const page = parsePage(text);
  const head = pageHead(page.children);
  refuseOwnOutput(head.generator);
  const title = pageTitle(head.articleTitle, head.title && $(head.title).text());
  const positioned = POSITIONED.test(text) ? takePositionedPages(page) : null;
  const pictures = (nodes: readonly HtmlNode[]): Promise<PagePictures> | PagePictures =>
    positioned ? NO_PICTURES : readPagePictures(nodes, mime?.fileAt ?? (() => null), options);
  const around =
    positioned?.standsAmongOthers === false
      ? NOTHING
      : await readFlowing(page, $(head.styles).text(), pictures);
  const ending = positioned ? OK : endingOf(page, around);
  const printed = positioned && (await readPlaced(positioned.pages, options.progress));
  return {
    format: 'html',
    ...ending,
    ...(around.pictures.fate ? { pictures: around.pictures.fate } : {}),
    ...(title ? { title } : {}),
    ...printed,
    blocks: [...around.blocks, ...(printed?.blocks ?? [])],
    diagnostics: [...diagnostics, ...around.diagnostics, ...(printed?.diagnostics ?? [])],
  };
}

const readPlaced = (pages: readonly PlacedPage[], progress: ReadOptions['progress']) =>
  readPrinted(pages.map(drawnPage), { count: pages.length, progress });

/** What a page prints in reading order, its tables among its texts. */
async function readFlowing(
  page: Root,
  styles: string,
  readPictures: (nodes: readonly HtmlNode[]) => Promise<PagePictures> | PagePictures,
): Promise<Flowing> {
  const layoutOf = layoutsOf(page, styles);
  const hidden = hiddenParts(page, layoutOf);
  drawBoxTables(page, layoutOf);
  const pictures = await readPictures(page.children);
  const blocks = toBlocks(readFlow(page.children, pictures.blocksOf), pictures.blocksOf);
  return {
    blocks,
    pictures,
    diagnostics: [...hidden, ...pictures.diagnostics, ...leftOut(blocks, pictures)],
  };
}

/** Pictures that may be pages and stand in files of their own; one whose size is not told is no page where there is a table. */
function leftOut(blocks: readonly Block[], { elsewhere }: PagePictures): Diagnostic[] {
  const count = elsewhere.large + (blocks.some(isGrid) ? 0 : elsewhere.ofAnySize);
  if (count === 0) return [];
  const message = `网页引用的 ${count} 幅图片不在文件里，图中的文字没有读取`;
  return [{ code: 'images-not-read', message }];
}

/**
 * How a page of no printed pages ends.
 * @throws UnreadableError where it is no document, or prints nothing
 */
function endingOf(
  page: Root,
  { blocks, pictures }: Flowing,
): Pick<Extraction, 'outcome' | 'reason' | 'pictures'> {
  if (blocks.some(isGrid)) return OK;
  const shown = blocks.map((block) => (isGrid(block) ? '' : block.text)).join('\n');
  const refused = pageRefusal(page, shown);
  if (refused) throw new UnreadableError(shown === '' ? 'empty' : 'unsupported', refused);
  if (shown !== '') return OK;
  if (pictures.fate === 'read') return { outcome: 'empty', reason: '只有图片，图中没有认出文字' };
  if (pictures.fate === 'left') throw new UnreadableError('needs-ocr', '网页中只有图片，没有文字');
  if ($('img', page).length === 0) throw new UnreadableError('empty', '网页中没有可见文字');
  return { outcome: 'needs-ocr', reason: '网页中只有图片，图片不在文件里', pictures: 'read' };
}

/** `ArticleTitle` is the page's own title in the meta tags prescribed for government sites; `<title>` adds the site. */
function pageTitle(...candidates: (string | undefined)[]): string | undefined {
  return candidates.map((title) => title?.replace(/\s+/g, ' ').trim()).find((title) => title);
}

function toBlocks(items: readonly FlowItem[], pictureOf: PictureBlocks): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  let paragraphs = 0;
  const addText = (text: string, item?: { heading?: number; furniture?: boolean }): void => {
    paragraphs++;
    blocks.push({
      kind: 'paragraph',
      text,
      place: paragraphPlace(paragraphs),
      ...(item?.heading ? { heading: item.heading } : {}),
      ...(item?.furniture ? { furniture: true } : {}),
    });
  };
  for (const item of items) {
    if (item.kind === 'text') {
      addText(item.text, item);
      continue;
    }
    if (item.kind === 'picture') {
      for (const block of item.blocks)
        blocks.push(asOwnBlock(block, isGrid(block) ? ++tables : ++paragraphs));
      continue;
    }
    const caption = readCaption(item.element);
    if (caption) addText(caption);
    const grid = readTable(item.element, tables + 1, pictureOf);
    if (grid.cells.length === 0) continue;
    tables++;
    blocks.push(grid);
  }
  return blocks;
}
