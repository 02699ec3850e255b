import { type Command, Option } from 'commander';
import { isServerAddress, placeFault, storeTitle } from '../model/server-address.js';
import { UsageError } from './usage-error.js';

/** What `--queue` was given: an address, nothing behind it, or not there at all. */
export interface QueueOption {
  queue?: string | true;
}

const FLAGS = '--queue [地址]';

/** A queue to be used where it is asked for. */
export const queueOption = (meaning: string): Option =>
  new Option(FLAGS, `${meaning}（不写地址则用 MINGZHANG_QUEUE）`);

/** A queue to be used wherever the environment names one. */
export const queueOrEnvironmentOption = (meaning: string): Option =>
  new Option(FLAGS, meaning).env('MINGZHANG_QUEUE');

/**
 * The address of the queue: the one given, else MINGZHANG_QUEUE, else that of a store on a server.
 * @throws UsageError where none of them is the address of a server; it does not say what may hold a password
 */
export function queueAddress({ queue, db }: QueueOption & { db: string }): string {
  const given = typeof queue === 'string' ? queue : process.env.MINGZHANG_QUEUE || undefined;
  const address = given ?? (isServerAddress(db) ? db : undefined);
  if (address === undefined)
    throw new UsageError('队列在 PostgreSQL 上：请用 --queue postgres://… 或 MINGZHANG_QUEUE 写明地址');
  const fault = placeFault(address);
  if (fault !== null) throw new UsageError(fault);
  if (!isServerAddress(address))
    throw new UsageError(`--queue 后面应为 postgres://…，不能是 ${storeTitle(address)}`);
  return address;
}

/** The store that belongs to a queue: the one named, else the one beside it. */
export const storeBeside = (address: string, db: string, command: Command): string =>
  command.parent?.getOptionValueSource('db') === 'default' ? address : db;
