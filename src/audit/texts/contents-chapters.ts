import { type Block, isGrid, type Paragraph } from '../../model/grid.js';

/** A line of the contents (目录) and what stands under its heading in the body. */
export interface ContentsChapter {
  /** As printed, without dots and page number. */
  title: string;
  /** The page it is announced on; null where none is printed. */
  announced: number | null;
  /** The line of the contents. */
  entry: number;
  /** The block of its heading in the body; null where none reads like it. */
  heading: number | null;
  /** `table`, `text`: the first thing of substance up to the next heading of the contents; `chapters`: a deeper heading follows at once; `nothing`. */
  holds: 'table' | 'text' | 'chapters' | 'nothing';
}

const CONTENTS = /^目录$/;
const LEADER = /(?:[.…·．。_-]{3,})?(\d{1,4})?$/;
const MOST_LINES = 120;
const DEPTHS = [
  /^第.{1,3}(?:部分|章)/,
  /^[一二三四五六七八九十]{1,3}[、.]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[、.．]/,
];
/** Lines above a table that are no content: 单位：万元, 表3, 部门：…. */
const CAPTION =
  /^(?:(?:金额)?单位[:：].{0,8}|(?:公开)?表?\d{1,2}表?|附?表[一二三四五六七八九十\d]{1,3}|(?:部门|单位)(?:名称)?[:：].*)$/;

/**
 * Chapters of the contents with what follows their headings, in the order of the contents; none where the document has no 目录. For chapters that
 * are announced and left empty. A page's furniture is no content.
 */
export function contentsChapters(blocks: readonly Block[]): ContentsChapter[] {
  const start = blocks.findIndex((block) => isText(block) && CONTENTS.test(bare(block.text)));
  if (start < 0) return [];
  const entries = entriesFrom(blocks, start + 1);
  const last = entries.at(-1);
  if (!last) return [];
  const headings = headingsOf(blocks, entries, last.entry + 1);
  return entries.map((entry, index) => {
    const heading = headings[index] ?? null;
    return {
      ...entry,
      heading,
      holds: heading === null ? 'nothing' : holds(blocks, heading, headings, entries, index),
    };
  });
}

type Entry = Pick<ContentsChapter, 'title' | 'announced' | 'entry'>;

/** Lines of the contents: up to a table, or the first that is printed again. */
function entriesFrom(blocks: readonly Block[], start: number): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (let index = start; index < blocks.length && entries.length < MOST_LINES; index++) {
    const block = blocks[index];
    if (!block || isGrid(block)) break;
    if (!isText(block)) continue;
    const text = bare(block.text);
    const title = text.replace(LEADER, '');
    if (seen.has(title) || title.length > 60 || /[。；]$/.test(title)) break;
    if (title === '') continue;
    seen.add(title);
    const page = LEADER.exec(text)?.[1];
    entries.push({ title, announced: page === undefined ? null : Number(page), entry: index });
  }
  return entries;
}

/** The block of each entry's heading, each behind the one before. */
function headingsOf(blocks: readonly Block[], entries: readonly Entry[], start: number): (number | null)[] {
  const places = new Map<string, number[]>();
  for (let index = start; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || !isText(block) || block.text.length > 80) continue;
    const key = bare(block.text);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  let from = start;
  return entries.map(({ title }) => {
    const found = places.get(title)?.find((index) => index >= from);
    if (found === undefined) return null;
    from = found + 1;
    return found;
  });
}

function holds(
  blocks: readonly Block[],
  heading: number,
  headings: readonly (number | null)[],
  entries: readonly Entry[],
  own: number,
): ContentsChapter['holds'] {
  const next = headings.findIndex((at, index) => index > own && at !== null);
  const end = headings[next] ?? blocks.length;
  const inside = blocks.slice(heading + 1, end).find((block) => isGrid(block) || isContent(block));
  if (inside) return isGrid(inside) ? 'table' : 'text';
  const isParent = depth(entries[next]?.title) > depth(entries[own]?.title);
  return isParent ? 'chapters' : 'nothing';
}

const depth = (title = ''): number => DEPTHS.findIndex((pattern) => pattern.test(title));

const isText = (block: Block): block is Paragraph => !isGrid(block) && !block.furniture;

const isContent = (block: Block): boolean =>
  isText(block) && bare(block.text) !== '' && !CAPTION.test(bare(block.text));

const bare = (text: string): string => text.replace(/\s+/g, '');
