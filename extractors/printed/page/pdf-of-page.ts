import { ASCENT } from './em-square.js';
import { GLYPH_SLANTED, GLYPH_SPACE, GLYPH_UNSEEN, type PageContent } from './page-content.js';

/** Largest code the encoding of the font can say. */
const LAST_CODE = 0xffff;
const AREA = '0.93 g';
const PICTURE = '0.85 g';
const INK = '0 g 0 G 0.5 w';

/**
 * What is known of a page as a PDF of one page, for a drawer of PDFs to draw: texts in a Chinese font that is named and not brought
 * along, rules, areas in light gray, pictures as empty boxes. What nobody sees is left out.
 */
export function pdfOfPage({ width, height, glyphs, rules, fills, images }: PageContent): Uint8Array {
  const up = (y: number): number => height - y;
  const box = ({ left, top, right, bottom }: (typeof images)[number]): string =>
    `${n(left)} ${n(up(bottom))} ${n(right - left)} ${n(bottom - top)} re f`;
  const content = [
    AREA,
    ...fills.filter(({ white }) => !white).map(box),
    PICTURE,
    ...images.map(box),
    INK,
    ...rules.map(({ horizontal, at, from, to }) =>
      horizontal
        ? `${n(from)} ${n(up(at))} m ${n(to)} ${n(up(at))} l S`
        : `${n(at)} ${n(up(from))} m ${n(at)} ${n(up(to))} l S`,
    ),
    'BT',
    ...lettersOf(glyphs, up),
    'ET',
  ];
  return serialized(width, height, content.join('\n'));
}

function lettersOf(glyphs: PageContent['glyphs'], up: (y: number) => number): string[] {
  const letters: string[] = [];
  for (let i = 0; i < glyphs.count; i++) {
    const code = glyphs.code[i] ?? 0;
    if ((glyphs.flags[i] ?? 0) & (GLYPH_UNSEEN | GLYPH_SPACE | GLYPH_SLANTED) || code > LAST_CODE) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = [
      glyphs.left[i],
      glyphs.top[i],
      glyphs.right[i],
      glyphs.bottom[i],
    ];
    const turn = glyphs.turn[i] ?? 0;
    const [along, size] = turn % 2 === 0 ? [right - left, bottom - top] : [bottom - top, right - left];
    if (!(size > 0 && along > 0)) continue;
    const natural = code < 0x7f ? size / 2 : size;
    const descent = (1 - ASCENT) * size;
    const matrix = [
      `1 0 0 1 ${n(left)} ${n(up(bottom - descent))}`,
      `0 -1 1 0 ${n(left + descent)} ${n(up(top))}`,
      `-1 0 0 -1 ${n(right)} ${n(up(top + descent))}`,
      `0 1 -1 0 ${n(right - descent)} ${n(up(bottom))}`,
    ][turn & 3];
    const hex = code.toString(16).padStart(4, '0');
    letters.push(`/F ${n(size)} Tf ${n(Math.min(100, (100 * along) / natural))} Tz ${matrix} Tm <${hex}> Tj`);
  }
  return letters;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** ISO 32000-1, 7.5: objects, their table, the trailer. */
function serialized(width: number, height: number, content: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${n(width)} ${n(height)}] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}
