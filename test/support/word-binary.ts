import { CFB } from '@e965/xlsx';

/** A paragraph of a Word 97–2003 document; `text` includes its end mark. */
export interface BinaryParagraph {
  text: string;
  /** Property modifiers: code and operand bytes. */
  sprms?: [code: number, ...operand: number[]][];
  style?: number;
  /** Property modifiers of the characters. */
  characters?: [code: number, ...operand: number[]][];
}

export interface BinaryOptions {
  /** Store the text with one byte a character (Windows-1252). */
  compressed?: boolean;
  encrypted?: boolean;
  version?: number;
  data?: number[];
  fonts?: string[];
}

const PAGE = 512;
const TEXT_START = 0x600;
const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];

/** A cell of a row definition: its right edge in twips, and the flags of its descriptor. */
export type BinaryCell = [right: number, flags?: number];

/** Modifiers of the paragraph that ends a row. */
export const rowEnd = (cells: BinaryCell[], nested = false): BinaryParagraph['sprms'] => [
  ...(nested
    ? nestedIn(2, 0x244c)
    : ([
        [0x2416, 1],
        [0x2417, 1],
      ] as [number, number][])),
  [0xd608, ...rowDefinition(cells)],
];

/** Modifiers of a paragraph in a nested table, `mark` being the one that says what it ends. */
export const nestedIn = (depth: number, mark?: number): [number, ...number[]][] => [
  [0x2416, 1],
  [0x6649, ...u32(depth)],
  ...(mark === undefined ? [] : ([[mark, 1]] as [number, number][])),
];

/** Operand of sprmTDefTable with its length. */
export function rowDefinition(cells: BinaryCell[]): number[] {
  const body = [cells.length, ...u16(0), ...cells.flatMap(([right]) => u16(right))];
  for (const [, flags = 0] of cells) body.push(...u16(flags), ...new Array<number>(18).fill(0));
  return [...u16(body.length + 1), ...body];
}

/** A small .doc holding the paragraphs, written by the rules of [MS-DOC]. */
export function wordBinary(paragraphs: BinaryParagraph[], options: BinaryOptions = {}): Uint8Array {
  const width = options.compressed ? 1 : 2;
  const text = paragraphs.map((p) => p.text).join('');
  const encoded = Buffer.from(text, options.compressed ? 'latin1' : 'utf16le');
  const pagesFrom = Math.ceil((TEXT_START + encoded.length) / PAGE);
  const main = new Uint8Array((pagesFrom + 2 * paragraphs.length) * PAGE);
  main.set(encoded, TEXT_START);

  const offsets = [TEXT_START];
  for (const p of paragraphs) offsets.push((offsets.at(-1) ?? 0) + p.text.length * width);
  paragraphs.forEach((paragraph, i) => {
    const bounds = [...u32(offsets[i] ?? 0), ...u32(offsets[i + 1] ?? 0)];
    const page = (pagesFrom + i) * PAGE;
    main.set([...bounds, 32], page);
    const properties = [...u16(paragraph.style ?? 0), ...bytesOf(paragraph.sprms)];
    const padded = properties.length % 2 === 0 ? [...properties, 0] : properties;
    main.set([(padded.length + 1) / 2, ...padded], page + 64);
    main[page + PAGE - 1] = 1;

    const characterPage = (pagesFrom + paragraphs.length + i) * PAGE;
    const characters = bytesOf(paragraph.characters);
    main.set([...bounds, characters.length > 0 ? 32 : 0], characterPage);
    main.set([characters.length, ...characters], characterPage + 64);
    main[characterPage + PAGE - 1] = 1;
  });

  const first = options.compressed ? ((TEXT_START * 2) | 0x40000000) >>> 0 : TEXT_START;
  const pieces = [2, ...u32(16), ...u32(0), ...u32(text.length), ...u16(0), ...u32(first), ...u16(0)];
  const pageList = (from: number): number[] => [
    ...offsets.flatMap(u32),
    ...paragraphs.flatMap((_, i) => u32(from + i)),
  ];
  const table: number[] = [];
  const header = new DataView(main.buffer);
  const put = (at: number, part: number[]): void => {
    header.setUint32(at, table.length, true);
    header.setUint32(at + 4, part.length, true);
    table.push(...part);
  };
  header.setUint16(0, 0xa5ec, true);
  header.setUint16(2, options.version ?? 0x00c1, true);
  header.setUint16(0x0a, options.encrypted ? 0x0300 : 0x0200, true);
  header.setUint32(0x4c, text.length, true);
  put(0x1a2, pieces);
  put(0x102, pageList(pagesFrom));
  put(0xfa, pageList(pagesFrom + paragraphs.length));
  put(0x112, fontTable(options.fonts ?? []));
  return oleFile({
    WordDocument: main,
    '1Table': Uint8Array.from(table),
    ...(options.data ? { Data: Uint8Array.from(options.data) } : {}),
  });
}

const bytesOf = (sprms: BinaryParagraph['sprms'] = []): number[] =>
  sprms.flatMap(([code, ...operand]) => [...u16(code), ...operand]);

function fontTable(names: string[]): number[] {
  const records = names.map((name) => [
    ...new Array<number>(39).fill(0),
    ...Buffer.from(`${name}\0`, 'utf16le'),
  ]);
  return [...u16(names.length), ...u16(0), ...records.flatMap((record) => [record.length, ...record])];
}

/** An OLE compound file with the streams under its root. */
export function oleFile(streams: Record<string, Uint8Array>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
