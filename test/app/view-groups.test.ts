import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GROUPS_ENTRY, type GroupsTask, viewGroups } from '../../src/app/view-groups.js';
import { requireView } from '../../src/model/named-view.js';
import type { Store } from '../../src/model/ports/store.js';
import { ProcessPool } from '../../src/processes/process-pool.js';
import type { ColumnGroup } from '../../src/report/export/column-group.js';
import { GROUP } from '../../src/report/export/into-groups.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument } from '../support/document-builder.js';
import { scratchFolder } from '../support/scratch-folder.js';

const VIEW = requireView('indicators');
const region = { code: '990101', name: '云溪区', province: '青禾省', city: '临川市' };

let store: Store;
let pool: ProcessPool<GroupsTask>;
beforeEach(async () => {
  store = openSqliteStore(join(scratchFolder(), 'store.db'));
  pool = new ProcessPool({ entry: GROUPS_ENTRY, title: '导出进程', jobs: 1 });
  const indicators = Array.from({ length: 700 }, (_, n) => ({
    name: `"长度"${n % 7}`,
    target: n % 3 ? `≥${n}.5公里` : undefined,
  }));
  for (const year of [2023, 2024, 2025])
    await store.save(
      buildDocument({
        path: `${year}.txt`,
        disclosures: [{ region, year, projects: [{ name: '河道清淤', indicators }] }],
      }),
    );
});
afterEach(async () => {
  await pool.close();
  await store.close();
});

/** The store, which says it holds more rows than are read here. */
const saidToBeLarge = (path = store.path): Store => ({
  ...store,
  path,
  count: async () => ({ rows: GROUP + 1, isExact: true }),
});

async function collected(groups: AsyncIterable<ColumnGroup>): Promise<ColumnGroup[]> {
  const all: ColumnGroup[] = [];
  for await (const group of groups) all.push(group);
  return all;
}

it('gives the same whether this process reads them or another', async () => {
  for (const filter of [{}, { year: 2024 }, { text: '3.5公里' }]) {
    const here = await collected(viewGroups(store, pool, VIEW, filter));
    expect(here.length).toBe(1);
    expect(await collected(viewGroups(saidToBeLarge(), pool, VIEW, filter))).toEqual(here);
  }
});

it('ends when whoever takes them ends', async () => {
  for await (const group of viewGroups(saidToBeLarge(), pool, VIEW, {})) {
    expect(group.count).toBe(2100);
    break;
  }
});

it('fails with what the other process fails of', async () => {
  const missing = collected(viewGroups(saidToBeLarge(join(scratchFolder(), 'none.db')), pool, VIEW, {}));
  await expect(missing).rejects.toThrow(/none\.db/);
});
