import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFontProgram } from '../../../extractors/pdf/content/font-program.js';
import { pdfReader } from '../../../extractors/pdf/pdf-reader.js';
import type { Extraction } from '../../../src/model/grid.js';
import { buildPdf, PdfCanvas, type PdfObject } from '../../support/pdf-builder.js';
import { paragraphsOf, readPages } from '../../support/read-pdf.js';
import { type Rectangle, truetypeFont } from '../../support/truetype-font.js';

const TEXT = '修建村级道路十二公里';
const GLYPHS: Rectangle[] = [...TEXT].map((character, i) => ({
  character,
  width: 400 + 37 * i,
  height: 800 - 41 * ((i * 3) % 10),
}));
const word = (value: number): string => value.toString(16).padStart(4, '0');
const hex = (bytes: readonly number[]): string =>
  `${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;

/** A composite font with an embedded program and no map to Unicode. */
function embedded(program: readonly number[], glyphOfCode?: ReadonlyMap<number, number>): PdfObject[] {
  const map = new Array<number>(2 * 0x10000).fill(0);
  for (const [code, glyph] of glyphOfCode ?? []) {
    map[2 * code] = glyph >> 8;
    map[2 * code + 1] = glyph & 0xff;
  }
  return [
    {
      number: 109,
      dictionary:
        '/Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [110 0 R]',
    },
    {
      number: 110,
      dictionary: `/Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 111 0 R /DW 1000 /CIDToGIDMap ${glyphOfCode ? '113 0 R' : '/Identity'}`,
    },
    {
      number: 111,
      dictionary:
        '/Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontFile2 112 0 R',
    },
    { number: 112, dictionary: '/Filter /ASCIIHexDecode', stream: hex(program) },
    ...(glyphOfCode ? [{ number: 113, dictionary: '/Filter /ASCIIHexDecode', stream: hex(map) }] : []),
  ];
}

/** A font drawn by the document, its codes from 1 on named. */
const drawn = (names: readonly string[]): PdfObject[] => [
  {
    number: 109,
    dictionary: `/Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar ${names.length} /Widths [${names.map(() => '600').join(' ')}] /Encoding << /Type /Encoding /Differences [1 ${names.map((name) => `/${name}`).join(' ')}] >> /CharProcs << ${names.map((name) => `/${name} 120 0 R`).join(' ')} >> /Resources << >>`,
  },
  { number: 120, dictionary: '', stream: '600 0 0 0 500 700 d1 0 0 500 700 re f' },
];

const read = (codes: readonly string[], objects: PdfObject[], turns = 0): Promise<Extraction> =>
  readPages([new PdfCanvas().raw(`BT /F9 12 Tf 60 700 Td <${codes.join('')}> Tj ET`).page(turns)], {
    objects,
  });
const codesOf = ({ diagnostics }: Extraction): string[] => diagnostics.map(({ code }) => code);

describe('text without a map to Unicode', () => {
  it.each([4, 12] as const)('is told by the map of an embedded font, of format %i', async (format) => {
    const codes = GLYPHS.map((_, i) => word(i + 1));
    const found = await read(codes, embedded(truetypeFont(GLYPHS, format)));
    expect(paragraphsOf(found)).toEqual([TEXT]);
    expect(codesOf(found)).toEqual(['text-from-font']);
  });

  it('is told where its codes are Unicode', async () => {
    const glyphs = new Map(GLYPHS.map(({ character }, i) => [character.codePointAt(0) ?? 0, i + 1]));
    const found = await read([...glyphs.keys()].map(word), embedded(truetypeFont(GLYPHS), glyphs));
    expect(paragraphsOf(found)).toEqual([TEXT]);
    expect(codesOf(found)).toEqual(['text-from-font']);
  });

  it('is refused where its codes are numbers of their own', async () => {
    const glyphs = new Map(GLYPHS.map((_, i) => [i + 1, GLYPHS.length - i]));
    const found = await read([...glyphs.keys()].map(word), embedded(truetypeFont(GLYPHS), glyphs));
    expect(found.outcome).toBe('needs-ocr');
    expect(codesOf(found)).toEqual(['no-unicode-map']);
  });

  it.each([
    ['names of the Adobe Glyph List', ['four', 'one', 'comma', 'M', 'percent', 'a'], '41,M%a'],
    ['names that hold their character', ['uni9053', 'uni8DEF', 'u516C', 'uni91CC'], '道路公里'],
    ['single characters', ['T', 'o', 'n'], 'Ton'],
  ])('is told by %s', async (_, names, text) => {
    const found = await read(
      names.map((_name, i) => word(i + 1).slice(2)),
      drawn(names),
    );
    expect(paragraphsOf(found)).toEqual([text]);
    expect(codesOf(found)).toEqual(['text-from-font']);
  });

  it('is told from bytes as the file system hands them over, which are left as they were', async () => {
    const page = new PdfCanvas().raw('BT /F9 12 Tf 60 700 Td <010203> Tj ET').page();
    const bytes = Buffer.from(buildPdf([page], { objects: drawn(['T', 'o', 'n']) }));
    const before = Buffer.from(bytes).toString('hex');
    expect(paragraphsOf(await pdfReader.read(bytes, { path: 'test.pdf' }))).toEqual(['Ton']);
    expect(bytes.toString('hex')).toBe(before);
  });

  it('is refused where the names of its glyphs say nothing', async () => {
    const names = ['a1', 'g2', 'glyph3', 'x4'];
    const found = await read(
      names.map((_, i) => word(i + 1).slice(2)),
      drawn(names),
    );
    expect(found.outcome).toBe('needs-ocr');
    expect(codesOf(found)).toEqual(['no-unicode-map']);
  });
});

describe('the program of a font', () => {
  it('is read, whatever the bytes', () => {
    const whole = truetypeFont(GLYPHS);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, end) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const program = readFontProgram(bytes.subarray(0, end));
        for (const glyph of program?.characterOf.keys() ?? []) program?.sizeOf(glyph);
      }),
    );
  });

  it('that claims more characters than there are is none', () => {
    const bytes = Uint8Array.from(truetypeFont(GLYPHS, 12));
    const map = 12 + 16 * 7 + 12;
    new DataView(bytes.buffer).setUint32(map + 16, 0);
    new DataView(bytes.buffer).setUint32(map + 20, 0xffffffff);
    expect(readFontProgram(bytes)).toBeNull();
  });
});
