import type { StoryItem } from './story-items.js';

export type MergeMark = 'restart' | 'continue' | null;

/** A cell (`w:tc`) as read. */
export interface CellDraft {
  span: number;
  /** Preferred width; null where none is given in a measure that can be compared. */
  width: { value: number; measure: 'twips' | 'percent' } | null;
  vertical: MergeMark;
  horizontal: MergeMark;
  deleted: boolean;
  items: StoryItem[];
  /** What stands in cells merged into this one: it is not printed. */
  covered: readonly StoryItem[];
}

/** A row (`w:tr`) as read. */
export interface RowDraft {
  /** Grid columns left out before the first and after the last cell. */
  before: number;
  after: number;
  /** Width left out before the first cell, in twips. */
  widthBefore: number | null;
  header: boolean;
  deleted: boolean;
  hidden: boolean;
  cells: CellDraft[];
}

/** A table (`w:tbl`) while it is read. */
export interface TableDraft {
  /** Column widths of `w:tblGrid` in twips; null where a column gives none. */
  gridWidths: (number | null)[];
  rows: RowDraft[];
}
