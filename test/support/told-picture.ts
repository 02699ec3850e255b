import type { TextRecognition } from '../../extractors/reader.js';
import { jpegOf } from './pictures/through-jpeg.js';
import { recognizedPage } from './recognized-page.js';

/** A picture large enough to be a page; what is on it `toldRecognition` says. */
export const blankScan = (): Uint8Array =>
  jpegOf({ width: 600, height: 800, pixels: new Uint8Array(3 * 600 * 800).fill(230) }, 60);

/** Reads every picture as one heading and one table, or finds nothing on any. */
export function toldRecognition(found = true): TextRecognition & { count(): number } {
  let pages = 0;
  return {
    again: false,
    isSpent: () => false,
    async read() {
      pages++;
      return found
        ? recognizedPage(
            '绩效目标表',
            [
              ['指标', '指标值'],
              ['宣传', '≥12场'],
            ],
            () => 80,
          )
        : null;
    },
    count: () => pages,
  };
}
