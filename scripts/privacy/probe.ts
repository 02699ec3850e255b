import type { Position } from './positions.js';

/** A file with one thing in it that is private, or looks so. */
export interface Probe {
  kind: string;
  /** Texts of which none may be readable afterwards, or all must be. */
  tokens: string[];
  /** Name of the file without its ending, and of the folder it stands in. */
  file?: string;
  folder?: string;
  sheet?: string;
  title?: string;
  /** A paragraph below the form. */
  line?: string;
  /** Rows within the form, behind those of the project. */
  rows?: string[][];
  /** Rows below the form, of the same grid. */
  below?: string[][];
  /** A table of its own. */
  table?: string[][];
}

export const probeOf = ({ kind, tokens, rows }: Position): Probe => ({ kind, tokens, below: rows });

/** Formats in which the probe can be written: a sheet has a name in workbooks only. */
export const formatsOf = ({ sheet, title }: Probe, formats: readonly string[]): string[] =>
  formats.filter(
    (format) =>
      (sheet === undefined || format === 'xlsx') &&
      (title === undefined || format === 'html' || format === 'docx'),
  );
