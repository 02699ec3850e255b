import type { Block, Paragraph } from '../../src/model/grid.js';
import { isGrid } from '../../src/model/grid.js';
import { plainProse } from './plain-prose.js';
import { leadingNumber, type ProseHeading, readHeading } from './prose-heading.js';

/** A paragraph of the prose, whole again where lines or pages cut it. */
export interface Passage {
  printed: string;
  /** `printed` as it is matched (`plainProse`). */
  text: string;
  /** Headings above, the outermost first. */
  headings: readonly ProseHeading[];
  /** Where each of its paragraphs begins in `printed`. */
  parts: { start: number; block: number; paragraph: Paragraph }[];
}

/** A line of the 目录: dots up to its page number. */
const CONTENTS_LINE = /(?:\.{4,}|…{2,}|·{4,}|-{6,}|_{6,})\d{0,4}$/;
/** Lines shorter than this end what they belong to. */
const FULL_LINE = 18;
const ENDS = /[。；：！？]$/;

/** The prose of a document: paragraphs without page furniture, contents and headings; a paragraph cut over lines or pages is one. */
export function readPassages(blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  let headings: ProseHeading[] = [];
  let open: Passage | null = null;
  for (const [index, block] of blocks.entries()) {
    if (isGrid(block)) {
      open = null;
      continue;
    }
    if (block.furniture) continue;
    const text = plainProse(block.text);
    if (text === '') continue;
    const heading = readHeading(text);
    if (CONTENTS_LINE.test(text)) {
      open = null;
    } else if (open && goesOn(open, text)) {
      appendTo(open, block, index);
    } else if (heading) {
      headings = [...headings.filter(({ level }) => level < heading.level), heading];
      open = null;
    } else {
      open = { printed: block.text, text, headings, parts: [{ start: 0, block: index, paragraph: block }] };
      passages.push(open);
    }
  }
  return passages;
}

function goesOn(open: Passage, next: string): boolean {
  const { text } = open;
  if (ENDS.test(text) || text.length < FULL_LINE || leadingNumber(next)) return false;
  return ENDS.test(next) || next.length >= FULL_LINE;
}

function appendTo(open: Passage, paragraph: Paragraph, block: number): void {
  open.parts.push({ start: open.printed.length, block, paragraph });
  open.printed += paragraph.text;
  open.text += plainProse(paragraph.text);
}
