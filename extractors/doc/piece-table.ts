import { byteView } from '../bytes/byte-view.js';
import { UnreadableError } from '../bytes/limits.js';
import { decodeWindows1252 } from '../bytes/windows-1252.js';

/** A stretch of text that lies together in the main stream. */
export interface Piece {
  /** Character positions in the text, end exclusive. */
  start: number;
  end: number;
  /** Byte offset in the main stream. */
  offset: number;
  bytesPerCharacter: 1 | 2;
  /** Charset of single bytes, or of one byte and two (Word 6 and 95). */
  charset: string;
  /** Property modifiers of the whole piece, left by incremental saving. */
  modifiers: Uint8Array;
}

const PROPERTIES = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;

type PieceText = Pick<Piece, 'offset' | 'bytesPerCharacter' | 'charset'>;

/** Word 97: a bit says that characters have one byte each. */
function textOfWord97(fc: number): PieceText {
  const compressed = (fc & COMPRESSED) !== 0;
  return {
    offset: compressed ? (fc & (COMPRESSED - 1)) >>> 1 : fc & (COMPRESSED - 1),
    bytesPerCharacter: compressed ? 1 : 2,
    charset: 'windows-1252',
  };
}

/** Reads the Clx ([MS-DOC] 2.9.38): modifiers, then the pieces in the order of the text. */
export function readPieces(clx: Uint8Array, textAt: (fc: number) => PieceText = textOfWord97): Piece[] {
  const view = byteView(clx);
  const properties: Uint8Array[] = [];
  let at = 0;
  while (at < clx.length && view.u8(at) === PROPERTIES) {
    const length = view.u16(at + 1);
    properties.push(view.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  if (view.u8(at) !== PIECES) throw new UnreadableError('corrupt', 'Word 文档的文字块表损坏');
  const count = Math.floor((Math.min(view.u32(at + 1), clx.length - at - 5) - 4) / 12);
  const positions = at + 5;
  const descriptors = positions + 4 * (count + 1);
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const descriptor = descriptors + 8 * i;
    const prm = view.u16(descriptor + 6);
    return {
      start: view.u32(positions + 4 * i),
      end: view.u32(positions + 4 * (i + 1)),
      ...textAt(view.u32(descriptor + 2)),
      modifiers: (prm & 1) === 1 ? (properties[prm >> 1] ?? new Uint8Array()) : new Uint8Array(),
    };
  });
}

/**
 * The characters of a piece from one position to another, one by one. Where some have two bytes, positions count bytes: the
 * second has no character.
 */
export function pieceText(
  piece: Piece,
  main: Uint8Array,
  start: number,
  end: number,
): string | readonly string[] {
  const from = piece.offset + (start - piece.start) * piece.bytesPerCharacter;
  const bytes = main.subarray(from, from + (end - start) * piece.bytesPerCharacter);
  if (piece.bytesPerCharacter === 2) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  return piece.charset === 'windows-1252' ? decodeWindows1252(bytes) : doubleByteText(bytes, piece.charset);
}

function doubleByteText(bytes: Uint8Array, charset: string): string[] {
  const decoder = new TextDecoder(charset);
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const isDouble = (bytes[at] ?? 0) > 0x80 && (bytes[at + 1] ?? 0) >= 0x40;
    characters.push(decoder.decode(bytes.subarray(at, at + (isDouble ? 2 : 1))));
    if (isDouble) {
      characters.push('');
      at++;
    }
  }
  return characters;
}
