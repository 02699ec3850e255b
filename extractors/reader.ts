import type { Extraction } from '../src/model/grid.js';
import type { PageContent } from './printed/page/page-content.js';
import type { ColorRaster } from './raster/raster.js';

/** Reads what pictures show. Made for one document, whose pictures it counts. */
export interface TextRecognition {
  /** Pictures that carry the text of an earlier recognition are read too. */
  again: boolean;
  /** As many pictures of the document were read as may be. */
  isSpent(): boolean;
  /**
   * What is printed on the picture of a page, in points from its upper left corner; null where no text is.
   * @throws UnreadableError, LimitError
   */
  read(picture: ColorRaster, pixelsPerPoint: number): Promise<PageContent | null>;
}

export interface ReadOptions {
  /** For messages and for hints only; what a file is, its content decides. */
  path: string;
  /** Called at least every few seconds of work; a reader that goes silent for the stall limit is stopped. */
  progress?: (done: number, total: number) => void;
  /** Undefined where pictures are not to be read, or nothing is installed that can. */
  recognition?: TextRecognition;
  /** Reads a document that stands inside this one, by its content; undefined where documents stand too deep in each other. */
  readInner?: (bytes: Uint8Array) => Promise<Extraction>;
}

/** A line of the table of formats. */
export interface FormatInfo {
  /** `docx`, `pdf`, `text` … */
  format: string;
  /** Chinese name for the table of formats. */
  title: string;
  /** Extensions seen in the wild, without dot; a hint for people, never used to decide. */
  extensions: string[];
  /** What is kept and what is lost, for the table of formats. */
  keeps: string;
  loses: string;
}

/** One format. A reader is an island: it knows its own folder, the files beside this one, and the model. */
export interface Reader extends FormatInfo {
  /**
   * Whether the content is of this format: 0 no, up to 1 certain (a magic number). The highest answer reads the file.
   */
  recognize(bytes: Uint8Array): number;
  /**
   * Reads the bytes into blocks in reading order. Problems of the file are thrown as UnreadableError or LimitError,
   * problems of single cells are diagnostics.
   */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Extraction>;
}
