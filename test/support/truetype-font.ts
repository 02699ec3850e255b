/** A glyph that is a filled rectangle, in thousandths of the font's height. */
export interface Rectangle {
  character: string;
  width: number;
  height: number;
}

const word = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 0xffff)];

/** One contour of four points on the curve, from the baseline up. */
const outline = ({ width, height }: Rectangle): number[] => [
  ...[1, 0, 0, width, height].flatMap(word),
  ...[3, 0].flatMap(word),
  ...[1, 1, 1, 1],
  ...[0, 0, width, 0].flatMap(word),
  ...[0, height, 0, -height].flatMap(word),
];

/** `cmap` with one table of format 4, a segment for each character, or of format 12. */
function characterMap(glyphs: readonly Rectangle[], format: 4 | 12): number[] {
  const entries = glyphs
    .map(({ character }, i) => ({ code: character.codePointAt(0) ?? 0, glyph: i + 1 }))
    .sort((a, b) => a.code - b.code);
  const header = [...[0, 1, 3, format === 4 ? 1 : 10].flatMap(word), ...long(12)];
  if (format === 12) {
    const groups = entries.flatMap(({ code, glyph }) => [...long(code), ...long(code), ...long(glyph)]);
    return [
      ...header,
      ...[12, 0].flatMap(word),
      ...[16 + groups.length, 0, entries.length].flatMap(long),
      ...groups,
    ];
  }
  const segments = [...entries, { code: 0xffff, glyph: 0 }];
  const body = [
    ...[2 * segments.length, 0, 0, 0].flatMap(word),
    ...segments.flatMap(({ code }) => word(code)),
    ...word(0),
    ...segments.flatMap(({ code }) => word(code)),
    ...segments.flatMap(({ code, glyph }) => word(glyph - code)),
    ...segments.flatMap(() => word(0)),
  ];
  return [...header, ...[4, body.length + 6, 0].flatMap(word), ...body];
}

/** A TrueType font of 1000 units whose glyphs 1, 2, … are those given; glyph 0 is empty. */
export function truetypeFont(glyphs: readonly Rectangle[], format: 4 | 12 = 4): number[] {
  const outlines = glyphs.map(outline);
  const ends = outlines.map((_, i) => outlines.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0));
  const count = glyphs.length + 1;
  const tables: [string, number[]][] = [
    ['cmap', characterMap(glyphs, format)],
    ['glyf', outlines.flat()],
    [
      'head',
      [
        ...[0x10000, 0x10000, 0, 0x5f0f3cf5].flatMap(long),
        ...[0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1000, 0, 8, 2, 1, 0].flatMap(word),
      ],
    ],
    [
      'hhea',
      [...long(0x10000), ...[880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, count].flatMap(word)],
    ],
    ['hmtx', Array.from({ length: count }, () => [1000, 0].flatMap(word)).flat()],
    ['loca', [0, 0, ...ends].flatMap(long)],
    ['maxp', [...long(0x10000), ...[count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0].flatMap(word)]],
  ];
  const bytes = [...long(0x10000), ...[tables.length, 64, 2, 48].flatMap(word)];
  let at = 12 + 16 * tables.length;
  for (const [tag, data] of tables) {
    bytes.push(
      ...[...tag].map((letter) => letter.charCodeAt(0)),
      ...long(0),
      ...long(at),
      ...long(data.length),
    );
    at += data.length + (-data.length & 3);
  }
  for (const [, data] of tables) bytes.push(...data, ...new Array<number>(-data.length & 3).fill(0));
  return bytes;
}
