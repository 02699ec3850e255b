import { pagePlace } from '../../src/model/place.js';
import type { PageRecognition } from '../printed/document/found-page.js';
import type { Box } from '../printed/page/box.js';
import type { PageContent } from '../printed/page/page-content.js';
import type { TextRecognition } from '../reader.js';
import type { OfdPackage } from './ofd-package.js';
import { pagePicture } from './page-picture.js';

/** Reads pages from the pictures that are drawn on them. */
export const ofdRecognition = (ofd: OfdPackage, recognition: TextRecognition): PageRecognition => ({
  ...recognition,
  async page(number, { images }) {
    const { raster, box, missing } = await pagePicture(ofd, images);
    for (const reason of missing) {
      const message = `第 ${number} 页有一幅图片没有识别：${reason}`;
      ofd.diagnostics.push({ code: 'picture-not-recognized', message, place: pagePlace(number) });
    }
    const found = await recognition.read(raster, raster.width / (box.right - box.left));
    return found && placedAt(found, box);
  },
});

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
