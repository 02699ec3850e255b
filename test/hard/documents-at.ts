import { setTimeout as pause } from 'node:timers/promises';
import { openConnection } from '../../src/store/server/connection.js';

const LOOK_AGAIN_MS = 50;

/** Resolves when the store at an address has so many documents. */
export async function documentsAt(address: string, wanted: number): Promise<void> {
  const connection = openConnection(address);
  try {
    for (;;) {
      const [[isThere] = []] = connection.query("SELECT to_regclass('document_rows') IS NOT NULL").rows;
      const count = isThere === 1 ? connection.query('SELECT count(*) FROM document_rows').rows[0]?.[0] : 0;
      if (Number(count) >= wanted) return;
      await pause(LOOK_AGAIN_MS);
    }
  } finally {
    connection.close();
  }
}
