import { fileURLToPath } from 'node:url';
import { StoreError } from '../model/facts/store-error.js';
import type { ViewFilter } from '../model/filters.js';
import type { Store } from '../model/ports/store.js';
import type { View } from '../model/views.js';
import type { ProcessPool } from '../processes/process-pool.js';
import type { Task } from '../processes/task.js';
import type { ColumnGroup } from '../report/export/column-group.js';
import { GROUP, intoGroups } from '../report/export/into-groups.js';

/** Rows of a view, which a process of its own reads while this one writes those before. */
export interface GroupsTask extends Task {
  job: { store: string; view: string; filter: ViewFilter };
  answer: { kind: 'read' } | { kind: 'failed'; message: string };
  progress: never;
  item: ColumnGroup;
}

/** Module of the process that reads groups. */
export const GROUPS_ENTRY = fileURLToPath(new URL('./groups-entry.js', import.meta.url));

/**
 * All rows of a view that a filter keeps, in groups, of one state of the store. More than fit in one group a process of the pool
 * reads ahead.
 * @throws StoreError when they cannot be read
 */
export async function* viewGroups(
  store: Store,
  pool: ProcessPool<GroupsTask>,
  view: View,
  filter: ViewFilter,
): AsyncGenerator<ColumnGroup> {
  const { rows, isExact } = await store.count(view.name, filter, GROUP);
  if (isExact && rows <= GROUP) yield* intoGroups(store.blocks(view.name, filter), view.columns);
  else yield* handedOver(pool, { store: store.path, view: view.name, filter });
}

async function* handedOver(
  pool: ProcessPool<GroupsTask>,
  job: GroupsTask['job'],
): AsyncGenerator<ColumnGroup> {
  const { readable, writable } = new TransformStream<ColumnGroup, ColumnGroup>();
  const writer = writable.getWriter();
  const ended = pool
    .run(job, { take: (group) => writer.write(group) })
    .then((result) => {
      if (result.kind === 'stopped') return;
      if (result.kind !== 'done')
        throw new StoreError('failed', 'reason' in result ? result.reason : result.message);
      if (result.answer.kind === 'failed') throw new StoreError('failed', result.answer.message);
      return writer.close();
    })
    .catch((error) => writer.abort(error));
  yield* readable;
  await ended;
}
