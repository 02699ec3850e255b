import { UnreadableError } from '../../bytes/limits.js';
import { openBmp } from './open-bmp.js';
import { openJpeg } from './open-jpeg.js';
import { openPng } from './open-png.js';
import { openTiff } from './open-tiff.js';
import type { PictureFile } from './picture-file.js';

const KINDS: readonly [magic: RegExp, open: (bytes: Uint8Array) => PictureFile][] = [
  [/^\xff\xd8\xff/, openJpeg],
  [/^\x89PNG/, openPng],
  [/^(II\*\0|MM\0\*)/, openTiff],
  [/^BM/, openBmp],
];
const UNREAD: readonly [magic: RegExp, name: string][] = [
  [/^GIF8/, 'GIF'],
  [/^RIFF[\s\S]{4}WEBP/, 'WebP'],
];
const MAGIC_WITHIN = 16;

/**
 * Opens a picture file: JPEG, PNG, TIFF or BMP, told by its first bytes. Sizes are checked before anything is decoded.
 * @throws LimitError beyond LIMITS.picturePixels or LIMITS.pages
 * @throws UnreadableError `corrupt` where it is damaged or cut off, `unsupported` where it is of another kind
 */
export function openPicture(bytes: Uint8Array): PictureFile {
  const head = String.fromCharCode(...bytes.subarray(0, MAGIC_WITHIN));
  const open = KINDS.find(([magic]) => magic.test(head))?.[1];
  if (open) return open(bytes);
  const name = UNREAD.find(([magic]) => magic.test(head))?.[1];
  throw new UnreadableError(
    'unsupported',
    name ? `文件是 ${name} 图片，请另存为 PNG 或 JPEG` : '文件不是能读取的图片',
  );
}
