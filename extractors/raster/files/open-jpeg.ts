import { UnreadableError } from '../../bytes/limits.js';
import { drawPicture } from './draw-picture.js';
import { isTurned } from './pdf-of-picture.js';
import type { PictureFile } from './picture-file.js';
import { checkPictureSize, likelyDpi } from './picture-size.js';
import { readExif } from './read-exif.js';

interface JpegHead {
  width: number;
  height: number;
  components: number;
  orientation: number;
  dpi?: number;
  /** CMYK as Adobe's programs write it: inverted. */
  isAdobe: boolean;
  isWhole: boolean;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Markers without a length: TEM, RST0 to RST7, SOI. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const CM_PER_INCH = 2.54;

/** Opens a JPEG file (ITU-T T.81, with JFIF and EXIF). */
export function openJpeg(bytes: Uint8Array): PictureFile {
  const { width, height, components, orientation, dpi, isAdobe, isWhole } = readHead(bytes);
  checkPictureSize(width, height);
  if (!isWhole) throw new UnreadableError('corrupt', 'JPEG 图片不完整，后面的部分缺失');
  const space = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[components];
  if (!space) throw new UnreadableError('unsupported', `JPEG 图片有 ${components} 个颜色分量，不能读取`);
  const inverted = components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const dictionary = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${inverted}`;
  return {
    pages: 1,
    async page() {
      const stream = { dictionary, data: bytes, left: 0, top: 0, width, height };
      const raster = await drawPicture({ width, height, orientation, streams: [stream] });
      const drawn = raster.width / (isTurned(orientation) ? height : width);
      return { raster, dpi: likelyDpi(dpi && dpi * drawn, raster.width, raster.height) };
    },
  };
}

/** Segments up to the first scan, and whether the file goes on to its end. */
function readHead(bytes: Uint8Array): JpegHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head: JpegHead = {
    width: 0,
    height: 0,
    components: 0,
    orientation: 1,
    isAdobe: false,
    isWhole: false,
  };
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== MARKER || marker === MARKER) {
      at++;
      continue;
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === START_OF_SCAN) {
      head.isWhole = hasEnd(bytes, at + 2 + length);
      return head;
    }
    readSegment(head, marker, bytes.subarray(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return head;
}

function readSegment(head: JpegHead, marker: number, body: Uint8Array): void {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const name = String.fromCharCode(...body.subarray(0, 5));
  if (isFrame(marker) && body.length >= 6) {
    head.height = view.getUint16(1);
    head.width = view.getUint16(3);
    head.components = body[5] ?? 0;
  } else if (marker === 0xe0 && name === 'JFIF\0' && body.length >= 12) {
    const density = view.getUint16(8);
    if (body[7] === 1) head.dpi = density;
    if (body[7] === 2) head.dpi = density * CM_PER_INCH;
  } else if (marker === 0xe1 && name === 'Exif\0') {
    const exif = readExif(body.subarray(6));
    head.orientation = exif.orientation;
    head.dpi ??= exif.dpi;
  } else if (marker === 0xee && name === 'Adobe') {
    head.isAdobe = true;
  }
}

function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let i = bytes.length - 2; i >= from; i--) {
    if (bytes[i] === MARKER && bytes[i + 1] === END_OF_IMAGE) return true;
  }
  return false;
}
