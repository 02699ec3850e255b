import { rulesetOf } from '../audit/run/run-audit.js';
import type { OcrMode } from '../model/facts/ocr-modes.js';
import type { Queue, RestTask } from '../model/ports/queue.js';
import type { Store } from '../model/ports/store.js';
import type { ImportOrder } from '../pipeline/import/read-order.js';
import { filesOfStore } from '../pipeline/inputs/files-of-store.js';
import { type EnqueueOptions, type EnqueueSummary, enqueueFiles } from '../pipeline/queued/enqueue-files.js';
import { READER_VERSION } from '../pipeline/reading/reader-version.js';
import { RULES } from './rules.js';

interface OrderOptions extends Pick<EnqueueOptions, 'signal' | 'tell' | 'keepBytes'> {
  ocr: OcrMode;
  /** Files to leave out. */
  except: readonly string[];
  /** Where the store is, or will be: what belongs to it is left out. */
  db: string;
}

/** Puts the files of an order on a queue. @throws MissingPathError; StoreError */
export const enqueueOrder = (
  queue: Queue,
  order: Extract<ImportOrder, { kind: 'paths' }>,
  { db, except, ...options }: OrderOptions,
): Promise<EnqueueSummary> =>
  enqueueFiles(queue, { ...order, ...options, except: [...filesOfStore(db), ...except] });

/**
 * Puts the parts of an audit of a store on a queue: one for every province, one for what is of no known one, one for what is held against
 * other places.
 * @returns how many did not wait before; null where all is audited as it is and nothing waits that could change it
 */
export async function enqueueAudit(queue: Queue, store: Store, again: boolean): Promise<number | null> {
  const { lanes } = await queue.standing();
  const isAtRest = lanes.every(({ waiting, running }) => waiting + running === 0);
  if (isAtRest && !again && (await store.isChecked({}, rulesetOf(RULES)))) return null;
  const provinces = await store.auditedProvinces();
  const tasks: RestTask[] = [
    ...provinces.map((province) => ({ kind: 'audit' as const, province, again })),
    { kind: 'audit-across', again },
  ];
  await queue.putRest([{ kind: 'link' }], READER_VERSION);
  return queue.putRest(tasks, READER_VERSION);
}
