import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/app/open-store.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openPageDrawer } from '../../../src/pipeline/drawing/page-drawer.js';
import { auditRunner } from '../../../src/web/audits/audit-runner.js';
import { createApp } from '../../../src/web/create-app.js';
import { writeSnapshot } from '../../../src/web/snapshot/write-snapshot.js';
import { sqlAsker } from '../../../src/web/sql-asker.js';
import { brokenLinks } from '../../support/broken-links.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { siteApp } from '../../support/site-app.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const HOME = '/home/wangxiaoming';
const REVIEWER = '复核人司马青衫';
const PHONE = '13912345678';
const OTHER = '/data/另一台机器/密';
const RULE = 'summary-total-differs-from-rows';

/** A store of three departments read from private folders, with an answer that says who gave it. */
async function deskStore(): Promise<Store> {
  const { store } = await siteApp({
    [`${HOME}/底稿/信访局.txt`]: smallDisclosure({ total: '13' }),
    [`${HOME}/底稿/司法局.txt`]: smallDisclosure({
      department: '株洲市石峰区司法局',
      total: '14',
      year: 2024,
    }),
    [`${OTHER}/包.zip!/内/信访局.txt`]: smallDisclosure({ department: '株洲市天元区信访局', total: '15' }),
  });
  const found = await store.listReviews({ rule: RULE });
  const of = (region: string, year: number) => {
    const [one] = found.filter((each) => each.region === region && each.year === year);
    if (!one) throw new Error(`no finding of ${region} ${year}`);
    return one;
  };
  await store.saveReviews([
    {
      fingerprint: of('石峰区', 2023).fingerprint,
      state: 'confirmed',
      comment: `${REVIEWER}打过电话${PHONE}`,
      who: REVIEWER,
    },
    { fingerprint: of('天元区', 2023).fingerprint, state: 'dismissed', comment: null, who: REVIEWER },
  ]);
  return store;
}

async function published(store: Store, asked: { region?: string; withReviews?: boolean } = {}) {
  const folder = join(scratchFolder(), '公开');
  const written = await publishTo(store, folder, asked);
  const copy = await openStore(join(folder, 'mingzhang.db'), { readOnly: true });
  onTestFinished(() => copy.close());
  return { folder, written, copy };
}

const publishTo = (
  store: Store,
  folder: string,
  { region, withReviews = false }: { region?: string; withReviews?: boolean } = {},
) =>
  writeSnapshot(
    store,
    folder,
    {
      scope: region === undefined ? {} : { region },
      withReviews,
      title: region ?? '库中全部',
      created: new Date('2024-05-01T00:00:00Z'),
      version: '0',
    },
    { progress: { documents: () => {}, pages: () => {} } },
  );

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

/** Everything of a snapshot as text: bytes of its files, and what the store keeps packed. */
async function everything(folder: string, copy: Store): Promise<string> {
  const bytes = filesBelow(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const packed: string[] = [];
  for (const { sha256 } of await copy.listReadings({}))
    packed.push(JSON.stringify(await copy.reading(sha256)));
  return [...bytes, ...packed, await copy.dump()].join('\n');
}

const PRIVATE = [HOME, 'wangxiaoming', '底稿', OTHER, '包.zip', REVIEWER, '司马青衫', PHONE];

async function expectNothingPrivate(folder: string, copy: Store): Promise<void> {
  const all = await everything(folder, copy);
  for (const word of PRIVATE) expect([word, all.includes(word)]).toEqual([word, false]);
}

const answers = async (of: Store) =>
  (await of.listReviews({ rule: RULE, all: true }))
    .map(({ region, year, state }) => `${region} ${year} ${state}`)
    .sort();

describe('a snapshot', () => {
  it('holds nothing private and nothing settled, can be checked, and its pages lead to each other alone', async () => {
    const store = await deskStore();
    expect(await store.dump()).toContain(HOME);
    const { folder, written, copy } = await published(store);
    await expectNothingPrivate(folder, copy);
    expect(await answers(copy)).toEqual(['石峰区 2023 open', '石峰区 2024 open']);
    expectSums(folder);
    const { pages, links, broken } = brokenLinks(folder);
    expect(broken).toEqual([]);
    expect(pages).toBe(written.pages);
    expect(links).toBeGreaterThan(pages);
    const home = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(home).toContain('公开的副本');
    expect(home).not.toContain('<form');
    for (const name of ['rules', 'coverage', 'findings', 'documents', 'findings/1']) {
      expect([name, existsSync(join(folder, `${name}.html`))]).toEqual([name, true]);
    }
    const list = readFileSync(join(folder, 'findings.html'), 'utf8');
    for (const dead of ['复核之后变了的', '下载所筛选的疑点', '处理']) expect(list).not.toContain(dead);
    for (const page of pagesBelow(folder)) {
      for (const dead of ['已复核', '复核到哪里了', 'id="review"']) {
        expect([page, dead, readFileSync(join(folder, page), 'utf8').includes(dead)]).toEqual([
          page,
          dead,
          false,
        ]);
      }
    }
    await expectReadOnly(copy);
  });

  it('has the answers without the names when asked', async () => {
    const { folder, copy } = await published(await deskStore(), { withReviews: true });
    await expectNothingPrivate(folder, copy);
    expect(await answers(copy)).toEqual([
      '天元区 2023 dismissed',
      '石峰区 2023 confirmed',
      '石峰区 2024 open',
    ]);
    expect(readFileSync(join(folder, 'findings.html'), 'utf8')).toContain('已复核');
  });

  it('holds the chosen regions only, and takes the place of a former one and of nothing else', async () => {
    const store = await deskStore();
    const { folder, copy, written } = await published(store, { region: '天元区' });
    expect(written.documents).toBe(1);
    const [row] = await copy.matching('documents', {}, ['path', 'region']);
    expect(row).toEqual({ path: '湖南省株洲市天元区/2023 年部门预算/信访局.txt', region: '天元区' });
    const rows = async (of: Store) => (await of.query('projects', { region: '天元区' })).rows;
    expect(await rows(copy)).toEqual(await rows(store));

    await publishTo(store, folder, { region: '石峰区' });
    expect(readFileSync(join(folder, '说明.txt'), 'utf8')).toContain('文档 2 份');
    await expect(publishTo(store, folder, { region: '110101' })).rejects.toThrow('没有可公开的文档');
    expect(readdirSync(join(folder, '..'))).toEqual(['公开']);
    writeFileSync(join(folder, '我的笔记.txt'), '');
    await expect(publishTo(store, folder)).rejects.toThrow('不是空的');
    expect(existsSync(join(folder, '我的笔记.txt'))).toBe(true);
  });
});

const pagesBelow = (folder: string): string[] => filesBelow(folder).filter((name) => name.endsWith('.html'));

function expectSums(folder: string): void {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const files = filesBelow(folder).filter((name) => name !== 'SHA256SUMS');
  expect(lines.map((line) => line.slice(66)).sort()).toEqual(files.sort());
  for (const line of lines) {
    const bytes = readFileSync(join(folder, line.slice(66)));
    expect(line.slice(0, 64)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
}

/** Every route of the site that is not for looking refuses. */
async function expectReadOnly(copy: Store): Promise<void> {
  const app = createApp(
    {
      store: copy,
      drawer: openPageDrawer(copy),
      audits: auditRunner(copy.path),
      sql: sqlAsker(copy.path),
      readOnly: true,
    },
    { host: '127.0.0.1', reportError: (error) => expect.unreachable(error.message) },
  );
  const before = await copy.dump();
  const numbered = (path: string): string => path.replace(/:\w+(\{[^}]*\}+)?/g, '1');
  const changing = app.routes
    .filter(({ method }) => !['GET', 'ALL', 'HEAD', 'OPTIONS'].includes(method))
    .map(({ method, path }) => `${method} ${numbered(path)}`);
  expect(changing).toContain('POST /findings/1/review');
  for (const route of new Set(changing)) {
    const [method, path = ''] = route.split(' ');
    const { status } = await app.request(path, {
      method,
      body: new URLSearchParams({ state: 'confirmed', who: '甲' }),
    });
    expect([route, [403, 404].includes(status)]).toEqual([route, true]);
  }
  expect(await copy.dump()).toBe(before);
}
