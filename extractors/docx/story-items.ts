/** A paragraph or table as read, before it has a place. */
export type StoryItem =
  | { kind: 'paragraph'; text: string; heading: number | null }
  | { kind: 'table'; table: TableDraft };

export type MergeMark = 'restart' | 'continue' | null;

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

export interface RowDraft {
  /** Grid columns left out before the first and after the last cell. */
  before: number;
  after: number;
  /** Width left out before the first cell, in twips. */
  widthBefore: number | null;
  header: boolean;
  deleted: boolean;
  cells: CellDraft[];
}

export interface TableDraft {
  /** Column widths of `w:tblGrid` in twips; null where a column gives none. */
  gridWidths: (number | null)[];
  rows: RowDraft[];
}
