import type { FlowParagraph } from '../tables/flow-tables.js';
import { symbolText } from '../tables/symbol-text.js';
import { decodeRun } from './code-pages.js';
import { currentFlow, type RtfDocument } from './rtf-document.js';

const SPACE = 0x20;

/** Adds text where the current destination wants it; hidden and deleted text goes nowhere. */
export function addText(document: RtfDocument, text: string): void {
  const { destination, hidden, deleted } = document.state;
  if (destination === 'fonts' || destination === 'styles') document.entry += text;
  else if (destination === 'body' && !hidden && !deleted) currentFlow(document).text += text;
}

/** Decodes the bytes collected so far by the font in force. */
export function flushBytes(document: RtfDocument): void {
  if (document.pending.length === 0) return;
  const run = Uint8Array.from(document.pending);
  document.pending = [];
  const isBody = document.state.destination === 'body';
  const font = isBody ? document.fonts.get(document.state.font) : undefined;
  if (font?.isSymbol) {
    const symbols = [...run].map((byte) => (byte <= SPACE ? ' ' : symbolText(byte, font.name)));
    addText(document, symbols.join(''));
  } else {
    addText(document, decodeRun(run, font?.codePage, document.codePage));
  }
}

export function endParagraph(
  document: RtfDocument,
  ends: FlowParagraph['ends'],
  depth: number,
  row?: FlowParagraph['row'],
): void {
  const flow = currentFlow(document);
  const { heading, style } = document.state;
  flow.paragraphs.push({
    text: flow.text.replace(/\p{Surrogate}/gu, '\uFFFD'),
    depth,
    ends,
    row,
    heading: depth === 0 ? (heading ?? document.headings.get(style)) : undefined,
  });
  flow.text = '';
}

/** Some writers leave out `\intbl`: after the first cell of a row, paragraphs belong to the row. */
export function paragraphDepth(document: RtfDocument): number {
  const { level, inTable } = document.state;
  if (level > 1) return level;
  return inTable || level === 1 || currentFlow(document).cellsInRow > 0 ? 1 : 0;
}
