import { UnreadableError } from '../../bytes/limits.js';
import { orientationAndDpi, readTiffTags } from './tiff-tags.js';

/** What EXIF says of how a picture is turned and its dots per inch; a damaged record says nothing. */
export function readExif(tiff: Uint8Array): { orientation: number; dpi?: number } {
  try {
    return orientationAndDpi(readTiffTags(tiff)[0] ?? new Map());
  } catch (error) {
    if (error instanceof UnreadableError) return { orientation: 1 };
    throw error;
  }
}
