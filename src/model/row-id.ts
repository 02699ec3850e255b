import { StoreError } from './facts/store-error.js';

/** Bits of an id that number the rows of one kind of one document. */
export const ORDINAL_BITS = 17;
/** Rows of one kind one document may have, plus one. */
const ROWS = 2 ** ORDINAL_BITS;
/** Number of document numbers: 36 bits. */
export const DOCUMENT_NUMBERS = 2 ** 36;

/**
 * Number a document would have by its content alone: the first 36 bits of its sha256.
 *
 * Row ids are `documentNumber · 2^17 + ordinal` and so depend on content only, never on the order of arrival. The bound is
 * 2^36 · 2^17 = 2^53, the integers a float holds exactly (JSON, JavaScript, spreadsheets up to 15 digits excepted).
 * Two of n documents share 36 bits with probability ≈ n² / 2^37 (50,000 documents: 1.8 %), so collisions happen and are
 * resolved by {@link placeDocument}.
 */
export const homeNumber = (sha256: string): number => Number.parseInt(sha256.slice(0, 9), 16);

/**
 * Id of the row with this ordinal (from 1) among the document's rows of its kind.
 * @throws StoreError beyond 131,071 rows of a kind
 */
export function rowId(documentNumber: number, ordinal: number): number {
  if (ordinal >= ROWS) {
    throw new StoreError('too-large', `文档中同类记录超过 ${ROWS - 1} 条，无法保存；请拆分后再导入`);
  }
  return documentNumber * ROWS + ordinal;
}

/** The document number and ordinal an id was made of. */
export const splitRowId = (id: number): { documentNumber: number; ordinal: number } => ({
  documentNumber: Math.floor(id / ROWS),
  ordinal: id % ROWS,
});

/** The least and the greatest id rows of the document may have. */
export const firstRowId = (documentNumber: number): number => documentNumber * ROWS;
export const lastRowId = (documentNumber: number): number => documentNumber * ROWS + ROWS - 1;
