import { setImmediate as turn } from 'node:timers/promises';
import { explainError } from '../model/explain-error.js';
import { requireView } from '../model/named-view.js';
import type { SqlValue } from '../model/sql-value.js';
import { serveJobs } from '../processes/serve-jobs.js';
import { intoGroups } from '../report/export/into-groups.js';
import { openStore } from './open-store.js';
import type { GroupsTask } from './view-groups.js';

serveJobs<GroupsTask>(async (job, { handOver }) => {
  try {
    const store = await openStore(job.store, { readOnly: true });
    try {
      const blocks = inTurns(store.blocks(job.view, job.filter));
      let taken = Promise.resolve();
      for await (const group of intoGroups(blocks, requireView(job.view).columns)) {
        await taken;
        taken = handOver(group);
      }
      await taken;
    } finally {
      await store.close();
    }
    return { kind: 'read' };
  } catch (error) {
    return { kind: 'failed', message: explainError(error) };
  }
});

/** What is handed over goes out while the next are read. */
async function* inTurns(blocks: AsyncIterable<SqlValue[][]>): AsyncGenerator<SqlValue[][]> {
  for await (const block of blocks) {
    yield block;
    await turn();
  }
}
