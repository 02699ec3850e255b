import { UserError } from '../../src/model/facts/user-error.js';

/**
 * Limits of reading, the only place where they stand. Beyond one of them a document ends as `limit`; sizes count real
 * inflated bytes as they inflate, never sizes a file declares of itself.
 */
export const LIMITS = {
  /** One document. An archive may be larger: only its members are read into memory, one at a time. */
  inputBytes: 200 * 1024 * 1024,
  inflatedBytes: 512 * 1024 * 1024,
  xmlDepth: 256,
  xmlElements: 2_000_000,
  /** Characters of one text document: some ten thousand printed pages. */
  documentText: 16 * 1024 * 1024,
  /** Cells of all tables of one text document, each of them kept, also a blank one. */
  documentCells: 800_000,
  gridSlots: 4_000_000,
  /** XML of all parts of one workbook; the workbook library holds a part several times over while it reads it. */
  workbookXml: 160 * 1024 * 1024,
  /** Characters of all cells of one workbook, a text that many cells share counted for each of them. */
  workbookText: 64 * 1024 * 1024,
  /** Cells in a row; Excel has no more. */
  gridColumns: 16_384,
  pages: 2_000,
  /** Pictures of text of one document, some seconds each. */
  recognizedPages: 200,
  /** Pixels a page of a picture file says it has; told before any of them is decoded. A3 at 600 dots per inch has 70 million. */
  picturePixels: 120_000_000,
  /** Bytes of its pixels as the file keeps them. */
  pictureBytes: 256 * 1024 * 1024,
  /** Elements of a page, about 1 KB of memory each while it is read. */
  htmlElements: 1_000_000,
  archiveDepth: 3,
  archiveMembers: 50_000,
  /** All members of one archive together, those of archives inside it included. */
  archiveBytes: 4 * 1024 * 1024 * 1024,
} as const;

/** Thrown inside readers when a limit is passed; the outcome becomes `limit`. */
export class LimitError extends UserError {
  override name = 'LimitError';
}

/** Thrown inside readers for what the file itself says it is: encrypted, damaged, of a kind we do not read. */
export class UnreadableError extends UserError {
  override name = 'UnreadableError';

  constructor(
    readonly outcome: 'encrypted' | 'corrupt' | 'unsupported' | 'needs-ocr' | 'empty' | 'ignored',
    message: string,
  ) {
    super(message);
  }
}
