import type { LineBlock, PageBlocks } from '../layout/page-blocks.js';
import type { TextLine } from '../layout/text-lines.js';
import { beginsItem, wordBreak } from '../layout/wrapped-text.js';

/** Lines that reach this share of the page's width are running text and show where its edges are. */
const LONG = 0.5;
/** How far (in font heights) a full line may end before the right edge, and a line may begin after the left edge. */
const RAGGED = 1.6;
const INDENT = 0.9;
const LEADERS = /[.．·•…]{4,}/;

/** Edges of the running text on pages of one width. */
interface TextEdges {
  left: number;
  right: number;
}

/**
 * Joins the lines of running text into paragraphs, over page breaks too. What does not fill its line stays alone: titles,
 * captions, signatures, lines of a table of contents.
 *
 * @returns for each line that begins a paragraph its text; lines that go on in one before have no entry
 */
export function joinParagraphs(pages: readonly PageBlocks[]): Map<LineBlock, string> {
  const texts = new Map<LineBlock, string>();
  const edges = new Map<number, TextEdges | null>();
  let start: LineBlock | undefined;
  let previous: { line: TextLine; edges: TextEdges | null; page: number } | undefined;
  for (const page of pages) {
    const key = Math.round(page.width);
    if (!edges.has(key)) edges.set(key, textEdges(pages.filter((other) => Math.round(other.width) === key)));
    const own = edges.get(key) ?? null;
    for (const block of page.blocks) {
      if (block.kind === 'table') {
        start = undefined;
        continue;
      }
      if (block.furniture) {
        texts.set(block, block.line.text);
        continue;
      }
      if (
        start &&
        previous &&
        goesOn(previous.line, previous.edges, block.line, own, previous.page !== page.page)
      ) {
        const before = texts.get(start) ?? '';
        texts.set(start, before + wordBreak(before, block.line.text) + block.line.text);
      } else {
        texts.set(block, block.line.text);
        start = block;
      }
      previous = { line: block.line, edges: own, page: page.page };
    }
  }
  return texts;
}

function goesOn(
  line: TextLine,
  edges: TextEdges | null,
  next: TextLine,
  nextEdges: TextEdges | null,
  overBreak: boolean,
): boolean {
  if (!edges || !nextEdges) return false;
  if (LEADERS.test(line.text) || LEADERS.test(next.text) || beginsItem(next.text, line.text)) return false;
  if (Math.abs(line.size - next.size) > 0.15 * line.size) return false;
  if (!overBreak && next.top - line.bottom > 1.6 * line.size) return false;
  return line.right >= edges.right - RAGGED * line.size && next.left <= nextEdges.left + INDENT * next.size;
}

/** The edges most long lines share; null where there is no running text. */
function textEdges(pages: readonly PageBlocks[]): TextEdges | null {
  const lines = pages.flatMap(({ blocks, width }) =>
    blocks.flatMap((block) =>
      block.kind === 'line' && !block.furniture && block.line.right - block.line.left > LONG * width
        ? [block.line]
        : [],
    ),
  );
  if (lines.length < 2) return null;
  return {
    left: Math.min(...commonest(lines.map((line) => line.left))),
    right: Math.max(...commonest(lines.map((line) => line.right))),
  };
}

/** The values around the commonest one. */
function commonest(values: readonly number[]): number[] {
  const step = 6;
  const groups = new Map<number, number[]>();
  for (const value of values) {
    const key = Math.round(value / step);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best));
}
