import type { Extraction, PictureFate } from '../../src/model/grid.js';

/** What a document without any text holds instead. */
export interface Instead {
  objects: boolean;
  pictures: boolean;
  /** What became of those that fill a page. */
  fate?: PictureFate;
}

/** How a document without any text ends, by what it holds instead. */
export function withoutText({ objects, pictures, fate }: Instead): Pick<Extraction, 'outcome' | 'reason'> {
  if (objects) return { outcome: 'partial', reason: '只有嵌入对象，其中的内容没有读取' };
  if (fate === 'read') return { outcome: 'empty', reason: '只有图片，图中没有认出文字' };
  if (pictures) return { outcome: 'needs-ocr', reason: '只有图片，没有文字' };
  return { outcome: 'empty', reason: '没有文字' };
}
