import { sourcesFolder } from './keep-source.js';
import { uploadsFolder } from './spool.js';

/** What stands beside a store and belongs to it; never to be imported. */
export const filesOfStore = (db: string): string[] => [
  ...['', '-wal', '-shm', '-journal'].map((end) => `${db}${end}`),
  sourcesFolder(db),
  uploadsFolder(db),
];
