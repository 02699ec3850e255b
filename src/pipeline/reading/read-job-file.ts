import { containerOf, isArchive } from '../../../extractors/bytes/archive/is-archive.js';
import type { TextRecognition } from '../../../extractors/reader.js';
import { recognitionFor } from '../../../extractors/scanned/recognition-for.js';
import type { ReadDocument } from '../../model/document.js';
import type { PackedReading } from '../../model/ports/documents.js';
import { readWholeFile } from '../files/read-whole-file.js';
import { viewFile } from '../files/view-file.js';
import { hashFile } from '../inputs/hash-file.js';
import { LARGEST_FILE } from './largest-file.js';
import { readDocument } from './read-document.js';
import type { ReadAnswer, ReadJob, ReadSign } from './read-job.js';
import { unreadDocument } from './unread-document.js';
import { withCellsOfRows } from './with-cells-of-rows.js';

/** Packs a document as the engine of the store keeps it. */
export type PackReading = (document: ReadDocument) => PackedReading;

/**
 * Reads the file of a job; of an archive it only says that it is one. A document beyond the limit is not even loaded; a zip of
 * files and an archive of the web may be of any size, a rar must fit into memory.
 * @param pack for an answer that goes into a store
 */
export async function readJobFile(
  { file, path, hints, ocr = 'off', corrections, abandoned }: ReadJob,
  pack?: PackReading,
  tell?: (sign: ReadSign) => void,
): Promise<ReadAnswer> {
  const bytes = await readWholeFile(file, LARGEST_FILE);
  if (bytes === null) {
    const container = await viewFile(file, (view) => isArchive(view) && containerOf(view));
    if (container === 'zip' || container === 'warc') return { kind: 'archive' };
    const most = `${LARGEST_FILE / 1024 / 1024} MB`;
    const reason = container === 'rar' ? `rar 压缩包超过 ${most}，请解压后导入` : `文件超过 ${most}`;
    return answer(
      pack,
      unreadDocument({ ...(await hashFile(file)), path, format: 'unknown' }, 'limit', reason),
    );
  }
  if (isArchive(bytes)) return { kind: 'archive' };
  const recognition = recognitionFor(ocr);
  const document = await readDocument(bytes, {
    path,
    hints,
    corrections,
    abandoned,
    progress: tell && (() => tell(null)),
    recognition: recognition && telling(recognition, tell),
  });
  return answer(pack, document);
}

/** Says so before each picture: it may take more than the process has. */
const telling = (
  recognition: TextRecognition,
  tell: ((sign: ReadSign) => void) | undefined,
): TextRecognition => ({
  ...recognition,
  read(picture, pixelsPerPoint) {
    tell?.('recognizing');
    return recognition.read(picture, pixelsPerPoint);
  },
});

/** Packed here, where there is one process for each core, and not by the single writer. */
const answer = (pack: PackReading | undefined, document: ReadDocument): ReadAnswer =>
  pack
    ? { kind: 'document', document: withCellsOfRows(document), packed: pack(document) }
    : { kind: 'document', document };
