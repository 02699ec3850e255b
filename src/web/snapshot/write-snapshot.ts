import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openStore } from '../../app/open-store.js';
import { type PublishAsked, type PublishedCounts, publishStore } from '../../app/publish-store.js';
import { SNAPSHOT_STORE, snapshotPlace } from '../../app/snapshot-folder.js';
import type { Store } from '../../model/ports/store.js';
import { openPageDrawer } from '../../pipeline/drawing/page-drawer.js';
import { auditRunner } from '../audits/audit-runner.js';
import { sqlAsker } from '../sql-asker.js';
import { staticSite } from './static-site.js';

export interface SnapshotAsked extends PublishAsked {
  /** What was chosen, in words. */
  title: string;
  created: Date;
  version: string;
}

export interface SnapshotWritten extends PublishedCounts {
  pages: number;
  files: number;
  bytes: number;
}

/** How far it is. */
export interface SnapshotProgress {
  documents: (done: number) => void;
  pages: (done: number) => void;
}

/**
 * Writes a folder that may be made public: a store with what was chosen and nothing private, and the main pages of its site as
 * files that work without a server. The folder appears, or takes the place of a former snapshot, when it is whole.
 * @throws UserError as `publishStore`, and where something else stands in the folder
 */
export async function writeSnapshot(
  store: Store,
  folder: string,
  { title, created, version, ...asked }: SnapshotAsked,
  { progress, signal }: { progress: SnapshotProgress; signal?: AbortSignal },
): Promise<SnapshotWritten> {
  const { unfinished, publish } = snapshotPlace(folder);
  try {
    const file = join(unfinished, SNAPSHOT_STORE);
    const counts = await fillStore(store, file, { ...asked, created }, { tell: progress.documents, signal });
    chmodSync(file, 0o444);
    const day = created.toISOString().slice(0, 10);
    const note = `公开的副本，${day} 写出；范围：${title}。检索、比较、筛选和下载要用 mingzhang serve 打开副本里的库。`;
    const pages = await writePages(file, unfinished, note, { tell: progress.pages, signal });
    const facts = {
      title,
      created: created.toISOString(),
      version,
      withReviews: asked.withReviews,
      ...counts,
      pages,
    };
    await writeFile(join(unfinished, '说明.txt'), readmeOf(day, facts));
    return { ...counts, pages, ...(await publish(facts)) };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function fillStore(
  store: Store,
  file: string,
  { created, ...asked }: PublishAsked & { created: Date },
  told: { tell: (done: number) => void; signal?: AbortSignal },
): Promise<PublishedCounts> {
  const target = await openStore(file, { now: () => created });
  try {
    return await publishStore(store, target, asked, told);
  } finally {
    await target.close();
  }
}

async function writePages(
  file: string,
  folder: string,
  note: string,
  { tell, signal }: { tell: (done: number) => void; signal?: AbortSignal },
): Promise<number> {
  const store = await openStore(file, { readOnly: true });
  const drawer = openPageDrawer(store);
  let pages = 0;
  try {
    const site = { store, drawer, audits: auditRunner(file), sql: sqlAsker(file), readOnly: true };
    for await (const { file: name, bytes } of staticSite(site, note)) {
      signal?.throwIfAborted();
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
      if (name.endsWith('.html')) pages += 1;
      tell(pages);
    }
  } finally {
    await drawer.close();
    await store.close();
  }
  return pages;
}

const readmeOf = (
  day: string,
  {
    title,
    documents,
    findings,
    withReviews,
    reviews,
    pages,
  }: PublishedCounts & {
    title: string;
    withReviews: boolean;
    pages: number;
  },
): string => `明账公开副本（${day}）

范围：${title}
文档 ${documents} 份，疑点（待核实线索）${findings} 条，${
  withReviews ? `连同复核结论 ${reviews} 条，不含复核人` : '不含复核结论；复核为已说明、排除的疑点没有列入'
}。
疑点的编号是这份副本自己的，与写出它的库不同。

看法一：用浏览器打开 index.html，不需要服务器。有首页、公开情况、部门、文档、项目、疑点与证据、规则，共 ${pages} 页。
看法二：要检索、比较、筛选、下载，装好明账后运行
  mingzhang serve --db ${SNAPSHOT_STORE} --read-only

核对文件有没有改动：sha256sum -c SHA256SUMS
`;
