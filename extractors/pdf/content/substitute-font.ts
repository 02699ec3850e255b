import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';

/** PDFium's numbers of the character sets GB 2312 and Big5. */
const CHINESE = [134, 136];
/** Table tags: all of a collection (`ttcf`), and all of the font. */
const COLLECTION = 0x74746366;
const WHOLE_FONT = 0;
/** What stands for the one font there is. */
const HANDLE = 1;

/** A font Chinese is drawn with where the document does not bring its own. */
export interface SubstituteFont {
  /** The file: a font, or a collection of them. */
  bytes: Uint8Array;
  /** Which one of a collection, from 0. */
  index: number;
}

/**
 * Gives PDFium a font for Chinese that is not embedded; without one it leaves those characters out.
 * @param missed told when such a font is asked for and there is none
 */
export function installSubstituteFont(engine: Pdfium, font: SubstituteFont | null, missed: () => void): void {
  const { call, addFunction } = engine;
  const bytes = font?.bytes ?? new Uint8Array(0);
  const isCollection =
    font !== null && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) === COLLECTION;
  const start = font && isCollection ? collectionOffset(bytes, font.index) : 0;
  const mapFont = (_self: Pointer, _weight: number, _italic: number, charset: number): Pointer => {
    if (!CHINESE.includes(charset)) return 0;
    if (!font) missed();
    return font ? HANDLE : 0;
  };
  const fontData = (_self: Pointer, _font: Pointer, table: number, buffer: Pointer, size: number): number => {
    const data =
      table === COLLECTION
        ? isCollection
          ? bytes
          : null
        : table === WHOLE_FONT
          ? bytes.subarray(start)
          : null;
    if (!data) return 0;
    if (buffer) engine.bytes().set(data.subarray(0, size >>> 0), buffer);
    return data.length;
  };
  /** A new function each time: Emscripten gives one function one signature. */
  const nothing = (): (() => number) => () => 0;
  /** FPDF_SYSFONTINFO: version 1, then its functions in order. */
  const members = [
    1,
    addFunction(nothing(), 'vi'),
    addFunction(nothing(), 'vii'),
    addFunction(mapFont, 'iiiiiiii'),
    addFunction(nothing(), 'iii'),
    addFunction(fontData, 'iiiiii'),
    addFunction(nothing(), 'iiiii'),
    addFunction(() => CHINESE[0] ?? 0, 'iii'),
    addFunction(nothing(), 'vii'),
  ];
  const info = call.malloc(4 * members.length);
  engine.view(Int32Array, info, members.length).set(members);
  call.FPDF_SetSystemFontInfo(info);
}

/** Where a font of a collection begins: the header is the tag, a version, a count, and these offsets. */
const collectionOffset = (bytes: Uint8Array, index: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(12 + 4 * index);
