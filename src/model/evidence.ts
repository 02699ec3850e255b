import type { Place } from './place.js';

/** Where a value was printed. `block` indexes Extraction.blocks; `cell` indexes Grid.cells (null: a paragraph). From 0. */
export interface Evidence {
  place: Place;
  /** The raw text of the cell or paragraph (long texts whole). */
  quote: string;
  block: number;
  cell: number | null;
  /** Read from a picture only: how sure the least sure of its characters is, 0 to 1; 1 where a person corrected it. */
  recognized?: number;
}
