import type { RecognizedPage } from '../../model/document.js';
import type { Task } from '../../processes/task.js';
import type { ShareBox } from './outline-boxes.js';

/** Where the bytes of a document may lie: a file, or an archive the member `path` is in. */
export interface SourcePlace {
  file: string;
  /** The document's path there: the file's own, or `a.zip!/附件/1.pdf`. */
  path: string;
}

/** One page for a drawing process. */
export interface DrawJob {
  sha256: string;
  /** From 1. */
  page: number;
  /** Outlined on the page. */
  outlined: readonly ShareBox[];
  /** Pages that were read from their pictures; what is private on them is known from then. */
  recognized: readonly RecognizedPage[];
  /** Tried in this order; only bytes with this sha256 are drawn. */
  places: SourcePlace[];
}

/**
 * A page as PNG, or why there is none: `gone`: no place has the bytes any more; `no-page`: the document has no such page;
 * `not-drawn`: the page cannot be drawn, or nothing of it could be read and so nothing private could be covered.
 */
export type DrawAnswer =
  | { kind: 'page'; png: Uint8Array }
  | { kind: 'gone' }
  | { kind: 'no-page' }
  | { kind: 'not-drawn'; reason: string };

export interface DrawTask extends Task {
  job: DrawJob;
  answer: DrawAnswer;
  /** A sign of life. */
  progress: null;
  item: never;
}
