import { isServerAddress } from '../../model/server-address.js';
import { uploadsFolder } from '../files/spool.js';
import { sourcesFolder } from './keep-source.js';

/** What stands beside a store and belongs to it; never to be imported. */
export const filesOfStore = (db: string): string[] => [
  ...(isServerAddress(db) ? [] : ['', '-wal', '-shm', '-journal'].map((end) => `${db}${end}`)),
  sourcesFolder(db),
  uploadsFolder(db),
];
