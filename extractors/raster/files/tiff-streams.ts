import { UnreadableError } from '../../bytes/limits.js';
import type { PictureStream } from './pdf-of-picture.js';
import type { TiffTags } from './tiff-tags.js';

const TAG = {
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  sampleFormat: 339,
  jpegTables: 347,
} as const;

const UNCOMPRESSED = 1;
const JPEG = 7;
const FAX = [2, 3, 4];
const BITS_REVERSED = 2;
const UNSIGNED = 1;
const SEPARATE_PLANES = 2;
/** PhotometricInterpretation. */
const WHITE_IS_ZERO = 0;
const RGB = 2;
const PALETTE = 3;

const unsupported = (what: string): UnreadableError =>
  new UnreadableError('unsupported', `TIFF 图片${what}，不能读取`);

/**
 * The strips or tiles of a page, each under the filter of PDF that is its compression's like (as in Adobe's TIFF 6.0, both have
 * the same fax, LZW, JPEG, Flate and PackBits).
 * @throws UnreadableError where it is of a kind that is not read, or cut off
 */
export function tiffStreams(
  bytes: Uint8Array,
  tags: TiffTags,
  width: number,
  height: number,
): PictureStream[] {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const samples = one(TAG.samples, 1);
  const bits = one(TAG.bits, 1);
  const compression = one(TAG.compression, UNCOMPRESSED);
  const photometric = one(TAG.photometric, WHITE_IS_ZERO);
  if (samples > 1 && one(TAG.planar, 1) === SEPARATE_PLANES) throw unsupported('把颜色分开存储');
  if (one(TAG.sampleFormat, UNSIGNED) !== UNSIGNED || ![1, 2, 4, 8].includes(bits)) {
    throw unsupported(`每个分量 ${bits} 位`);
  }
  const isReversed =
    one(TAG.fillOrder, 1) === BITS_REVERSED && (compression === UNCOMPRESSED || FAX.includes(compression));
  const space = colorSpace(tags, photometric, samples, bits, compression);
  const tables = Uint8Array.from(tags.get(TAG.jpegTables) ?? []);
  return piecesOf(bytes, tags, width, height).map(({ data, ...box }) => {
    const filter = filterOf(tags, compression, box, { samples, bits, photometric });
    const own = compression === JPEG && tables.length > 4 ? withTables(data, tables) : data;
    return {
      ...box,
      dictionary: `${space} /BitsPerComponent ${bits} ${filter}`,
      data: isReversed ? own.map(reversedBits) : own,
    };
  });
}

function colorSpace(
  tags: TiffTags,
  photometric: number,
  samples: number,
  bits: number,
  compression: number,
): string {
  if (photometric === PALETTE && samples === 1) {
    const map = tags.get(TAG.colorMap) ?? [];
    const size = 1 << bits;
    const hex = Array.from({ length: 3 * size }, (_, i) =>
      ((map[(i % 3) * size + Math.floor(i / 3)] ?? 0) >> 8).toString(16).padStart(2, '0'),
    ).join('');
    return `/ColorSpace [/Indexed /DeviceRGB ${size - 1} <${hex}>]`;
  }
  if (samples === 1 && photometric <= 1) {
    const isInverted = FAX.includes(compression)
      ? photometric !== WHITE_IS_ZERO
      : photometric === WHITE_IS_ZERO;
    return `/ColorSpace /DeviceGray${isInverted ? ' /Decode [1 0]' : ''}`;
  }
  if (samples === 3 && (photometric === RGB || compression === JPEG)) return '/ColorSpace /DeviceRGB';
  if (samples === 4 && photometric === 5) return '/ColorSpace /DeviceCMYK';
  throw unsupported(`有 ${samples} 个颜色分量`);
}

interface Samples {
  samples: number;
  bits: number;
  photometric: number;
}

function filterOf(
  tags: TiffTags,
  compression: number,
  { width, height }: { width: number; height: number },
  { samples, bits, photometric }: Samples,
): string {
  const predictor = tags.get(TAG.predictor)?.[0] ?? 1;
  const predicted =
    predictor === 1
      ? ''
      : ` /DecodeParms << /Predictor ${predictor} /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`;
  const fax = (k: number, more = ''): string =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height}${more} >>`;
  switch (compression) {
    case UNCOMPRESSED:
      return '';
    case 2:
      return fax(0, ' /EncodedByteAlign true');
    case 3:
      return fax(((tags.get(TAG.faxOptions)?.[0] ?? 0) & 1) === 1 ? 1 : 0);
    case 4:
      return fax(-1);
    case 5:
      return `/Filter /LZWDecode${predicted}`;
    case JPEG:
      return `/Filter /DCTDecode${photometric === RGB ? ' /DecodeParms << /ColorTransform 0 >>' : ''}`;
    case 8:
    case 32946:
      return `/Filter /FlateDecode${predicted}`;
    case 32773:
      return '/Filter /RunLengthDecode';
    default:
      throw unsupported(`的压缩方式 ${compression}`);
  }
}

type Piece = Omit<PictureStream, 'dictionary'>;

/** Where the strips or tiles stand on the picture, and their bytes. */
function piecesOf(bytes: Uint8Array, tags: TiffTags, width: number, height: number): Piece[] {
  const isTiled = tags.has(TAG.tileWidth);
  const across = isTiled ? (tags.get(TAG.tileWidth)?.[0] ?? width) : width;
  const down = Math.min(
    height,
    (isTiled ? tags.get(TAG.tileHeight) : tags.get(TAG.rowsPerStrip))?.[0] ?? height,
  );
  if (!(across > 0 && down > 0)) throw new UnreadableError('corrupt', 'TIFF 的页目录损坏');
  const offsets = tags.get(isTiled ? TAG.tileOffsets : TAG.stripOffsets) ?? [];
  const lengths = tags.get(isTiled ? TAG.tileBytes : TAG.stripBytes) ?? [];
  const columns = Math.ceil(width / across);
  const count = columns * Math.ceil(height / down);
  if (offsets.length < count) throw new UnreadableError('corrupt', 'TIFF 图片不完整');
  return offsets.slice(0, count).map((offset, i) => {
    const length = lengths[i] ?? bytes.length - offset;
    if (offset + length > bytes.length)
      throw new UnreadableError('corrupt', 'TIFF 图片不完整，后面的部分缺失');
    const top = Math.floor(i / columns) * down;
    return {
      left: (i % columns) * across,
      top,
      width: across,
      height: isTiled ? down : Math.min(down, height - top),
      data: bytes.subarray(offset, offset + length),
    };
  });
}

/** A JPEG whose tables are kept apart, with them: they go in after its first marker. */
function withTables(jpeg: Uint8Array, tables: Uint8Array): Uint8Array {
  const inner = tables.subarray(2, -2);
  const whole = new Uint8Array(jpeg.length + inner.length);
  whole.set(jpeg.subarray(0, 2));
  whole.set(inner, 2);
  whole.set(jpeg.subarray(2), 2 + inner.length);
  return whole;
}

function reversedBits(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}
