import { UnreadableError } from '../../bytes/limits.js';
import type { PictureFile } from './picture-file.js';
import { checkPictureSize, likelyDpi } from './picture-size.js';
import { rowSink } from './row-sink.js';

const METRES_PER_INCH = 0.0254;
const HEADER = 14;
const UNCOMPRESSED = 0;
const BIT_FIELDS = 3;

/** Opens a BMP file without compression, of 1, 4, 8, 24 or 32 bits a pixel (BITMAPINFOHEADER and its successors). */
export function openBmp(bytes: Uint8Array): PictureFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + 40) throw new UnreadableError('corrupt', 'BMP 图片不完整');
  const start = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  const [width, signed] = [view.getInt32(18, true), view.getInt32(22, true)];
  const height = Math.abs(signed);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  checkPictureSize(width, height);
  if (
    ![1, 4, 8, 24, 32].includes(bits) ||
    (compression !== UNCOMPRESSED && !(compression === BIT_FIELDS && bits === 32))
  ) {
    throw new UnreadableError('unsupported', 'BMP 图片用了不支持的压缩方式');
  }
  const stride = 4 * Math.ceil((width * bits) / 32);
  if (start + stride * height > bytes.length)
    throw new UnreadableError('corrupt', 'BMP 图片不完整，后面的部分缺失');
  const palette = bytes.subarray(HEADER + headerSize, start);
  const dpi = view.getInt32(38, true) * METRES_PER_INCH;
  return {
    pages: 1,
    async page() {
      const sink = rowSink(width, height);
      const row = new Uint8Array(3 * width);
      for (let y = 0; y < height; y++) {
        readRow(bytes, start + stride * (signed > 0 ? height - 1 - y : y), bits, palette, row);
        sink.add(row);
      }
      const raster = sink.raster();
      return { raster, dpi: likelyDpi(dpi / sink.factor, raster.width, raster.height) };
    },
  };
}

/** Colours are stored blue first. */
function readRow(bytes: Uint8Array, from: number, bits: number, palette: Uint8Array, row: Uint8Array): void {
  const mask = (1 << Math.min(bits, 8)) - 1;
  for (let x = 0, to = 0; to < row.length; x++, to += 3) {
    const bit = x * bits;
    const at = from + (bit >> 3);
    const source = bits > 8 ? bytes : palette;
    const i = bits > 8 ? at : 4 * (((bytes[at] ?? 0) >> (8 - bits - (bit & 7))) & mask);
    row[to] = source[i + 2] ?? 0;
    row[to + 1] = source[i + 1] ?? 0;
    row[to + 2] = source[i] ?? 0;
  }
}
