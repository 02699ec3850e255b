import { type Block, type Extraction, isGrid } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { decodeText } from '../bytes/charset.js';
import { UnreadableError } from '../bytes/limits.js';
import { refuseOwnOutput } from '../bytes/own-output.js';
import type { Reader } from '../reader.js';
import { layoutsOf } from './displays.js';
import { drawBoxTables } from './draw-box-tables.js';
import { hiddenParts } from './hidden-parts.js';
import { isMime, mimePage } from './mime-page.js';
import { pageRefusal } from './page-refusal.js';
import { parsePage } from './parse-page.js';
import { type FlowItem, readFlow } from './read-flow.js';
import { readCaption, readTable } from './read-table.js';

export const htmlReader: Reader = {
  format: 'html',
  title: '网页',
  extensions: ['html', 'htm', 'shtml', 'mht'],
  keeps: '表格（合并单元格、嵌套表格、表头行）、标题、段落、阅读顺序；字符集按内容判断',
  loses: '样式、图片、脚本生成的内容、隐藏的内容',
  recognize: (bytes) => recognizeMarkup(bytes),
  read: async (bytes) => readHtml(bytes),
};

/** Elements that begin an HTML page or fragment within its first bytes. */
const BEGINS =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|title|meta|body|frameset|form)\b/i;
const HOLDS =
  /<(?:html|head|body|table|tr|td|div|p|br|span|h[1-6]|meta|script|link|center|font)(?:\s[^<>]*)?\/?>/gi;

const HEAD = 8192;
const headOf = (bytes: Uint8Array): string => decodeText(bytes.subarray(0, HEAD)).text;

function recognizeMarkup(bytes: Uint8Array): number {
  const text = headOf(bytes);
  if (isMime(text) || BEGINS.test(text)) return 1;
  const found = text.match(HOLDS)?.length ?? 0;
  if (found === 0) return 0;
  return text.trimStart().startsWith('<') ? 0.9 : Math.min(0.8, found / 10);
}

function readHtml(bytes: Uint8Array): Extraction {
  const page = isMime(headOf(bytes)) ? mimePage(bytes) : undefined;
  const { text, diagnostics } = decodeText(page?.bytes ?? bytes, page?.charset);
  const $ = parsePage(text);
  refuseOwnOutput($('meta[name="generator"]').attr('content'));
  const layoutOf = layoutsOf($);
  const hidden = hiddenParts($, layoutOf);
  drawBoxTables($, layoutOf);
  const blocks = toBlocks(readFlow($.root()[0]?.children ?? []));
  if (!blocks.some(isGrid)) {
    const shown = blocks.map((block) => (isGrid(block) ? '' : block.text)).join('\n');
    const refused = pageRefusal($, shown);
    if (refused) throw new UnreadableError(shown === '' ? 'empty' : 'unsupported', refused);
    if (shown === '') {
      const pictures = $('img').length > 0;
      throw pictures
        ? new UnreadableError('needs-ocr', '网页中只有图片，没有文字')
        : new UnreadableError('empty', '网页中没有可见文字');
    }
  }
  const title = pageTitle($('meta[name="ArticleTitle" i]').attr('content'), $('title').first().text());
  return {
    format: 'html',
    outcome: 'ok',
    ...(title ? { title } : {}),
    blocks,
    diagnostics: [...diagnostics, ...hidden],
  };
}

/** `ArticleTitle` is the page's own title in the meta tags prescribed for government sites; `<title>` adds the site. */
function pageTitle(...candidates: (string | undefined)[]): string | undefined {
  return candidates.map((title) => title?.replace(/\s+/g, ' ').trim()).find((title) => title);
}

function toBlocks(items: readonly FlowItem[]): Block[] {
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
    const caption = readCaption(item.element);
    if (caption) addText(caption);
    const grid = readTable(item.element, tables + 1);
    if (grid.cells.length === 0) continue;
    tables++;
    blocks.push(grid);
  }
  return blocks;
}
