import { inflateSync } from 'node:zlib';
import { LIMITS, LimitError, UnreadableError } from '../../bytes/limits.js';
import type { ColorRaster } from '../raster.js';
import type { PictureFile } from './picture-file.js';
import { checkPictureSize, likelyDpi } from './picture-size.js';
import { type PngHead, pngColors } from './png-colors.js';
import { bytesOfPasses, type PngPass, passesOf, unfilter } from './png-passes.js';
import { rowSink } from './row-sink.js';

const METRES_PER_INCH = 0.0254;
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Interlaced pictures are put together in memory. */
const MOST_INTERLACED = 40_000_000;

interface PngFile extends PngHead {
  isInterlaced: boolean;
  dpi?: number;
  data: Uint8Array[];
}

/** Opens a PNG file (ISO/IEC 15948); transparent parts show white. */
export function openPng(bytes: Uint8Array): PictureFile {
  const file = readChunks(bytes);
  checkPictureSize(file.width, file.height);
  return {
    pages: 1,
    async page() {
      const { raster, factor } = decode(file);
      return { raster, dpi: likelyDpi(file.dpi && file.dpi / factor, raster.width, raster.height) };
    },
  };
}

function readChunks(bytes: Uint8Array): PngFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file: PngFile = {
    width: 0,
    height: 0,
    depth: 0,
    channels: 0,
    isIndexed: false,
    isInterlaced: false,
    data: [],
  };
  let hasEnd = false;
  for (let at = 8; at + 12 <= bytes.length && !hasEnd; ) {
    const length = view.getUint32(at);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length < length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    readChunk(file, type, body);
    hasEnd = type === 'IEND';
    at += 12 + length;
  }
  if (!hasEnd) throw new UnreadableError('corrupt', 'PNG 图片不完整，后面的部分缺失');
  return file;
}

function readChunk(file: PngFile, type: string, body: Uint8Array): void {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (type === 'IHDR' && body.length >= 13) {
    const color = body[9] ?? 0;
    file.width = view.getUint32(0);
    file.height = view.getUint32(4);
    file.depth = body[8] ?? 0;
    file.channels = CHANNELS[color] ?? 0;
    file.isIndexed = color === 3;
    file.isInterlaced = body[12] === 1;
    if (!DEPTHS[color]?.includes(file.depth)) throw new UnreadableError('corrupt', 'PNG 图片的文件头损坏');
  } else if (type === 'PLTE') file.palette = body;
  else if (type === 'tRNS') file.transparency = body;
  else if (type === 'IDAT') file.data.push(body);
  else if (type === 'pHYs' && body.length >= 9 && body[8] === 1)
    file.dpi = view.getUint32(0) * METRES_PER_INCH;
}

function decode(file: PngFile): { raster: ColorRaster; factor: number } {
  const { width, height } = file;
  const bitsPerPixel = file.depth * file.channels;
  const passes = passesOf(width, height, file.isInterlaced);
  const lines = inflated(file.data, bytesOfPasses(passes, bitsPerPixel));
  unfilter(lines, passes, bitsPerPixel);
  const colors = pngColors(file);
  const sink = rowSink(width, height);
  if (file.isInterlaced) {
    const whole = deinterlaced(lines, passes, file, colors);
    for (let y = 0; y < height; y++) sink.add(whole.subarray(3 * y * width, 3 * (y + 1) * width));
  } else {
    const row = new Uint8Array(3 * width);
    const length = Math.ceil((width * bitsPerPixel) / 8);
    for (let y = 0; y < height; y++) {
      colors(lines, y * (length + 1) + 1, width, row);
      sink.add(row);
    }
  }
  return { raster: sink.raster(), factor: sink.factor };
}

/** All data inflated; they must be as long as the size says, so no bomb can hide in them. */
function inflated(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (length > LIMITS.pictureBytes) throw new LimitError('图片展开后超过内存限额');
  const data = Buffer.concat(parts);
  let lines: Uint8Array;
  try {
    lines = inflateSync(data, { maxOutputLength: length });
  } catch (error) {
    throw new UnreadableError(
      'corrupt',
      `PNG 图片的数据损坏（${error instanceof Error ? error.message : ''}）`,
    );
  }
  if (lines.length < length) throw new UnreadableError('corrupt', 'PNG 图片的数据不完整');
  return lines;
}

function deinterlaced(
  lines: Uint8Array,
  passes: readonly PngPass[],
  { width, height, depth, channels }: PngFile,
  colors: ReturnType<typeof pngColors>,
): Uint8Array {
  if (width * height > MOST_INTERLACED) throw new LimitError('隔行存储的 PNG 图片太大');
  const whole = new Uint8Array(3 * width * height);
  const row = new Uint8Array(3 * width);
  let at = 0;
  for (const pass of passes) {
    const length = Math.ceil((pass.width * depth * channels) / 8);
    for (let y = 0; y < pass.height; y++, at += length + 1) {
      colors(lines, at + 1, pass.width, row);
      for (let x = 0; x < pass.width; x++) {
        const to = 3 * ((pass.top + y * pass.down) * width + pass.left + x * pass.across);
        whole[to] = row[3 * x] ?? 0;
        whole[to + 1] = row[3 * x + 1] ?? 0;
        whole[to + 2] = row[3 * x + 2] ?? 0;
      }
    }
  }
  return whole;
}
