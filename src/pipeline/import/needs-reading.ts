import type { ReadHints } from '../../model/document.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import type { PictureFate } from '../../model/grid.js';
import type { KnownDocument, ReadingFilter } from '../../model/ports/documents.js';
import { possibleOcr } from '../reading/possible-ocr.js';
import { READER_VERSION } from '../reading/reader-version.js';

/**
 * Whether reading a content that the store has under this path, with this known from outside, would leave a better reading
 * there (the store's own rule for two readings of one content, asked beforehand).
 * @param ocr how pictures would be read; `off` also where nothing is installed that can
 */
export function needsReading(
  known: KnownDocument,
  path: string,
  hints: ReadHints | null,
  ocr: OcrMode,
): boolean {
  if (known.outcome === 'ignored' && known.readerVersion === NEVER_READ) return true;
  if (Number(known.triedVersion) < Number(READER_VERSION)) return true;
  if (awaitsPictures(known, ocr)) return true;
  if ((hints === null) !== (known.hints === null)) return hints !== null;
  const isNews = JSON.stringify(hints) !== JSON.stringify(known.hints);
  return path < known.readAs || (isNews && path === known.readAs);
}

/** Whether there are pictures in it that were not read and would be in this mode. */
export const awaitsPictures = ({ pictures }: Pick<KnownDocument, 'pictures'>, ocr: OcrMode): boolean =>
  pictures !== null && unsatisfied(ocr).includes(pictures);

/** Readings that would be better now: of an older reader, or with pictures that can be read by now. */
export const outdated = (ocr: OcrMode = 'auto'): ReadingFilter => ({
  triedBefore: READER_VERSION,
  pictures: unsatisfied(possibleOcr(ocr)),
});

/** Pictures that ended so are read again in this mode. */
function unsatisfied(ocr: OcrMode): PictureFate[] {
  if (ocr === 'off') return [];
  return ocr === 'all' ? ['left', 'layer'] : ['left'];
}

/** Reader version of a file ignored for its name: no reader has seen it, so any reader may. */
export const NEVER_READ = 'none';
