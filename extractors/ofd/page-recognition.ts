import { UnreadableError } from '../bytes/limits.js';
import type { PageRecognition } from '../printed/document/found-page.js';
import { areaOf, type Box } from '../printed/page/box.js';
import type { PageContent } from '../printed/page/page-content.js';
import { openPicture } from '../raster/files/open-picture.js';
import { pdfOfRaster } from '../raster/files/pdf-of-raster.js';
import type { TextRecognition } from '../reader.js';
import type { OfdPackage } from './ofd-package.js';
import type { PlacedImage } from './page-drawing.js';

/** Reads pages from the picture that is drawn largest on them: a scan is one. */
export const ofdRecognition = (ofd: OfdPackage, recognition: TextRecognition): PageRecognition => ({
  ...recognition,
  async page(_, { images }) {
    const largest = largestOf(images);
    if (!largest) throw new UnreadableError('unsupported', '页上没有能读取的图片');
    const { raster } = await pictureOf(ofd, largest).page(1);
    const { whole } = largest;
    const found = await recognition.read(raster, raster.width / (whole.right - whole.left));
    return found && placedAt(found, whole);
  },
});

/** The page with its largest picture alone, for drawing; null where it has none that is upright. */
export async function pdfOfLargest(ofd: OfdPackage, page: PageContent): Promise<Uint8Array | null> {
  const largest = largestOf(page.images);
  if (!largest) return null;
  const { raster } = await pictureOf(ofd, largest).page(1);
  return pdfOfRaster(raster, page, largest.whole);
}

const largestOf = (images: readonly Box[]): PlacedImage | undefined =>
  images.filter(isPlaced).sort((a, b) => areaOf(b) - areaOf(a))[0];

const isPlaced = (image: Box): image is PlacedImage => 'media' in image;

/** @throws UnreadableError where the file is not in the package, or no picture */
function pictureOf(ofd: OfdPackage, { media }: PlacedImage): ReturnType<typeof openPicture> {
  const bytes = ofd.bytes(media.path, media.folder);
  if (!bytes) throw new UnreadableError('corrupt', `文件中缺少图片 ${media.path}`);
  return openPicture(bytes);
}

/** What was read of a picture, with its boxes where the picture stands on the page. */
function placedAt(content: PageContent, { left, top }: Box): PageContent {
  const own = content.asDisplayed ?? ((box: Box): Box => box);
  return {
    ...content,
    asDisplayed: (box) => {
      const on = own(box);
      return {
        left: on.left + left,
        top: on.top + top,
        right: on.right + left,
        bottom: on.bottom + top,
      };
    },
  };
}
