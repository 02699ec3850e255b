import { setTimeout as pause } from 'node:timers/promises';
import { openConnection } from '../../src/store/server/connection.js';
import type { RunningCommand } from './command.js';

const LOOK_AGAIN_MS = 50;

/**
 * Resolves when the store at an address has so many documents.
 * @throws Error when who writes them has ended before, as far as they are given
 */
export async function documentsAt(
  address: string,
  wanted: number,
  writers: readonly RunningCommand[] = [],
): Promise<void> {
  let running = writers.length;
  for (const { ended } of writers) void ended.then(() => running--);
  const connection = openConnection(address);
  try {
    for (;;) {
      const isLastLook = writers.length > 0 && running === 0;
      const [[isThere] = []] = connection.query("SELECT to_regclass('document_rows') IS NOT NULL").rows;
      const count = isThere === 1 ? connection.query('SELECT count(*) FROM document_rows').rows[0]?.[0] : 0;
      if (Number(count) >= wanted) return;
      if (isLastLook) {
        const said = await Promise.all(writers.map(({ ended }) => ended));
        throw new Error(
          `${count} documents of ${wanted}, and nobody writes: ${said.map(({ stderr }) => stderr).join('')}`,
        );
      }
      await pause(LOOK_AGAIN_MS);
    }
  } finally {
    connection.close();
  }
}
