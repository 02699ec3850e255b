import { encodeGbk } from './disclosure-formats/encode-gbk.js';
import { oleFile } from './word-binary.js';

/** A paragraph of a Word 6 document; `text` includes its end mark, modifiers have codes of one byte. */
export interface OldParagraph {
  text: string;
  sprms?: number[];
  characters?: number[];
}

export interface OldOptions {
  language?: number;
  encrypted?: boolean;
  /** Store the text in two pieces, the second first, as hasty saving does. */
  pieces?: boolean;
}

const PAGE = 512;
const TEXT_START = 0x300;
const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];

export const OLD_CELL_END = [24, 1];

/** Modifiers of the paragraph that ends a row; cells by their right edges and flags. */
export function oldRowEnd(cells: [right: number, flags?: number][]): number[] {
  const body = [cells.length, ...u16(0), ...cells.flatMap(([right]) => u16(right))];
  for (const [, flags = 0] of cells) body.push(...u16(flags), ...new Array<number>(8).fill(0));
  return [24, 1, 25, 1, 190, ...u16(body.length + 1), ...body];
}

/** A small .doc of Word 6: one stream, text in GBK. */
export function oldWordBinary(paragraphs: OldParagraph[], options: OldOptions = {}): Uint8Array {
  const encoded = paragraphs.map((p) => encodeGbk(p.text));
  const length = encoded.reduce((sum, bytes) => sum + bytes.length, 0);
  const half = options.pieces ? (encoded[0]?.length ?? 0) : 0;
  const pagesFrom = Math.ceil((TEXT_START + length) / PAGE);
  const main = new Uint8Array((pagesFrom + 2 * paragraphs.length + 1) * PAGE);
  const header = new DataView(main.buffer);
  const pagesEnd = (pagesFrom + 2 * paragraphs.length) * PAGE;

  let at = 0;
  encoded.forEach((bytes, i) => {
    const offset = TEXT_START + (options.pieces ? (i === 0 ? length - half : at - half) : at);
    at += bytes.length;
    main.set(bytes, offset);
    const bounds = [...u32(offset), ...u32(offset + bytes.length)];
    const page = (pagesFrom + i) * PAGE;
    const properties = [0, 0, ...(paragraphs[i]?.sprms ?? [])];
    main.set([...bounds, 32], page);
    main.set([Math.ceil(properties.length / 2), ...properties], page + 64);
    main[page + PAGE - 1] = 1;
    const characterPage = (pagesFrom + paragraphs.length + i) * PAGE;
    const characters = paragraphs[i]?.characters ?? [];
    main.set([...bounds, characters.length > 0 ? 32 : 0], characterPage);
    main.set([characters.length, ...characters], characterPage + 64);
    main[characterPage + PAGE - 1] = 1;
  });

  const pageList = (from: number): number[] => [
    ...paragraphs.flatMap(() => u32(0)),
    ...u32(0),
    ...paragraphs.flatMap((_, i) => u16(from + i)),
  ];
  let end = pagesEnd;
  const put = (place: number, part: number[]): void => {
    header.setUint32(place, end, true);
    header.setUint32(place + 4, part.length, true);
    main.set(part, end);
    end += part.length;
  };
  main.set([...u16(0xa5dc), ...u16(104)]);
  main.set(u16(options.language ?? 0x0804), 0x06);
  main.set(u16((options.encrypted ? 0x0100 : 0) | (options.pieces ? 0x0004 : 0)), 0x0a);
  header.setUint32(0x18, TEXT_START, true);
  header.setUint32(0x1c, TEXT_START + length, true);
  header.setUint32(0x34, length, true);
  put(0xc0, pageList(pagesFrom));
  put(0xb8, pageList(pagesFrom + paragraphs.length));
  if (options.pieces) {
    const piece = (offset: number): number[] => [...u16(0), ...u32(offset), ...u16(0)];
    const positions = [...u32(0), ...u32(half), ...u32(length)];
    put(0x160, [2, ...u32(28), ...positions, ...piece(TEXT_START + length - half), ...piece(TEXT_START)]);
  }
  return oleFile({ WordDocument: main });
}
