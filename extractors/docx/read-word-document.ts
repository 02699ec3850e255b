import type { Diagnostic, DiagnosticCode } from '../../src/model/diagnostic.js';
import type { Block, Extraction } from '../../src/model/grid.js';
import { isGrid } from '../../src/model/grid.js';
import { UnreadableError } from '../bytes/limits.js';
import type { ReadOptions } from '../reader.js';
import { type ReadPictures, readPictures } from '../tables/inner/read-pictures.js';
import { withoutText } from '../tables/without-text.js';
import { BlockList } from './block-list.js';
import { ListLabels } from './list-labels.js';
import type { OfficePackage } from './office-package.js';
import { type EmbeddedDocuments, readEmbedded } from './read-embedded.js';
import { readNumbering } from './read-numbering.js';
import { readStory } from './read-story.js';
import { StyleSheet } from './read-styles.js';
import { type NoteReference, newStory, type Story } from './story.js';
import type { StoryItem, TableLayout } from './story-items.js';

const NOTE_TITLES: Record<NoteReference['kind'], string> = { footnotes: '脚注', endnotes: '尾注' };

/**
 * Reads a WordprocessingML package: the body, then footnotes and endnotes in the order in which they are referred to, then
 * the lines of headers and footers as furniture. Throws UnreadableError `corrupt` when there is no document in it.
 */
export async function readWordDocument(
  pack: OfficePackage,
  options: Pick<ReadOptions, 'progress' | 'readInner' | 'recognition'>,
): Promise<Extraction> {
  const { progress, readInner } = options;
  const mainPart = pack.mainPart();
  if (mainPart === null) throw new UnreadableError('corrupt', '文件不完整：找不到正文');
  const diagnostics: Diagnostic[] = [];
  const beginStory = storiesOf(pack, mainPart);

  const body = beginStory();
  const root = readStory(pack, mainPart, body, progress);
  if (root !== 'w:document') throw new UnreadableError('corrupt', '正文不是 Word 文档，或已损坏');
  const embedded = await readEmbedded(pack, mainPart, body.embedded, readInner);
  const partOf = (id: string): string | undefined => {
    const relation = pack.relation(mainPart, id);
    return relation && !relation.external && pack.has(relation.target) ? relation.target : undefined;
  };
  const pictures = await readPictures(
    body.pagePictures.filter((id) => partOf(id) !== undefined),
    (id) => pack.partBytes(partOf(id) ?? ''),
    options,
  );
  const blocks = new BlockList(
    (id) => [...embedded.blocksOf(id), ...pictures.blocksOf(id)],
    (diagnostic) => diagnostics.push(diagnostic),
  );
  blocks.add(body.items);
  blocks.add(notesOf(pack, mainPart, body.noteReferences, beginStory));
  const hasText = blocks.blocks.some(isFilled);
  for (const line of furnitureOf(pack, mainPart, body, beginStory)) blocks.addFurniture(line);
  const unread = body.images - pictures.read;
  if (unread > 0) {
    diagnostics.push({
      code: 'images-not-read',
      message: `文中有 ${unread} 幅图片，图中的文字没有读取`,
    });
  }
  diagnostics.push(...hiddenIn(body));
  const title = readTitle(pack);
  return {
    format: 'docx',
    ...outcomeOf(pack, body, embedded, hasText, pictures),
    ...(pictures.fate ? { pictures: pictures.fate } : {}),
    ...(title === '' ? {} : { title }),
    blocks: blocks.blocks,
    diagnostics: [
      ...pack.diagnostics,
      ...diagnostics,
      ...body.diagnostics.values(),
      ...embedded.diagnostics,
      ...pictures.diagnostics,
    ],
  };
}

/** Stories of one document share its styles and the counting of its lists. */
function storiesOf(pack: OfficePackage, mainPart: string): () => Story {
  const styles = new StyleSheet(pack, mainPart);
  let labels: ListLabels | null = null;
  return () =>
    newStory(styles, () => {
      labels ??= new ListLabels(readNumbering(pack, mainPart));
      return labels;
    });
}

function notesOf(
  pack: OfficePackage,
  mainPart: string,
  references: readonly NoteReference[],
  beginStory: () => Story,
): StoryItem[] {
  const items: StoryItem[] = [];
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const ids = new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id));
    if (ids.size === 0) continue;
    const story = beginStory();
    for (const part of pack.relatedParts(mainPart, kind)) readStory(pack, part, story);
    [...ids].forEach((id, index) => {
      const [first, ...rest] = story.notes.get(id) ?? [];
      const title = `${NOTE_TITLES[kind]}${index + 1}：`;
      if (first?.kind === 'paragraph')
        items.push({ ...first, text: title + first.text.trimStart(), heading: null });
      else if (first) items.push(first);
      for (const item of rest) items.push(item);
    });
  }
  return items;
}

/** Lines of the headers, then of the footers, of all sections, each once. */
function furnitureOf(
  pack: OfficePackage,
  mainPart: string,
  body: Story,
  beginStory: () => Story,
): Set<string> {
  const lines = new Set<string>();
  for (const type of ['header', 'footer']) {
    for (const id of body.furniture) {
      const relation = pack.relation(mainPart, id);
      if (relation?.type !== type || relation.external) continue;
      const story = beginStory();
      readStory(pack, relation.target, story);
      for (const line of linesOf(story.items)) lines.add(line);
    }
  }
  return lines;
}

const linesOf = (items: readonly StoryItem[]): string[] =>
  items.flatMap((item) => {
    if (item.kind === 'paragraph') return [item.text];
    return item.kind === 'table' ? linesOfTable(item.table) : [];
  });

const linesOfTable = (table: TableLayout): string[] =>
  table.rows
    .flat()
    .flatMap((cell) => [
      ...cell.text.split('\n').filter((line) => line !== ''),
      ...cell.tables.flatMap(({ table: inner }) => linesOfTable(inner)),
    ]);

const HIDDEN_QUOTE = 40;

function hiddenIn({ hidden: { texts, rows } }: Story): Diagnostic[] {
  const code: DiagnosticCode = 'hidden-left-out';
  const quote = texts.join('').trim().slice(0, HIDDEN_QUOTE);
  return [
    ...(texts.length > 0
      ? [{ code, message: `文中有 ${texts.length} 处隐藏文字（如“${quote}”），没有读入` }]
      : []),
    ...(rows > 0 ? [{ code, message: `表格中有 ${rows} 行隐藏，没有读入` }] : []),
  ];
}

function readTitle(pack: OfficePackage): string {
  let title = '';
  let inTitle = false;
  for (const part of pack.relatedParts('', 'core-properties')) {
    pack.readPart(part, {
      open(element) {
        inTitle = element.name === 'dc:title';
        return true;
      },
      close() {
        inTitle = false;
      },
      text(text) {
        if (inTitle) title += text;
      },
    });
  }
  return title.trim();
}

const isFilled = (block: Block): boolean =>
  isGrid(block) ? block.cells.some((cell) => cell.text !== '' || cell.nested?.some(isFilled)) : true;

function outcomeOf(
  pack: OfficePackage,
  body: Story,
  embedded: EmbeddedDocuments,
  hasText: boolean,
  pictures: ReadPictures,
): Pick<Extraction, 'outcome' | 'reason'> {
  if (pack.damaged && !hasText) throw new UnreadableError('corrupt', '文件损坏，读不出文字');
  if (pack.damaged) return { outcome: 'partial', reason: '文件有损坏，只读出完好的部分' };
  if (!embedded.whole) return { outcome: 'partial', reason: '嵌入的另一份文件没有读全' };
  if (hasText) return { outcome: 'ok' };
  return withoutText({ objects: body.objects > 0, pictures: body.images > 0, fate: pictures.fate });
}
