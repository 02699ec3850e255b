import { UnreadableError } from '../bytes/limits.js';
import { collectGlyphs } from '../printed/page/collect-glyphs.js';
import type { PageContent } from '../printed/page/page-content.js';
import type { DecodedPicture, PictureFile } from '../raster/files/picture-file.js';

const POINTS_PER_INCH = 72;
/** A picture that does not say how large it is is taken for a sheet of A4. */
const LONGER_SIDE = 842;

/** A page that is a picture, and nothing known of it but its size. */
export interface PicturePage extends PageContent {
  picture: DecodedPicture;
}

export const isPicturePage = (page: PageContent): page is PicturePage => 'picture' in page;

/** The pages of a picture file, each decoded when it is wanted; null for one of several that is damaged. @throws as `PictureFile.page` */
export async function* picturePages(file: PictureFile): AsyncGenerator<PicturePage | null> {
  for (let number = 1; number <= file.pages; number++) yield await picturePage(file, number);
}

/** One of them, from 1. */
export async function picturePage(file: PictureFile, number: number): Promise<PicturePage | null> {
  try {
    return pageOf(await file.page(number));
  } catch (error) {
    if (error instanceof UnreadableError && file.pages > 1) return null;
    throw error;
  }
}

function pageOf(picture: DecodedPicture): PicturePage {
  const { raster, dpi } = picture;
  const scale = dpi ? POINTS_PER_INCH / dpi : LONGER_SIDE / Math.max(raster.width, raster.height);
  const [width, height] = [raster.width * scale, raster.height * scale];
  return {
    width,
    height,
    glyphs: collectGlyphs([]),
    rules: [],
    fills: [],
    images: [{ left: 0, top: 0, right: width, bottom: height }],
    shapes: 0,
    picture,
  };
}
