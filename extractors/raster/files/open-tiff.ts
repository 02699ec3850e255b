import { UnreadableError } from '../../bytes/limits.js';
import { drawPicture } from './draw-picture.js';
import { isTurned } from './pdf-of-picture.js';
import type { DecodedPicture, PictureFile } from './picture-file.js';
import { checkPictureSize, likelyDpi } from './picture-size.js';
import { tiffStreams } from './tiff-streams.js';
import { orientationAndDpi, readTiffTags, type TiffTags } from './tiff-tags.js';

const SUBFILE_TYPE = 254;
const WIDTH = 256;
const HEIGHT = 257;

/** Opens a TIFF file (TIFF 6.0) of one or many pages; what is a small copy of another page is no page. */
export function openTiff(bytes: Uint8Array): PictureFile {
  const pages = readTiffTags(bytes).filter((tags) => ((tags.get(SUBFILE_TYPE)?.[0] ?? 0) & 1) === 0);
  if (pages.length === 0) throw new UnreadableError('corrupt', 'TIFF 里没有图片');
  return {
    pages: pages.length,
    async page(number) {
      const tags = pages[number - 1];
      if (!tags) throw new UnreadableError('corrupt', `TIFF 没有第 ${number} 页`);
      return decode(bytes, tags);
    },
  };
}

async function decode(bytes: Uint8Array, tags: TiffTags): Promise<DecodedPicture> {
  const [width, height] = [tags.get(WIDTH)?.[0] ?? 0, tags.get(HEIGHT)?.[0] ?? 0];
  checkPictureSize(width, height);
  const { orientation, dpi } = orientationAndDpi(tags);
  const streams = tiffStreams(bytes, tags, width, height);
  const raster = await drawPicture({ width, height, orientation, streams });
  const drawn = raster.width / (isTurned(orientation) ? height : width);
  return { raster, dpi: likelyDpi(dpi && dpi * drawn, raster.width, raster.height) };
}
