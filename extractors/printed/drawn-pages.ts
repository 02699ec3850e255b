import type { ReadOptions } from '../reader.js';
import type { PrintedLetters } from './read-printed-letters.js';

type Awaitable<T> = T | Promise<T>;

/** How the pages of a format are drawn as they were printed. */
export interface DrawnPages {
  /** Every text with the place of each letter, by which private ones are painted over. @throws UnreadableError, LimitError */
  letters(bytes: Uint8Array, progress?: ReadOptions['progress']): Promise<PrintedLetters>;
  /** The page, from 1, as a page of a PDF; null where it cannot be read. @throws UnreadableError, LimitError */
  pdfPage(bytes: Uint8Array, page: number): Awaitable<{ bytes: Uint8Array; page: number } | null>;
}
