import type { ReadDocument } from '../../src/model/document.js';
import { type Block, isGrid } from '../../src/model/grid.js';
import { maskName } from './mask-name.js';
import { maskPrivateBlocks } from './mask-private-blocks.js';
import { masker, maskText } from './mask-text.js';
import { maskedSpans } from './masked-spans.js';

/** A text of a reading that was not masked. */
export interface UnmaskedText {
  place: string;
  /** What is masked in it. */
  pieces: string[];
  masked: string;
}

export interface MaskedReading {
  document: ReadDocument;
  found: UnmaskedText[];
  /** Masks any text taken from this document. */
  maskTaken: (text: string) => string;
  /** Is this text what a cell or paragraph holds after masking, and so kept by what stands around it? */
  isKept: (text: string) => boolean;
}

/**
 * Masks a reading that was stored by an earlier mask: its tables and paragraphs as when they are read, and what was taken from
 * them by the pieces found there.
 */
export function maskReading(document: ReadDocument): MaskedReading {
  const blocks = maskPrivateBlocks(document.blocks);
  const before = document.blocks.flatMap(textsOf);
  const after = blocks.flatMap(textsOf);
  const found = before.flatMap(({ text, place }, at): UnmaskedText[] => {
    const masked = after[at]?.text ?? text;
    if (masked === text) return [];
    return [{ place: after[at]?.place ?? place, pieces: piecesOf(text, masked), masked }];
  });
  const whole = new Map(before.map(({ text }, at) => [text, after[at]?.text ?? text]));
  const maskTaken = masker(whole, [...new Set(found.flatMap(({ pieces }) => pieces))]);
  const kept = new Set(after.map(({ text }) => text));
  const { forms, claims, unread, disclosures, diagnostics, title } = document;
  const taken = maskText({ forms, claims, unread, disclosures, diagnostics }, maskTaken);
  return {
    document: { ...document, ...taken, title: title && maskName(maskTaken(title)), blocks },
    found,
    maskTaken,
    isKept: (text) => kept.has(text) || after.some((each) => each.text.includes(text)),
  };
}

export const piecesOf = (text: string, masked: string): string[] =>
  maskedSpans(text, masked)
    .map(([from, to]) => text.slice(from, to).trim())
    .filter((piece) => piece.length > 1);

const textsOf = (block: Block): { text: string; place: string }[] =>
  isGrid(block)
    ? [
        ...(block.sheet === undefined ? [] : [{ text: block.sheet, place: block.sheet }]),
        ...block.cells.flatMap(({ text, place, nested = [] }) => [
          { text, place },
          ...nested.flatMap(textsOf),
        ]),
      ]
    : [{ text: block.text, place: block.place }];
