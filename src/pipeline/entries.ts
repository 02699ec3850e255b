import { fileURLToPath } from 'node:url';

const module = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Modules the reading processes run. */
export const READ_ENTRY = module('./reading/read-entry.js');
export const DRAW_ENTRY = module('./drawing/draw-entry.js');
export const VERIFY_ENTRY = module('./reading/verify-entry.js');

/** Module of the process in which a site imports. */
export const IMPORT_ENTRY = module('./import/import-entry.js');
