import type { OcrMode } from '../../src/model/facts/ocr-modes.js';
import { LIMITS, UnreadableError } from '../bytes/limits.js';
import type { TextRecognition } from '../reader.js';
import { hasModels } from './letters/load-models.js';
import { openTextReader } from './letters/open-text-reader.js';
import type { TextReader } from './letters/text-reader.js';
import { recognizePage } from './recognize-page.js';

/** Whether pictures can be read here: the optional parts are installed. */
export const canRecognize = (): boolean => hasModels();

/**
 * What one document is recognized with; undefined where that is switched off or not installed. The models are loaded with the
 * first picture.
 */
export function recognitionFor(mode: OcrMode): TextRecognition | undefined {
  if (mode === 'off' || !canRecognize()) return undefined;
  let pages = 0;
  return {
    again: mode === 'all',
    isSpent: () => pages >= LIMITS.recognizedPages,
    async read(picture, pixelsPerPoint) {
      pages++;
      return recognizePage(picture, pixelsPerPoint, await readerOfTexts());
    },
  };
}

/** @throws UnreadableError where the parts are there and cannot be loaded: made for another system, damaged */
async function readerOfTexts(): Promise<TextReader> {
  let reason = '模型没有装全';
  try {
    const reader = await openTextReader();
    if (reader) return reader;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new UnreadableError('needs-ocr', `文字识别已安装而不能使用：${reason}`);
}
