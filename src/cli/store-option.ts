import { Option } from 'commander';
import type { Store } from '../model/ports/store.js';

/** The store of every command: `--db`, else MINGZHANG_DB, else mingzhang.db in the working folder. */
export const storeOption = (): Option =>
  new Option('--db <文件>', '库文件，或 PostgreSQL 的地址 postgres://…')
    .env('MINGZHANG_DB')
    .default('mingzhang.db');

export interface StoreOption {
  db: string;
}

/**
 * Opens the store, lets the work run, closes the store.
 * @param access `write` creates the store where there is none, `change` refuses
 * @throws StoreError
 */
export async function withStore<T>(
  { db }: StoreOption,
  access: 'read' | 'write' | 'change',
  work: (store: Store) => Promise<T> | T,
): Promise<T> {
  const { openStore } = await import('../app/open-store.js');
  const store = await openStore(db, { readOnly: access === 'read', mustExist: access !== 'write' });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
