import { ORDINAL_BITS } from '../../model/row-id.js';

const KIND_BITS = 3;
/** Kinds of row the search index has room for. */
export const KINDS = 2 ** KIND_BITS;

/** SQL of the rowid of the search index that stands for a row of this kind (below 8), which may be SQL as `id` is. */
export const entryOf = (id: string, kind: number | string): string => `${id} * ${KINDS} + ${kind}`;

/** SQL of what a rowid of the search index stands for: the id of the row, its kind, the number of its document. */
export const ENTRY = {
  id: `rowid / ${KINDS}`,
  kind: `rowid % ${KINDS}`,
  document: `rowid >> ${ORDINAL_BITS + KIND_BITS}`,
} as const;

/** SQL condition of the entries of rows between two ids, which are SQL. */
export const entriesBetween = (first: string, last: string): string =>
  `rowid BETWEEN CAST(${first} AS BIGINT) * ${KINDS} AND CAST(${last} AS BIGINT) * ${KINDS} + ${KINDS - 1}`;
