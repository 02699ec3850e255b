import type { Extraction } from '../../src/model/grid.js';

/** What a document without any text holds instead. */
export interface Instead {
  objects: boolean;
  pictures: boolean;
}

/** How a document without any text ends, by what it holds instead. */
export function withoutText({ objects, pictures }: Instead): Pick<Extraction, 'outcome' | 'reason'> {
  if (objects) return { outcome: 'partial', reason: '只有嵌入对象，其中的内容没有读取' };
  if (pictures) return { outcome: 'needs-ocr', reason: '只有图片，没有文字' };
  return { outcome: 'empty', reason: '没有文字' };
}
