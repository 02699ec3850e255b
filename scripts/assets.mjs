/** What a build copies beside the compiled code, from the root of the repository. */
export const ASSETS = [
  'package.json',
  'data',
  'src/queue/beat-thread.mjs',
  'src/store/file/migrations',
  'src/store/server/migrations',
  'src/store/server/connection-thread.mjs',
  'src/store/server/pg-driver.mjs',
  'src/web/assets',
];
