import { isDamage, serverStoreError } from '../../model/facts/server-causes.js';
import { StoreError } from '../../model/facts/store-error.js';
import { ServerError } from './connection.js';

/** What a server reports of itself as a StoreError that says neither address nor password; any other error comes back as it is. */
export function serverFault(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!(error instanceof ServerError) && !isDamage(code)) return error;
  const undone = error instanceof ServerError && error.undoes ? '，本次写入已撤销' : '';
  return serverStoreError(code, undone, error.message) ?? error;
}
