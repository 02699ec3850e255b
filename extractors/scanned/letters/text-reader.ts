import type { GrayRaster, PixelBox } from '../../raster/raster.js';

/** A recognized character; from left to right in pixels of the picture. */
export interface ReadCharacter {
  /** Code point. */
  code: number;
  left: number;
  right: number;
  /** How sure, 0 to 1. */
  confidence: number;
}

/** A line of text, read from left to right. */
export interface ReadText {
  box: PixelBox;
  characters: ReadCharacter[];
}

/** Finds lines of text on a clean picture and reads them. */
export interface TextReader {
  /** Boxes around the lines of text, each within one of the given areas (cells, or what lies outside of tables). */
  find(picture: GrayRaster, areas: readonly PixelBox[]): Promise<PixelBox[]>;
  /**
   * What stands in each box, in the same order; no characters where nothing is read.
   * @param ragged whether the picture had one bit
   */
  read(picture: GrayRaster, boxes: readonly PixelBox[], ragged: boolean): Promise<ReadText[]>;
}
