import { join } from 'node:path';
import { writePile } from '../../scripts/generate-pile.js';
import { type PostgresServer, startPostgres } from '../support/postgres-server.js';
import { newFolder } from '../support/scratch-folder.js';
import { dumpOf, startCommand } from './command.js';

export interface ServedPile {
  server: PostgresServer;
  /** Holds files in `pile`, and what one import of them leaves in `calm.db`. */
  folder: string;
  /** All that `calm.db` holds. */
  calm: string;
}

/** Starts a server, beside so many files of several formats and the store they make. */
export async function servedPile(files: number): Promise<ServedPile> {
  const server = startPostgres();
  const folder = newFolder();
  writePile(join(folder, 'pile'), { files, formats: ['txt', 'html', 'docx'] });
  await startCommand(folder, ['import', 'pile', '--jobs', '2', '--db', 'calm.db']).ended;
  return { server, folder, calm: await dumpOf(join(folder, 'calm.db')) };
}
