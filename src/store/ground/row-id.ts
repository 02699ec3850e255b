import { StoreError } from './store-error.js';

const ORDINAL_BITS = 17;
/** Rows of one kind one document may have, plus one. */
const ROWS = 2 ** ORDINAL_BITS;
const KIND_BITS = 3;
/** Kinds of row the search index has room for. */
const KINDS = 2 ** KIND_BITS;
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

/** SQL of the rowid of the search index that stands for a row of this kind (below 8); `id` is SQL too. */
export const entryOf = (id: string, kind: number): string => `${id} * ${KINDS} + ${kind}`;

/** SQL of what a rowid of the search index stands for: the id of the row, its kind, the number of its document. */
export const ENTRY = {
  id: `rowid / ${KINDS}`,
  kind: `rowid % ${KINDS}`,
  document: `rowid >> ${ORDINAL_BITS + KIND_BITS}`,
} as const;

/** SQL condition of the entries of rows between two ids, which are SQL. */
export const entriesBetween = (first: string, last: string): string =>
  `rowid BETWEEN CAST(${first} AS INTEGER) * ${KINDS} AND CAST(${last} AS INTEGER) * ${KINDS} + ${KINDS - 1}`;
