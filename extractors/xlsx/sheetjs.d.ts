import type { ParsingOptions, WorkBook } from '@e965/xlsx';

declare module '@e965/xlsx' {
  /** Exported, but left out of the types of the package: reads an .xls whose compound file is open already. */
  export function parse_xlscfb(file: unknown, options: ParsingOptions): WorkBook;
}
