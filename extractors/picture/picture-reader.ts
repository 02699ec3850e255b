import type { Extraction } from '../../src/model/grid.js';
import { UnreadableError } from '../bytes/limits.js';
import { sniff } from '../bytes/sniff.js';
import type { PageRecognition } from '../printed/document/found-page.js';
import { readPrinted } from '../printed/read-printed.js';
import { openPicture } from '../raster/files/open-picture.js';
import type { PictureFile } from '../raster/files/picture-file.js';
import type { Reader, TextRecognition } from '../reader.js';
import { isPicturePage, picturePages } from './picture-pages.js';

/** Pictures smaller than this (pixels) are ornaments, buttons, logos: no page of text is so small. */
const LEAST_PIXELS = 100_000;
const LEAST_SIDE = 120;

/** Pictures of pages, scanned or photographed; what no text is on is ignored. */
export const pictureReader: Reader = {
  format: 'picture',
  title: '图片',
  extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'bmp'],
  keeps: '扫描或拍照的表：表格线、合并单元格、段落、每格的位置和识别的把握；多页 TIFF；要装有文字识别',
  loses: '没有文字的图片记为已忽略；手写的字；会有认错的字',
  recognize: (bytes) => (sniff(bytes) === 'image' ? 1 : 0),
  async read(bytes, { progress, recognition }): Promise<Extraction> {
    const format = 'picture';
    if (!recognition) return { format, ...LEFT, blocks: [], diagnostics: [] };
    const file = opened(bytes);
    const read = await readPrinted(picturePages(file), {
      count: file.pages,
      progress,
      recognition: pictureRecognition(recognition),
    });
    if (read.outcome !== 'empty') return { format, ...read };
    return { format, ...read, outcome: 'ignored', reason: '图片上没有认出文字' };
  },
};

const LEFT = {
  outcome: 'ignored',
  reason: '文件是图片，文字识别没有开启或没有安装',
  pictures: 'left',
} as const satisfies Partial<Extraction>;

/** @throws UnreadableError `ignored` for a kind of picture that no document is scanned into */
function opened(bytes: Uint8Array): PictureFile {
  try {
    return openPicture(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableError) || error.outcome !== 'unsupported') throw error;
    throw new UnreadableError('ignored', error.message);
  }
}

const pictureRecognition = (recognition: TextRecognition): PageRecognition => ({
  ...recognition,
  async page(_, displayed) {
    if (!isPicturePage(displayed)) return null;
    const { raster } = displayed.picture;
    const isOrnament =
      raster.width * raster.height < LEAST_PIXELS || Math.min(raster.width, raster.height) < LEAST_SIDE;
    return isOrnament ? null : recognition.read(raster, raster.width / displayed.width);
  },
});
