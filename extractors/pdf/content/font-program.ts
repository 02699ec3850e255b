/** Size of a glyph's ink, in shares of the font's height. */
export interface GlyphSize {
  width: number;
  height: number;
}

/** What the program of a TrueType font tells of its glyphs. */
export interface FontProgram {
  /** Number of the glyph a character is drawn with, and the (lowest) character a glyph is drawn for. */
  glyphOf: ReadonlyMap<number, number>;
  characterOf: ReadonlyMap<number, number>;
  /** Null for a glyph without ink, and where the program has no such glyph. */
  sizeOf(glyph: number): GlyphSize | null;
}

/** `true` and the version number that Windows' fonts begin with. */
const TRUE_TYPE: ReadonlySet<number> = new Set([0x74727565, 0x00010000]);
const HEAD = 0x68656164;
const CHARACTER_MAP = 0x636d6170;
const GLYPHS = 0x676c7966;
const LOCATIONS = 0x6c6f6361;
/** Entries of all maps together; a font has no more, a damaged one may claim billions. */
const MOST_ENTRIES = 1 << 20;
/** Platform and encoding of the maps that are of Unicode: Windows' two, and all of platform 0. */
const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));

/**
 * Reads the tables `cmap`, `loca` and `glyf` of an embedded font (OpenType 1.9).
 * @returns null where it is no TrueType font, maps no Unicode, or is damaged
 */
export function readFontProgram(bytes: Uint8Array): FontProgram | null {
  try {
    return programOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function programOf(data: DataView): FontProgram | null {
  if (!TRUE_TYPE.has(data.getUint32(0))) return null;
  const tables = new Map<number, DataView>();
  for (let i = 0; i < data.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const start = data.getUint32(record + 8);
    const length = Math.min(data.getUint32(record + 12), data.byteLength - start);
    tables.set(data.getUint32(record), new DataView(data.buffer, data.byteOffset + start, length));
  }
  const head = tables.get(HEAD);
  const map = tables.get(CHARACTER_MAP);
  const outlines = tables.get(GLYPHS);
  const locations = tables.get(LOCATIONS);
  if (!head || !map || !outlines || !locations) return null;
  const glyphOf = readCharacterMap(map);
  if (glyphOf.size === 0) return null;
  const characterOf = new Map<number, number>();
  for (const [character, glyph] of glyphOf) {
    if (character < (characterOf.get(glyph) ?? Infinity)) characterOf.set(glyph, character);
  }
  const unit = head.getUint16(18) || 1;
  const isLong = head.getInt16(50) !== 0;
  const startOf = (glyph: number): number =>
    isLong ? locations.getUint32(4 * glyph) : 2 * locations.getUint16(2 * glyph);
  return {
    glyphOf,
    characterOf,
    sizeOf: (glyph) => {
      if ((glyph + 2) * (isLong ? 4 : 2) > locations.byteLength) return null;
      const start = startOf(glyph);
      if (startOf(glyph + 1) - start < 10 || start + 10 > outlines.byteLength) return null;
      return {
        width: (outlines.getInt16(start + 6) - outlines.getInt16(start + 2)) / unit,
        height: (outlines.getInt16(start + 8) - outlines.getInt16(start + 4)) / unit,
      };
    },
  };
}

/** Characters and their glyphs, from all maps of Unicode in the formats 4 and 12. */
function readCharacterMap(table: DataView): Map<number, number> {
  const glyphOf = new Map<number, number>();
  for (let i = 0; i < table.getUint16(2); i++) {
    const record = 4 + 8 * i;
    if (!isUnicode(table.getUint16(record), table.getUint16(record + 2))) continue;
    const start = table.getUint32(record + 4);
    const format = table.getUint16(start);
    if (format === 4) readSegments(table, start, glyphOf);
    if (format === 12) readGroups(table, start, glyphOf);
  }
  return glyphOf;
}

/** Format 4: segments of the Basic Multilingual Plane, as four arrays of words. */
function readSegments(table: DataView, start: number, glyphOf: Map<number, number>): void {
  const bytes = table.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + bytes + 2;
  let entries = 0;
  for (let at = 0; at < bytes; at += 2) {
    const last = table.getUint16(ends + at);
    const delta = table.getUint16(starts + bytes + at);
    const offsetAt = starts + 2 * bytes + at;
    const offset = table.getUint16(offsetAt);
    const first = table.getUint16(starts + at);
    entries += Math.max(0, last - first);
    if (entries > MOST_ENTRIES) throw new RangeError('map of characters too large');
    for (let character = first; character <= last && character < 0xffff; character++) {
      const own = offset === 0 ? character : table.getUint16(offsetAt + offset + 2 * (character - first));
      const glyph = offset !== 0 && own === 0 ? 0 : (own + delta) & 0xffff;
      if (glyph !== 0) glyphOf.set(character, glyph);
    }
  }
}

/** Format 12: groups of characters whose glyphs follow each other. */
function readGroups(table: DataView, start: number, glyphOf: Map<number, number>): void {
  let entries = 0;
  for (let i = 0; i < table.getUint32(start + 12); i++) {
    const group = start + 16 + 12 * i;
    const first = table.getUint32(group);
    const last = Math.min(table.getUint32(group + 4), 0x10ffff);
    const glyph = table.getUint32(group + 8);
    entries += Math.max(0, last - first);
    if (entries > MOST_ENTRIES) throw new RangeError('map of characters too large');
    for (let character = first; character <= last && glyph + character - first <= 0xffff; character++) {
      glyphOf.set(character, glyph + character - first);
    }
  }
}
