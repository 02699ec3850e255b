/** Tables that hold true paths of files, which may name persons: for the program alone. */
export const INTERNAL_TABLES: readonly string[] = [
  'document_paths',
  'path_imports',
  'reading_paths',
  'archive_rows',
];
