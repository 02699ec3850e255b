import type { Diagnostic } from './diagnostic.js';
import type { Place } from './place.js';

/** A rectangle on a printed page in points, origin at the top left of the page as displayed. */
export interface PageBox {
  page: number;
  box: [left: number, top: number, right: number, bottom: number];
}

/** Width and height of a printed page as displayed, in points. */
export type PageSize = [width: number, height: number];

export type CellFlag = 'hidden' | 'no-result' | 'overlaps' | 'outside-clip' | 'joined-over-pages';

/** A text read from a picture whose least sure character is surer than this is relied on. */
export const SURE = 0.9;

/** One cell at its origin slot. Slots covered by a span have no cell of their own: covered is not blank. */
export interface Cell {
  /** Counts from 1, as in places. */
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** Final visible text; `\n` between paragraphs and line breaks; '' for a blank cell. */
  text: string;
  place: Place;
  /** Printed pages only: every box the cell came from (several when a page break cuts it). */
  boxes?: PageBox[];
  /** Workbooks only: the raw value beside the shown text. */
  raw?: string | number | boolean;
  /**
   * Workbooks only: the decimal stored behind a number that is shown with fewer digits, or without its sign. Not for percentages, scaled numbers
   * and dates, where the shown figure is another one.
   */
  exact?: string;
  flags?: CellFlag[];
  /**
   * Read from a picture only: how sure the least sure of its characters is, 0 to 1; below `SURE` the text is unsure.
   */
  recognized?: number;
  /** As it was read; only where a person corrected it, `text` is then what the person says. */
  reading?: string;
  /** Tables standing inside this cell. */
  nested?: Grid[];
}

/**
 * `ruled`: merges are known. `aligned`: columns were guessed from text positions. `flattened`: text dumps; merges are lost,
 * covered slots come as blank cells, and a row may have fewer cells than the table has columns.
 */
export const CERTAINTY_TITLES = {
  ruled: '有表格线',
  aligned: '按文字位置分列',
  flattened: '由导出的文本还原',
} as const;
export type GridCertainty = keyof typeof CERTAINTY_TITLES;

export interface Grid {
  kind: 'grid';
  /** Counts from 1: within the page where the document has pages, else within the document. */
  table: number;
  page?: number;
  sheet?: string;
  rows: number;
  columns: number;
  /** Origin cells in reading order, blank ones included. */
  cells: Cell[];
  /** Leading rows the source marks as header (tblHeader, thead). */
  headerRows?: number;
  certainty: GridCertainty;
  /** In a nested table: how many lines of the text of the cell around it stand before it. */
  linesBefore?: number;
  /** Workbooks: what a hidden sheet holds, or the hidden rows and columns of a sheet. It is no part of what was published. */
  hidden?: boolean;
}

export interface Paragraph {
  kind: 'paragraph';
  text: string;
  place: Place;
  page?: number;
  /** Outline level where the source has one (Heading 1 → 1). */
  heading?: number;
  /** Running headers, footers and page numbers: kept, but not part of the text. */
  furniture?: boolean;
  /** As in `Cell`. */
  recognized?: number;
  reading?: string;
}

/** Whether a text was read from a picture without much certainty, and nobody has corrected it. */
export const isUnsure = ({ recognized, reading }: Pick<Cell, 'recognized' | 'reading'>): boolean =>
  recognized !== undefined && reading === undefined && recognized < SURE;

/** How sure a text is, as the evidence of a value keeps it: nothing where it was not read from a picture. */
export const surenessOf = ({
  recognized,
  reading,
}: Pick<Cell, 'recognized' | 'reading'>): Pick<Cell, 'recognized'> =>
  recognized === undefined ? {} : { recognized: reading === undefined ? recognized : 1 };

export type Block = Grid | Paragraph;

/** A printed character that is no space; its box is on the page as displayed, in points from the top left. */
export interface Letter {
  text: string;
  page: number;
  box: { left: number; top: number; right: number; bottom: number };
}

/** A block with the letters its texts were made of: those of each cell of a grid, or of a paragraph. */
export interface LetteredBlock {
  block: Block;
  letters: Letter[][];
}

/**
 * What became of a picture of text: `left`: it could be recognized and was not; `layer`: the text of an earlier recognition,
 * kept in the file, was taken; `read`: it was recognized, or what was tried will not do better another time.
 */
export type PictureFate = 'left' | 'layer' | 'read';

/** How reading went, as far as the extractor can tell. */
export type ExtractionOutcome =
  | 'ok'
  | 'partial'
  | 'empty'
  | 'needs-ocr'
  | 'encrypted'
  | 'unsupported'
  | 'corrupt'
  | 'limit'
  | 'ignored';

/** A page that lies in the file otherwise than it is shown: so many quarter turns clockwise, 1 to 3, set it upright. */
export interface TurnedPage {
  page: number;
  quarters: number;
}

/** What every extractor returns: the blocks of one document in reading order. */
export interface Extraction {
  format: string;
  outcome: ExtractionOutcome;
  /** Why the outcome is not `ok`; Chinese, for people. */
  reason?: string;
  /** Title of the document where the file says one. */
  title?: string;
  blocks: Block[];
  /** Documents of printed pages only (PDF, web pages of placed texts): the pages from the first on; null for one that cannot be loaded. */
  pages?: (PageSize | null)[];
  /** What became of the pictures of text in it, the least of all; undefined where there is none. */
  pictures?: PictureFate;
  /**
   * Numbers of the pages that were recognized, those of them that are shown turned, and the texts of them with every letter, once
   * for each page and once joined.
   */
  recognized?: { pages: number[]; turned: TurnedPage[]; texts: LetteredBlock[] };
  diagnostics: Diagnostic[];
}

export const isGrid = (block: Block): block is Grid => block.kind === 'grid';

/** The cell that fills each slot: `slots[row - 1][column - 1]`; a span fills all of its slots with the same cell. */
export function slotsOf(grid: Grid): (Cell | undefined)[][] {
  const slots: (Cell | undefined)[][] = Array.from({ length: grid.rows }, () =>
    new Array<Cell | undefined>(grid.columns).fill(undefined),
  );
  for (const cell of grid.cells) {
    for (let r = 0; r < cell.rowSpan; r++) {
      const line = slots[cell.row - 1 + r];
      if (line) line.fill(cell, cell.column - 1, cell.column - 1 + cell.colSpan);
    }
  }
  return slots;
}
