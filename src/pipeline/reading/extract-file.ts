import type { ReadDocument, ReadHints } from '../../model/document.js';
import { programFault } from '../../model/explain-error.js';
import type { OcrMode } from '../../model/facts/ocr-modes.js';
import { requireRegular } from '../files/open-regular.js';
import { hashFile } from '../inputs/hash-file.js';
import { OUTCOME_OF_DEATH } from './outcome-of-death.js';
import { possibleOcr } from './possible-ocr.js';
import { readerPool } from './reader-pool.js';
import { readingLimits } from './reading-limits.js';
import { unreadDocument } from './unread-document.js';

export interface ExtractOptions {
  hints?: ReadHints;
  /** How pictures of text are read; `auto` by default. */
  ocr?: OcrMode;
}

/**
 * Reads one file in a child process, without a store. What is wrong with the file is the document's outcome.
 * @throws MissingPathError, NotAFileError; the error of the file system when the file cannot be opened
 */
export async function extractFile(
  path: string,
  { hints = {}, ocr: wanted = 'auto' }: ExtractOptions = {},
): Promise<ReadDocument> {
  await requireRegular(path);
  const content = { ...(await hashFile(path)), path, format: 'unknown' };
  const ocr = possibleOcr(wanted);
  const readers = readerPool({ jobs: 1, limits: readingLimits(ocr) });
  try {
    const result = await readers.run({ file: path, path, hints, ocr });
    if (result.kind === 'done') {
      if (result.answer.kind === 'document') return result.answer.document;
      return unreadDocument(content, 'unsupported', '文件是压缩包；用 mingzhang import 读入其中的文件');
    }
    if (result.kind === 'died') return unreadDocument(content, OUTCOME_OF_DEATH[result.cause], result.reason);
    const reason = result.kind === 'failed' ? programFault(result.message) : null;
    return unreadDocument(content, 'crash', reason);
  } finally {
    await readers.close();
  }
}
