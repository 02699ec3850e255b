/**
 * Which pictures of text are recognized: none; those of pages that have no text; also those that carry the text of an earlier
 * recognition.
 */
export const OCR_MODES = ['off', 'auto', 'all'] as const;

export type OcrMode = (typeof OCR_MODES)[number];

/** For people. */
export const OCR_TITLES: Record<OcrMode, string> = {
  off: '不识别',
  auto: '没有文字的页面和图片',
  all: '连扫描件里已有识别结果的页面也重新识别',
};
