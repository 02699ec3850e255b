import { byteView } from '../bytes/byte-view.js';
import type { FlowParagraph } from '../tables/flow-tables.js';
import { type CharacterEffect, characterEffects, withEffect } from './character-effects.js';
import type { WordStreams } from './file-header.js';
import { type FormattedRun, readCharacterRuns, readParagraphRuns, runAt } from './formatted-runs.js';
import { type Piece, pieceText, readPieces } from './piece-table.js';
import { rowShapeOf } from './row-shape.js';
import { readSprms, SPRM, type Sprm } from './sprm.js';

const CELL_END = '\x07';
/** Paragraph end, page or section break, cell or row end, column break. */
const PARAGRAPH_ENDS = ['\r', '\f', CELL_END, '\x0e'];
const FIELD_BEGIN = '\x13';
const FIELD_SEPARATOR = '\x14';
const FIELD_END = '\x15';

/** What single characters stand for ([MS-DOC] 2.4.1); pictures, notes and other anchors stand for nothing. */
const MEANS: Record<string, string> = {
  '\x0b': '\n',
  '\x1e': '-',
  '\x1f': '',
  '\xa0': ' ',
  '\t': '\t',
};

/** The text of a document with its formatting, ready to be read in ranges. */
export interface WordText {
  main: Uint8Array;
  data: Uint8Array;
  pieces: Piece[];
  paragraphRuns: FormattedRun[];
  effects: CharacterEffect[];
}

export const openWordText = (streams: WordStreams): WordText => ({
  main: streams.main,
  data: streams.data,
  pieces: readPieces(streams.pieces),
  paragraphRuns: readParagraphRuns(streams.paragraphPages, streams.main),
  effects: characterEffects(
    readCharacterRuns(streams.characterPages, streams.main),
    fontNames(streams.fonts),
  ),
});

/** Whether pictures are anchored in the text, in line or floating ([MS-DOC] 2.4.1, characters 1 and 8). */
export const hasPictures = ({ pieces, main }: WordText): boolean =>
  pieces.some((piece) => {
    const text = pieceText(piece, main, piece.start, piece.end);
    return text.includes('\x01') || text.includes('\x08');
  });

/** Paragraphs of a range of the text (character positions), with the marks of tables, as Word shows them. */
export function* wordParagraphs(source: WordText, from: number, to: number): Generator<FlowParagraph> {
  let text = '';
  /** Fields that are open; false while in the code of one, which is not shown. */
  const fields: boolean[] = [];

  for (const piece of source.pieces) {
    const start = Math.max(piece.start, from);
    const characters = pieceText(piece, source.main, start, Math.max(start, Math.min(piece.end, to)));
    for (let i = 0; i < characters.length; i++) {
      const character = characters[i] ?? '';
      const offset = piece.offset + (start - piece.start + i) * piece.bytesPerCharacter;
      if (PARAGRAPH_ENDS.includes(character)) {
        yield finishParagraph(text, character, propertiesAt(offset, piece, source));
        text = '';
        continue;
      }
      if (character === FIELD_BEGIN) fields.push(false);
      else if (character === FIELD_SEPARATOR) fields.splice(-1, 1, true);
      else if (character === FIELD_END) fields.pop();
      else if (!fields.includes(false)) text += shownAs(character, runAt(source.effects, offset));
    }
  }
  if (text.trim() !== '') yield { text, depth: 0, ends: 'paragraph' };
}

interface ParagraphProperties {
  style: number;
  sprms: Sprm[];
}

function propertiesAt(offset: number, piece: Piece, source: WordText): ParagraphProperties {
  const run = runAt(source.paragraphRuns, offset);
  const own = run ? readSprms(run.modifiers) : [];
  const huge = own.find(({ code }) => code === SPRM.hugeProperties || code === SPRM.hugePropertiesOld);
  const outside = huge ? hugeProperties(huge.operand, source.data) : [];
  return { style: run?.style ?? 0, sprms: [...own, ...outside, ...readSprms(piece.modifiers)] };
}

/** Properties too long for a page of properties stand in the data stream ([MS-DOC] 2.9.209, PrcData). */
function hugeProperties(operand: Uint8Array, data: Uint8Array): Sprm[] {
  const at = byteView(operand).u32(0);
  return readSprms(data.subarray(at + 2, at + 2 + byteView(data).u16(at)));
}

function finishParagraph(text: string, end: string, { style, sprms }: ParagraphProperties): FlowParagraph {
  const last = (code: number): number | undefined => {
    const operand = sprms.findLast((sprm) => sprm.code === code)?.operand;
    return operand && (operand.length >= 4 ? byteView(operand).i32(0) : operand[0]);
  };
  const inTable = last(SPRM.inTable) === 1;
  const depth = Math.max(last(SPRM.depth) ?? 0, inTable ? 1 : 0);
  if (depth === 0)
    return { text, depth, ends: 'paragraph', heading: headingOf(style, last(SPRM.outlineLevel)) };
  const rowEnd = last(depth > 1 ? SPRM.innerRowEnd : SPRM.rowEnd) === 1;
  if (rowEnd) return { text, depth, ends: 'row', row: rowShapeOf(sprms) };
  const cellEnd = depth > 1 ? last(SPRM.innerCellEnd) === 1 : end === CELL_END;
  return { text, depth, ends: cellEnd ? 'cell' : 'paragraph' };
}

/** Styles 1 to 9 are the built-in headings; an outline level of the paragraph itself goes first (9 is body text). */
function headingOf(style: number, outlineLevel: number | undefined): number | undefined {
  if (outlineLevel !== undefined) return outlineLevel < 9 ? outlineLevel + 1 : undefined;
  return style >= 1 && style <= 9 ? style : undefined;
}

function shownAs(character: string, effect: CharacterEffect | undefined): string {
  const means = MEANS[character];
  if (means === undefined && character < ' ') return '';
  return effect?.gone ? '' : (means ?? withEffect(character, effect));
}

/** Where the name stands in a font's record ([MS-DOC] 2.9.98, FFN), after the byte that holds its length. */
const NAME_OFFSET = 39;

/** Names of the document's fonts (SttbfFfn), by their number. */
function fontNames(table: Uint8Array): string[] {
  const view = byteView(table);
  const names: string[] = [];
  for (let at = 4; at < table.length && names.length < view.u16(0); at += 1 + view.u8(at)) {
    const name = view.slice(at + 1 + NAME_OFFSET, at + 1 + view.u8(at));
    names.push(new TextDecoder('utf-16le').decode(name).split('\0')[0] ?? '');
  }
  return names;
}
