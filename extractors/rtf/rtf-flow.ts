import { LimitError } from '../bytes/limits.js';
import type { FlowParagraph } from '../tables/flow-tables.js';
import { ASIDE, CHARACTERS, LEFT_OUT, STARRED } from './control-words.js';
import { currentFlow, firstState, newDocument, openFlow, type RtfDocument } from './rtf-document.js';
import { rtfTokens } from './rtf-tokens.js';
import { addText, endParagraph, flushBytes, paragraphDepth } from './text-output.js';
import { WORD_ACTIONS } from './word-actions.js';

const MAX_GROUPS = 10_000;
const TAB = 0x09;
const SPACE = 0x20;

/** An RTF file → its paragraphs with table marks; footnotes and text boxes follow the body. */
export function rtfFlow(bytes: Uint8Array): FlowParagraph[] {
  const document = newDocument();
  /** How far the beginning of a group has been read: its first word tells what the group is for. */
  let beginning: 'opened' | 'starred' | 'past' = 'past';

  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'text') {
      takeBytes(document, bytes.subarray(token.from, token.to));
    } else if (token.kind === 'byte') {
      takeBytes(document, [token.byte]);
    } else {
      flushBytes(document);
      if (token.kind === 'open') {
        openGroup(document);
        beginning = 'opened';
        continue;
      }
      if (token.kind === 'close') {
        closeGroup(document);
      } else if (token.word === '*' && beginning === 'opened') {
        beginning = 'starred';
        continue;
      } else if (beginning === 'past' || !openDestination(document, token.word, beginning === 'starred')) {
        takeWord(document, token.word, token.parameter);
      }
    }
    beginning = 'past';
  }

  flushBytes(document);
  while (document.groups.length > 0) closeGroup(document);
  if (document.body.text.trim() !== '') endParagraph(document, 'paragraph', paragraphDepth(document));
  return [...document.body.paragraphs, ...document.finishedAsides];
}

function takeBytes(document: RtfDocument, run: ArrayLike<number>): void {
  if (document.state.destination === 'left-out') return;
  const dropped = Math.min(document.skip, run.length);
  document.skip -= dropped;
  for (let i = dropped; i < run.length; i++) {
    const byte = run[i] ?? 0;
    if (byte >= SPACE || byte === TAB) document.pending.push(byte);
  }
}

function openGroup(document: RtfDocument): void {
  if (document.groups.length >= MAX_GROUPS) throw new LimitError(`RTF 的组嵌套超过 ${MAX_GROUPS} 层`);
  document.skip = 0;
  document.groups.push(document.state);
  document.state = { ...document.state };
}

function closeGroup(document: RtfDocument): void {
  document.skip = 0;
  const { destination } = document.state;
  if (destination === 'fonts' || destination === 'styles') closeEntry(document);
  if (document.openAsides.at(-1)?.groups === document.groups.length) {
    if (currentFlow(document).text.trim() !== '') {
      endParagraph(document, 'paragraph', paragraphDepth(document));
    }
    document.finishedAsides.push(...(document.openAsides.pop()?.paragraphs ?? []));
  }
  document.state = document.groups.pop() ?? document.state;
}

/** Names the font, or learns which heading the style is, from the text of the entry that ends here. */
function closeEntry(document: RtfDocument): void {
  const name = document.entry.replace(/;.*$/s, '').trim();
  document.entry = '';
  const { destination, font, style } = document.state;
  if (destination === 'fonts') {
    const entry = document.fonts.get(font);
    if (entry && name !== '') entry.name = name;
    return;
  }
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  if (level !== undefined) document.headings.set(style, Number(level));
}

/** Whether the first word of a group said what the group is for. */
function openDestination(document: RtfDocument, word: string, starred: boolean): boolean {
  const { state } = document;
  if (state.destination === 'left-out') return true;
  if (word === 'fonttbl') state.destination = 'fonts';
  else if (word === 'stylesheet') state.destination = 'styles';
  else if (word === 'nesttableprops') state.destination = 'nested-row';
  else if (LEFT_OUT.has(word) || (starred && !STARRED.has(word))) state.destination = 'left-out';
  else if (ASIDE.has(word)) {
    document.openAsides.push(openFlow(document.groups.length));
    document.state = { ...firstState(), font: state.font };
  } else return false;
  return true;
}

function takeWord(document: RtfDocument, word: string, parameter: number | undefined): void {
  const { state } = document;
  if (state.destination === 'left-out') return;
  const characters = CHARACTERS.get(word);
  if (characters !== undefined) {
    if (document.skip > 0) document.skip--;
    else addText(document, characters);
    return;
  }
  const row = state.destination === 'nested-row' ? document.nestedRow : document.outerRow;
  if (!row.take(word, parameter)) WORD_ACTIONS.get(word)?.(document, parameter);
}
