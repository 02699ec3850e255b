import { explainError } from '../model/explain-error.js';
import type { Store } from '../model/ports/store.js';
import { serveJobs } from '../processes/serve-jobs.js';
import { openStore } from './open-store.js';
import { type PartitionTask, writePartition } from './write-partition.js';

let open: Promise<Store> | undefined;

serveJobs<PartitionTask>(async ({ store, ...job }) => {
  open ??= openStore(store, { readOnly: true });
  try {
    return await writePartition(await open, job);
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  }
});
