import { byteView } from '../bytes/byte-view.js';
import { isLikelyGb } from '../bytes/legacy-charset.js';
import { UnreadableError } from '../bytes/limits.js';
import { characterEffects } from './character-effects.js';
import type { WordStreams } from './file-header.js';
import { type FormattedRun, type RunProperties, readRuns } from './formatted-runs.js';
import { asWord97Sprms } from './old-sprm.js';
import { type Piece, readPieces } from './piece-table.js';
import type { WordText } from './word-paragraphs.js';

/** First words of Word 6 and 95 documents; the last three are those of the East Asian versions. */
const IDENTS = [0xa5dc, 0xa5dd, 0xa697, 0xa698, 0xa699];
const FIRST_VERSION = 101;
const FIRST_WORD_97_VERSION = 0x00c1;
const FLAG_COMPLEX = 0x0004;
const FLAG_ENCRYPTED = 0x0100;
const PARAGRAPH_ENTRY = 7;
const CHINESE = [0x0804, 0x1004];
const TAIWANESE = [0x0404, 0x0c04];
const FEWEST_GB_BYTES = 8;

/** Where the name stands in a font's record of the old table, after the byte that holds its length. */
const FONT_NAME = 5;

export function isOldWord(main: Uint8Array): boolean {
  const view = byteView(main);
  const version = view.u16(2);
  return IDENTS.includes(view.u16(0)) && version >= FIRST_VERSION && version < FIRST_WORD_97_VERSION;
}

/**
 * Opens a document of Word 6 or 95. Its only stream is laid out like that of Word 97, with older places in the header, page
 * numbers of two bytes, modifiers of one-byte codes, and text in the charset of its language ("Microsoft Word 6.0 Binary
 * File Format"; places as Apache POI and LibreOffice have them).
 *
 * @throws UnreadableError `encrypted`
 */
export function openOldWord(main: Uint8Array): { text: WordText; lengths: WordStreams['lengths'] } {
  const view = byteView(main);
  const flags = view.u16(0x0a);
  if ((flags & FLAG_ENCRYPTED) !== 0) throw new UnreadableError('encrypted', 'Word 文档有打开密码');
  const part = (at: number): Uint8Array => {
    const start = view.u32(at);
    return main.subarray(start, start + view.u32(at + 4));
  };
  const lengths = {
    body: view.u32(0x34),
    footnotes: view.u32(0x38),
    headers: view.u32(0x3c) + view.u32(0x40),
    comments: view.u32(0x44),
    endnotes: view.u32(0x48),
    boxes: view.u32(0x4c),
  };
  const from = view.u32(0x18);
  const stored = main.subarray(from, view.u32(0x1c));
  const count = Object.values(lengths).reduce((sum, length) => sum + length, 0);
  const bytesPerCharacter = count > 0 && stored.length >= 2 * count ? 2 : 1;
  const charset = charsetOf(stored, view.u16(0x06));
  const where = (offset: number): Pick<Piece, 'offset' | 'bytesPerCharacter' | 'charset'> => ({
    offset,
    bytesPerCharacter,
    charset,
  });
  const pieces =
    (flags & FLAG_COMPLEX) !== 0 && view.u32(0x164) > 0
      ? readPieces(part(0x160), where).map((piece) => ({
          ...piece,
          modifiers: asWord97Sprms(piece.modifiers),
        }))
      : [{ start: 0, end: stored.length / bytesPerCharacter, modifiers: new Uint8Array(), ...where(from) }];
  const paragraphPages = pageNumbers(part(0xc0), view.u16(0x18c), view.u16(0x190));
  const characterPages = pageNumbers(part(0xb8), view.u16(0x18a), view.u16(0x18e));
  return {
    text: {
      main,
      data: new Uint8Array(),
      pieces,
      paragraphRuns: readRuns(paragraphPages, main, paragraphProperties),
      effects: characterEffects(readRuns(characterPages, main, characterProperties), fontNames(part(0xd0))),
    },
    lengths,
  };
}

/** Pages listed; documents saved in haste list fewer than they have, which then follow each other. */
function pageNumbers(list: Uint8Array, first: number, count: number): number[] {
  const view = byteView(list);
  const listed = Math.max(0, Math.floor((list.length - 4) / 6));
  if (count > listed) return Array.from({ length: count }, (_, i) => first + i);
  return Array.from({ length: listed }, (_, i) => view.u16(4 * (listed + 1) + 2 * i));
}

const paragraphProperties: RunProperties = (view, page, runs, i) => {
  const offset = view.u8(page + 4 * (runs + 1) + PARAGRAPH_ENTRY * i);
  if (offset === 0) return NO_PROPERTIES;
  const at = page + 2 * offset;
  const end = at + 1 + 2 * view.u8(at);
  return { style: view.u16(at + 1), modifiers: asWord97Sprms(view.slice(at + 3, end)) };
};

const characterProperties: RunProperties = (view, page, runs, i) => {
  const offset = view.u8(page + 4 * (runs + 1) + i);
  if (offset === 0) return NO_PROPERTIES;
  const at = page + 2 * offset;
  return { style: 0, modifiers: asWord97Sprms(view.slice(at + 1, at + 1 + view.u8(at))) };
};

const NO_PROPERTIES: Pick<FormattedRun, 'style' | 'modifiers'> = { style: 0, modifiers: new Uint8Array() };

function charsetOf(stored: Uint8Array, language: number): string {
  if (CHINESE.includes(language)) return 'gb18030';
  if (TAIWANESE.includes(language)) return 'big5';
  const high = stored.reduce((count, byte) => count + (byte >> 7), 0);
  return high >= FEWEST_GB_BYTES && isLikelyGb(stored) ? 'gb18030' : 'windows-1252';
}

function fontNames(table: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 2; at < table.length; at += 1 + (table[at] ?? 0)) {
    const record = table.subarray(at + 1 + FONT_NAME, at + 1 + (table[at] ?? 0));
    names.push(new TextDecoder('latin1').decode(record).split('\0')[0] ?? '');
  }
  return names;
}
