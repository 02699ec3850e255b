import type { Cell } from '../../../src/model/grid.js';
import type { HeaderType } from '../form/form.js';
import { TABLE_TYPES } from '../tables/table-types.js';
import { unmet } from '../tables/unmet.js';
import { candidatesOf } from '../words/candidates-of.js';
import { isLevelWord, isNumberedIndicator, isTargetLike } from '../words/form-words.js';
import { compact } from '../words/label-text.js';
import type { ColumnRole } from '../words/roles.js';
import { fieldOf, isGroup, labelOfRole, labelText } from '../words/vocabulary.js';
import type { LooseRows } from './looks-like-form.js';

/** The type of table header that a grid comes nearest to. */
export interface NearestHeader {
  /** Null: no row names a column of any table. */
  type: HeaderType | null;
  /** Row of the grid the labels stand in, from 1; null where no row looks like a header. */
  row: number | null;
  /** Columns the type requires that the row does not name, each with its alternatives, as labels: 指标值 或 实际完成值. */
  missing: string[];
  /** Labels of the row that the vocabulary does not have. */
  unknown: string[];
}

const HEADERS = TABLE_TYPES.flatMap(({ type, headers }) => headers.map((header) => ({ type, header })));

const ROWS_LOOKED_AT = 20;
const ROWS_OF_HEADER = 2;
const LONGEST_LABEL = 14;

/** The row that names most of what some type of header requires; of equals the first row and the type with more columns. */
export function nearestHeader(rows: LooseRows): NearestHeader {
  let best: { row: readonly Cell[]; type: HeaderType; missing: string[]; share: number; met: number } | null =
    null;
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    const labels = row.filter(isLabelLike);
    if (labels.length < 2) continue;
    const candidates = labels.map(({ text }) => candidatesOf(text));
    for (const { type, header } of HEADERS) {
      const missing = unmet(header, candidates);
      const met = header.length - missing.length;
      const share = met / header.length;
      if (met > 0 && (!best || share > best.share || (share === best.share && met > best.met))) {
        best = { row, type, missing: missing.map(nameOf), share, met };
      }
    }
  }
  const row = best?.row ?? rows.slice(0, ROWS_OF_HEADER).find(isHeaderLike);
  return {
    type: best?.type ?? null,
    row: row?.[0]?.row ?? null,
    missing: best?.missing ?? [],
    unknown: row ? unknownLabels(row) : [],
  };
}

const nameOf = (roles: readonly ColumnRole[]): string => roles.map(labelOfRole).join(' 或 ');

const isLabelLike = ({ text }: Cell): boolean => {
  const flat = compact(text);
  if (flat.length > LONGEST_LABEL || !/[\u4e00-\u9fff]/.test(flat)) return false;
  return !isTargetLike(text) && !isLevelWord(text) && !isNumberedIndicator(text);
};

const isHeaderLike = (row: readonly Cell[]): boolean => row.length >= 2 && row.every(isLabelLike);

function unknownLabels(row: readonly Cell[]): string[] {
  const unknown = row.filter((cell) => {
    const { core } = labelText(cell.text);
    return isLabelLike(cell) && candidatesOf(cell.text).length === 0 && !isGroup(core) && !fieldOf(core);
  });
  return [...new Set(unknown.map(({ text }) => compact(text)))];
}
