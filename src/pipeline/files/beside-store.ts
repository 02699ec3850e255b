import { isServerAddress } from '../../model/server-address.js';

/**
 * What the names of folders begin with that belong to a store: the file it is kept in. For one on a server MINGZHANG_FILES, so that all hosts
 * have the same, else the name of the database, in the working folder.
 */
export function besideStore(place: string): string {
  if (!isServerAddress(place)) return place;
  const { MINGZHANG_FILES: files } = process.env;
  if (files) return files;
  const name = URL.canParse(place)
    ? decodeURIComponent(new URL(place).pathname).replace(/[^\p{L}\p{N}_-]+/gu, '')
    : '';
  return name || 'mingzhang';
}
