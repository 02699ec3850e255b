import { fileURLToPath } from 'node:url';

const built = (module: string): string =>
  fileURLToPath(new URL(`../../dist/src/${module}.js`, import.meta.url));

/** Modules that child processes run, as built: plain Node runs no TypeScript. */
export const BUILT = {
  read: built('pipeline/reading/read-entry'),
  draw: built('pipeline/drawing/draw-entry'),
  import: built('pipeline/import/import-entry'),
  audit: built('web/audits/audit-entry'),
  collect: built('web/collects/collect-entry'),
  sql: built('store/sql/sql-entry'),
};
