/** A line of text; `x` and `y` are its upper left corner in points from the page's upper left. */
export interface LayoutText {
  x: number;
  y: number;
  size: number;
  text: string;
  /** Width it is to fill at most; the letters are narrowed to it. */
  width?: number;
}

export interface LayoutBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface LayoutPage {
  width: number;
  height: number;
  texts: LayoutText[];
  /** Filled boxes: rulings where they are thin, backgrounds where not. */
  rules: LayoutBox[];
  backgrounds: LayoutBox[];
}

/** Part of the font's size that stands above the baseline. */
const ASCENT = 0.88;
const NARROW_FROM = 0x20;
const NARROW_TO = 0x7e;
const FIRST_PAGE_OBJECT = 10;

/**
 * Writes positioned text and boxes as a PDF (ISO 32000-1), for what is a printed page in another format to be read as one.
 * The font is not embedded; its codes are UTF-16, ideographs are as wide as high, ASCII half of that.
 */
export function layoutPdf(pages: readonly LayoutPage[]): Uint8Array {
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${pageObject(i)} 0 R`).join(' ')}] >>`,
    ],
    [
      3,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Text /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    ],
    [
      4,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Text /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [${NARROW_FROM} ${NARROW_TO} 500] >>`,
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /Text /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    ],
    [6, stream(identityMap())],
  ]);
  pages.forEach((page, i) => {
    const box = `[0 0 ${fixed(page.width)} ${fixed(page.height)}]`;
    objects.set(
      pageObject(i),
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /Font << /F 3 0 R >> >> /Contents ${pageObject(i) + 1} 0 R >>`,
    );
    objects.set(pageObject(i) + 1, stream(contentOf(page)));
  });
  return Buffer.from(fileOf(objects), 'latin1');
}

const pageObject = (index: number): number => FIRST_PAGE_OBJECT + 2 * index;
const fixed = (number: number): string => number.toFixed(2);
const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function contentOf({ height, texts, rules, backgrounds }: LayoutPage): string {
  const fill = ({ left, top, right, bottom }: LayoutBox): string =>
    `${fixed(left)} ${fixed(height - bottom)} ${fixed(right - left)} ${fixed(bottom - top)} re f`;
  return [
    '0.9 g',
    ...backgrounds.map(fill),
    '0 g',
    ...rules.map(fill),
    ...texts.map((text) => textOperators(text, height)),
  ].join('\n');
}

/** Width of a text in the pages drawn here: ASCII letters are half as wide as high, all others as wide as high. */
export const naturalWidth = ({ text, size }: Pick<LayoutText, 'text' | 'size'>): number =>
  [...text].reduce((sum, char) => sum + (char <= '~' ? size / 2 : size), 0);

function textOperators({ x, y, size, text, width }: LayoutText, height: number): string {
  const natural = naturalWidth({ text, size });
  const scale = width !== undefined && width > 0 && natural > width ? (100 * width) / natural : 100;
  return `BT /F ${fixed(size)} Tf ${fixed(scale)} Tz 1 0 0 1 ${fixed(x)} ${fixed(height - y - ASCENT * size)} Tm <${hex(text)}> Tj ET`;
}

function hex(text: string): string {
  const digits: string[] = [];
  for (let i = 0; i < text.length; i++) digits.push(text.charCodeAt(i).toString(16).padStart(4, '0'));
  return digits.join('');
}

/** A ToUnicode map in which each code means itself; ranges may not cross a first byte, nor blocks hold more than 100. */
function identityMap(): string {
  const ranges = Array.from({ length: 256 }, (_, first) => {
    const byte = first.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks: string[] = [];
  for (let i = 0; i < ranges.length; i += 100) {
    const block = ranges.slice(i, i + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function fileOf(objects: ReadonlyMap<number, string>): string {
  let file = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `;
  });
  return `${file}xref\n0 ${size}\n${entries.join('\n')}\ntrailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
}
