import type { SourceCell } from '../tables/grid-builder.js';

/** A paragraph, table or embedded document (by its relationship) as read, before it has a place. */
export type StoryItem =
  | { kind: 'paragraph'; text: string; heading: number | null }
  | { kind: 'table'; table: TableLayout }
  | { kind: 'embedded'; id: string };

/** A table whose cells know their columns and merges. */
export interface TableLayout {
  rows: LaidOutCell[][];
  /** Leading rows marked as header. */
  headerRows: number;
  /** Cells that say they go on from above where nothing above fits them; they stand for themselves. Rows from 0. */
  broken: { row: number; cell: LaidOutCell }[];
}

/** A cell with all the cells that are merged into it. */
export interface LaidOutCell extends SourceCell {
  column: number;
  colSpan: number;
  rowSpan: number;
  /** Tables standing in the cell, each with the lines of text before it; its paragraphs are its text. */
  tables: readonly { table: TableLayout; linesBefore: number }[];
  /** What stands in the cells it covers: it is not printed. */
  covered: StoryItem[];
  /** Relationships of documents embedded in the cell; they follow its text. */
  embedded: readonly string[];
}
