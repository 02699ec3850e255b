import type { Diagnostic, DiagnosticCode } from '../../src/model/diagnostic.js';
import { type Block, type Extraction, isGrid } from '../../src/model/grid.js';
import { paragraphPlace } from '../../src/model/place.js';
import { childrenNamed, descendants, partsNamed, type XmlNode } from '../bytes/xml-tree.js';
import type { Reader, ReadOptions } from '../reader.js';
import { asOwnBlock } from '../tables/inner/inner-blocks.js';
import { readPictures } from '../tables/inner/read-pictures.js';
import { withoutText } from '../tables/without-text.js';
import { isOpenText, type OpenDocument, openDocument } from './open-document.js';
import { pagePictures } from './page-pictures.js';
import { allText, type FlowItem, readFlow } from './read-flow.js';
import { readStyles } from './read-styles.js';
import { readTable } from './read-table.js';
import { newReading, type OdtReading } from './reading.js';

/** Texts of the OpenDocument format (ODF 1.0 to 1.3, ISO/IEC 26300), packed or in one XML file. */
export const odtReader: Reader = {
  format: 'odt',
  title: 'OpenDocument 文本',
  extensions: ['odt', 'ott', 'fodt'],
  keeps: '表格的合并、嵌套与表头，段落、标题、自动编号，修订后的文字，文本框、脚注、页眉页脚',
  loses:
    '图表、嵌入对象中的文字，图片中的文字（铺满页面的扫描图装有文字识别时读），批注，隐藏文字，删除的文字，字体与颜色',
  recognize: (bytes) => (isOpenText(bytes) ? 1 : 0),
  read: (bytes, options) => readText(openDocument(bytes), options),
};

const HIDDEN_QUOTE = 40;

async function readText(document: OpenDocument, options: ReadOptions): Promise<Extraction> {
  const frames = pagePictures(document);
  const named = new Map([...frames.values()].map((picture) => [picture.name, picture]));
  const pictures = await readPictures(
    [...frames.values()].map(({ name }) => name),
    (name) => named.get(name)?.bytes() ?? null,
    options,
  );
  const reading = newReading(readStyles(document), (frame) =>
    pictures.blocksOf(frames.get(frame)?.name ?? ''),
  );
  const blocks = new BlockList(reading);
  for (const text of bodiesOf(document)) blocks.add(readFlow(text.children, reading));
  addNotes(reading, blocks);
  const isEmpty = !blocks.hasText;
  for (const line of furnitureOf(document, reading)) blocks.addText(line, { furniture: true });
  const title = titleOf(document);
  return {
    format: 'odt',
    ...(isEmpty
      ? withoutText({ objects: reading.objects > 0, pictures: reading.images > 0, fate: pictures.fate })
      : { outcome: 'ok' }),
    ...(pictures.fate ? { pictures: pictures.fate } : {}),
    ...(title === '' ? {} : { title }),
    blocks: blocks.blocks,
    diagnostics: [...reading.diagnostics, ...leftOut(reading), ...pictures.diagnostics],
  };
}

const bodiesOf = ({ content }: OpenDocument): XmlNode[] =>
  partsNamed(content, 'office:body').flatMap((body) => childrenNamed(body, 'office:text'));

class BlockList {
  readonly blocks: Block[] = [];
  hasText = false;
  private tables = 0;
  private paragraphs = 0;

  constructor(private readonly reading: OdtReading) {}

  add(items: readonly FlowItem[]): void {
    for (const item of items) {
      if (item.kind === 'text') {
        if (item.text.trim() !== '') this.addText(item.text, item.heading ? { heading: item.heading } : {});
        continue;
      }
      if (item.kind === 'picture') {
        this.addInner(item.blocks);
        continue;
      }
      const grid = readTable(item.node, this.tables + 1, null, this.reading);
      if (grid.cells.length === 0) continue;
      this.tables++;
      this.hasText ||= grid.cells.some((cell) => cell.text !== '' || cell.nested);
      this.blocks.push(grid);
    }
  }

  private addInner(blocks: readonly Block[]): void {
    this.hasText = true;
    for (const block of blocks) {
      const number = isGrid(block) ? ++this.tables : ++this.paragraphs;
      this.blocks.push(asOwnBlock(block, number));
    }
  }

  addText(text: string, more: { heading?: number; furniture?: boolean } = {}): void {
    this.hasText = true;
    this.paragraphs++;
    this.blocks.push({ kind: 'paragraph', text, place: paragraphPlace(this.paragraphs), ...more });
  }
}

/** Footnotes and endnotes as they come; notes in notes included. */
function addNotes(reading: OdtReading, blocks: BlockList): void {
  const counts = { 脚注: 0, 尾注: 0 };
  for (const { kind, body } of reading.notes) {
    counts[kind]++;
    const items = [...descendants(body, 'text:note-body')].flatMap((part) =>
      readFlow(part.children, reading),
    );
    const [first, ...rest] = items;
    const title = `${kind}${counts[kind]}：`;
    if (first?.kind === 'text') blocks.add([{ kind: 'text', text: title + first.text.trimStart() }, ...rest]);
    else blocks.add(items);
  }
}

/** Lines of the headers, then of the footers, of all page styles, each once. */
function furnitureOf({ styles }: OpenDocument, reading: OdtReading): Set<string> {
  const lines = new Set<string>();
  for (const part of ['style:header', 'style:footer']) {
    const pages = partsNamed(styles, 'office:master-styles').flatMap((group) => [
      ...descendants(group, part, `${part}-left`, `${part}-first`),
    ]);
    for (const node of pages) {
      if (node.attributes['style:display'] === 'false') continue;
      for (const item of readFlow(node.children, reading)) {
        if (item.kind === 'picture') continue;
        const text = item.kind === 'text' ? item.text : allText(item.node);
        if (text.trim() !== '') lines.add(text.trim());
      }
    }
  }
  return lines;
}

function titleOf({ meta }: OpenDocument): string {
  const [title] = partsNamed(meta, 'office:meta').flatMap((group) => childrenNamed(group, 'dc:title'));
  return title ? allText(title).trim() : '';
}

function leftOut({ images, objects, hiddenTexts, hiddenRows }: OdtReading): Diagnostic[] {
  const code: DiagnosticCode = 'hidden-left-out';
  const quote = hiddenTexts.join('').trim().slice(0, HIDDEN_QUOTE);
  const counted: [number, DiagnosticCode, string][] = [
    [images, 'images-not-read', `文中有 ${images} 幅图片，图中的文字没有读取`],
    [objects, 'object-not-read', `文件中嵌入了 ${objects} 个对象，其中的内容没有读取`],
    [hiddenTexts.length, code, `文中有 ${hiddenTexts.length} 处隐藏文字（如“${quote}”），没有读入`],
    [hiddenRows, code, `表格中有 ${hiddenRows} 行隐藏，没有读入`],
  ];
  return counted.flatMap(([count, kind, message]) => (count > 0 ? [{ code: kind, message }] : []));
}
