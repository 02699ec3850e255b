import type { Pdfium, Pointer } from '../../raster/pdfium/pdfium.js';
import { type FontProgram, type GlyphSize, readFontProgram } from './font-program.js';
import type { NamedGlyphs } from './glyph-names.js';
import type { Scratch } from './scratch.js';

/** A character that PDFium has no Unicode for. */
export interface UnmappedGlyph {
  /** Its place among the glyphs read, and among the characters of PDFium's page. */
  at: number;
  index: number;
  font: Pointer;
  /** What the page writes for it. */
  code: number;
}

export interface FontTexts {
  /** Unicode of the characters that their fonts tell, by place among the glyphs. */
  told: Map<number, number>;
  /** Some fonts are drawn by the document itself (Type 3), and nothing is known of the names of their glyphs. */
  wantsNames: boolean;
}

/** Differences in font heights that are none: PDFium rounds to thousandths, and adds up to a 64th to heights. */
const SAME_WIDTH = 0.003;
const SAME_HEIGHT = 0.02;
/** Share of a font's codes on a page that are drawn as supposed, and share that could be compared. */
const AGREEING = 0.95;
const COMPARED = 0.5;

/**
 * Finds what characters are that have no Unicode by the document's maps. A TrueType font that is embedded has a map of its
 * own from Unicode to glyphs: it is read backwards where the codes are numbers of glyphs, and tells that they are Unicode
 * where they are; which of the two shows in the sizes of what is drawn. Type 3 fonts tell by the names of their glyphs.
 *
 * @param names of the page's Type 3 fonts; undefined where they were not asked for
 */
export function readFontTexts(
  engine: Pdfium,
  scratch: Scratch,
  text: Pointer,
  unmapped: readonly UnmappedGlyph[],
  names: readonly NamedGlyphs[] | undefined,
): FontTexts {
  const result: FontTexts = { told: new Map(), wantsNames: false };
  const byFont = new Map<Pointer, UnmappedGlyph[]>();
  for (const glyph of unmapped) {
    const own = byFont.get(glyph.font);
    if (own) own.push(glyph);
    else byFont.set(glyph.font, [glyph]);
  }
  for (const [font, glyphs] of byFont) {
    if (!font || !engine.call.FPDFFont_GetIsEmbedded(font)) continue;
    const bytes = fontFile(engine, scratch, font);
    const codes = new Map(glyphs.map(({ code, index }) => [code, index]));
    if (bytes.length === 0 && names === undefined) result.wantsNames = true;
    const characters =
      bytes.length === 0
        ? charactersByName([...codes.keys()], names ?? [])
        : charactersByProgram(codes, readFontProgram(bytes), (index) =>
            drawnSize(engine, scratch, text, index),
          );
    for (const { at, code } of glyphs) {
      const character = characters.get(code);
      if (character) result.told.set(at, character);
    }
  }
  return result;
}

/** The font file as the document brings it; empty for a Type 3 font. */
function fontFile({ call, bytes }: Pdfium, { floats, integer }: Scratch, font: Pointer): Uint8Array {
  if (!call.FPDFFont_GetFontData(font, 0, 0, floats)) return new Uint8Array(0);
  const size = integer(0) >>> 0;
  const buffer = size > 0 ? call.malloc(size) : 0;
  if (!buffer) return new Uint8Array(0);
  call.FPDFFont_GetFontData(font, buffer, size, floats);
  const file = bytes().slice(buffer, buffer + size);
  call.free(buffer);
  return file;
}

/** Size of a character's ink on the page, along and across its text, in font heights; null where it cannot be told. */
function drawnSize({ call }: Pdfium, scratch: Scratch, text: Pointer, index: number): GlyphSize | null {
  if (!call.FPDFText_GetCharBox(text, index, ...scratch.doubles)) return null;
  const [left, right, bottom, top] = scratch.readDoubles();
  if (!call.FPDFText_GetMatrix(text, index, scratch.floats)) return null;
  const [a, b, c, d] = scratch.readMatrix();
  const size = call.FPDFText_GetFontSize(text, index);
  const upright = b === 0 && c === 0;
  if (!upright && (a !== 0 || d !== 0)) return null;
  const along = size * Math.abs(upright ? a : b);
  const across = size * Math.abs(upright ? d : c);
  const [width, height] = upright ? [right - left, top - bottom] : [top - bottom, right - left];
  return along > 0 && across > 0 ? { width: width / along, height: height / across } : null;
}

/** @param codes with the place of one character each, to look at its size */
function charactersByProgram(
  codes: ReadonlyMap<number, number>,
  program: FontProgram | null,
  sizeAt: (index: number) => GlyphSize | null,
): ReadonlyMap<number, number> {
  if (!program) return new Map();
  const { glyphOf, characterOf, sizeOf } = program;
  const drawn = new Map([...codes].map(([code, index]) => [code, sizeAt(index)]));
  const readings = [
    { glyph: (code: number) => code, character: (code: number) => characterOf.get(code) },
    {
      glyph: (code: number) => glyphOf.get(code) ?? 0,
      character: (code: number) => (glyphOf.has(code) ? code : 0),
    },
  ].map(({ glyph, character }) => {
    let compared = 0;
    let same = 0;
    for (const [code, seen] of drawn) {
      const own = sizeOf(glyph(code));
      if (!own || !seen) continue;
      compared++;
      if (isSameSize(own, seen)) same++;
    }
    return {
      character,
      same,
      holds: compared >= COMPARED * codes.size && same >= AGREEING * compared && same > 0,
    };
  });
  const best = readings.filter(({ holds }) => holds).sort((x, y) => y.same - x.same)[0];
  return new Map(best ? [...codes.keys()].map((code) => [code, best.character(code) ?? 0]) : []);
}

const isSameSize = (a: GlyphSize, b: GlyphSize): boolean =>
  Math.abs(a.width - b.width) <= SAME_WIDTH && Math.abs(a.height - b.height) <= SAME_HEIGHT;

/** Characters of the codes of one font, as far as all fonts that have these codes agree on them. */
function charactersByName(
  codes: readonly number[],
  fonts: readonly NamedGlyphs[],
): ReadonlyMap<number, number> {
  const [first, ...others] = fonts.filter((font) => codes.every((code) => font.has(code)));
  return new Map(
    codes.map((code) => {
      const character = first?.get(code) ?? 0;
      return [code, others.every((font) => font.get(code) === character) ? character : 0];
    }),
  );
}
