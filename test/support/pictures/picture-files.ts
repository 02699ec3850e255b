import { crc32, deflateSync } from 'node:zlib';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

export interface PngShape {
  width: number;
  height: number;
  depth: number;
  /** 0 gray, 2 colour, 3 palette, 4 gray with alpha, 6 colour with alpha. */
  color: number;
  interlaced?: boolean;
  /** Chunks between the head and the data. */
  chunks?: readonly [type: string, body: Uint8Array][];
  /** Rows as they stand in the file, each with its filter in front. */
  rows: Uint8Array;
}

/** A PNG file; its checksums are right. */
export function pngFile({
  width,
  height,
  depth,
  color,
  interlaced,
  chunks = [],
  rows,
}: PngShape): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, color, 0, 0, interlaced ? 1 : 0], 8);
  const all: [string, Uint8Array][] = [
    ['IHDR', head],
    ...chunks,
    ['IDAT', deflateSync(rows)],
    ['IEND', new Uint8Array(0)],
  ];
  return Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), ...all.map(([type, body]) => chunk(type, body))]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([latin1(type), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** A field of a TIFF directory: type 3 for short, 4 for long numbers. */
export type TiffField = readonly [tag: number, type: 3 | 4, values: readonly number[]];

export interface TiffPage {
  fields: readonly TiffField[];
  /** What offsets and lengths of strips are given for. */
  strips: readonly Uint8Array[];
}

const STRIP_OFFSETS = 273;
const STRIP_BYTES = 279;

/** A TIFF file of such pages, little endian or big. */
export function tiffFile(pages: readonly TiffPage[], little = true): Uint8Array {
  const parts: Buffer[] = [];
  let at = 0;
  const add = (part: Buffer): number => {
    const start = at;
    parts.push(part);
    at += part.length;
    return start;
  };
  const number = (value: number, bytes: 2 | 4): Buffer => {
    const buffer = Buffer.alloc(bytes);
    if (little) buffer.writeUIntLE(value, 0, bytes);
    else buffer.writeUIntBE(value, 0, bytes);
    return buffer;
  };
  add(latin1(little ? 'II' : 'MM'));
  add(number(42, 2));
  const first = add(Buffer.alloc(4));
  let pointer: [part: number, offset: number] = [2, first];
  for (const { fields, strips } of pages) {
    const offsets = strips.map((strip) => add(Buffer.from(strip)));
    const all: TiffField[] = [
      ...fields,
      [STRIP_OFFSETS, 4, offsets],
      [STRIP_BYTES, 4, strips.map(({ length }) => length)],
    ];
    const entries = [...all]
      .sort(([one], [other]) => one - other)
      .map(([tag, type, values]) => {
        const bytes = Buffer.concat(values.map((value) => number(value, type === 3 ? 2 : 4)));
        const inline =
          bytes.length <= 4 ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : number(add(bytes), 4);
        return Buffer.concat([number(tag, 2), number(type, 2), number(values.length, 4), inline]);
      });
    const directory = add(Buffer.concat([number(entries.length, 2), ...entries]));
    parts[pointer[0]] = number(directory, 4);
    pointer = [parts.length, add(Buffer.alloc(4))];
  }
  return Buffer.concat(parts);
}

/** A JPEG with an EXIF segment that says how it is turned. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = Buffer.concat([
    latin1('Exif\0\0'),
    tiffFile([{ fields: [[274, 3, [orientation]]], strips: [] }], false),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
