import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/model/ports/store.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import type { StoredDocument } from './match-rows.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
/** Exit codes of an import that ended: done, and done with some input that was not read. */
const ENDED = [0, 3];

/**
 * Imports a folder into a new store and reads back its indicator rows and what it calls unread, by the SHA-256 of the content.
 * @throws Error when the import fails
 */
export async function storedDocuments(folder: string, db: string): Promise<Map<string, StoredDocument>> {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, 'import', '.', '--db', db], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!ENDED.includes(status ?? -1)) throw new Error(`import ended with ${status}:\n${stderr.slice(-2000)}`);
  const store = openSqliteStore(db, { readOnly: true });
  try {
    return await readDocuments(store);
  } finally {
    await store.close();
  }
}

async function readDocuments(store: Store): Promise<Map<string, StoredDocument>> {
  const documents = new Map<string, StoredDocument>();
  const byNumber = new Map<unknown, StoredDocument>();
  const unreadRows = new Map<StoredDocument, number>();
  for await (const row of store.rows('documents')) {
    const document: StoredDocument = { rows: [], unreadCells: [], unreadLines: 0 };
    documents.set(String(row.sha256), document);
    byNumber.set(row.id, document);
    unreadRows.set(document, Number(row.unread_rows ?? 0));
  }
  for await (const row of store.rows('indicators')) {
    byNumber.get(row.document_id)?.rows.push({
      page: pageOf(row.place),
      name: String(row.name ?? ''),
      target: String(row.target ?? ''),
    });
  }
  const unclaimed = 'SELECT document_id, place, text, "table", row FROM cells WHERE status = \'unclaimed\'';
  const rowsWithCells = new Map<StoredDocument, Set<string>>();
  for (const { document_id, place, text, table, row } of (await store.sql(unclaimed)).rows) {
    const document = byNumber.get(document_id);
    if (!document) continue;
    document.unreadCells.push({ page: pageOf(place), text: String(text) });
    rowsWithCells.set(document, (rowsWithCells.get(document) ?? new Set()).add(`${table} ${row}`));
  }
  for (const [document, rows] of unreadRows) {
    document.unreadLines = Math.max(0, rows - (rowsWithCells.get(document)?.size ?? 0));
  }
  return documents;
}

/** `p31 t2 r5 c3` → 31; 0 where there are no pages. */
const pageOf = (place: unknown): number => Number(/^p(\d+)/.exec(String(place))?.[1] ?? 0);
