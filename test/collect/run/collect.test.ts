import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { headerLine, parseManifest, rowLine } from '../../../src/collect/manifest/manifest-row.js';
import { type CollectOptions, type CollectSource, collect } from '../../../src/collect/run/collect.js';
import type { AddressDone } from '../../../src/collect/run/collect-summary.js';
import { readManifest } from '../../../src/pipeline/inputs/read-manifest.js';
import { correctedDocx, countySite, summaryDocx } from '../../support/county-site.js';
import { type LocalSite, localSite, type Resource } from '../../support/local-site.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { testClock } from '../../support/test-clock.js';

const MANIFEST = 'mingzhang-manifest.csv';

interface Setting {
  site: LocalSite;
  folder: string;
  run: (options?: Partial<CollectOptions>, live?: object) => ReturnType<typeof collect>;
  rows: () => ReturnType<typeof parseManifest>;
  row: (path: string) => ReturnType<typeof parseManifest>[number] | undefined;
  clock: ReturnType<typeof testClock>;
}

async function setting(resources: Record<string, Resource>, start = '/czj/index.html'): Promise<Setting> {
  const site = await localSite(resources);
  const folder = join(scratchFolder(), '青禾');
  const clock = testClock();
  const rows = () => parseManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
  return {
    site,
    folder,
    clock,
    rows,
    row: (path) => rows().findLast(({ url, status }) => url === site.origin + path && status !== 'replaced'),
    run: (options = {}, live = {}) =>
      collect(
        {
          folder,
          selection: { titles: ['预算', '绩效', '决算'], year: 2024 },
          depth: 1,
          pages: 20,
          clock,
          ...options,
        },
        {
          kind: 'live',
          addresses: [
            {
              address: site.origin + start,
              title: '',
              published: '',
              given: { region: '', year: '', department: '' },
            },
          ],
          contact: 'audit@qinghe.example',
          version: '1.0',
          mostBytes: 1_000_000,
          isClosed: () => false,
          politeness: { pause: 0, firstWait: 0 },
          ...live,
        } as CollectSource,
      ),
  };
}

it('collects what a list leads to, with what its pages say of it', async () => {
  const { site, folder, run, row } = await setting(countySite());
  const done: AddressDone[] = [];
  const summary = await run({ report: (each) => done.push(each) });
  expect(summary).toMatchObject({ isDone: true, isResumed: false, duplicates: 1, barren: [], troubles: [] });
  expect(summary.hosts).toMatchObject([{ asked: 9, added: 4, failed: 0, stopped: null }]);
  expect(done.at(-1)?.waiting).toBe(0);
  expect(site.paths()).not.toContain('/czj/hui.html');
  expect(site.paths()).not.toContain('/czj/old.html');
  const gaj = row('/czj/P020240312.docx');
  expect(gaj).toMatchObject({
    title: '青禾市公安局2024年部门预算公开',
    published: '2024-03-12',
    publisher: '青禾市公安局',
    index_number: 'QH/2024-1',
    referrer: `${site.origin}/czj/gaj.html`,
    name: '公安局预算.docx',
    kind: 'file',
    status: 'fetched',
    etag: '"gaj-1"',
    fetched: '2024-03-20T00:00:00.000Z',
  });
  expect(readFileSync(join(folder, gaj?.path ?? ''))).toEqual(Buffer.from(summaryDocx()));
  expect(row('/down.jsp?id=2')).toMatchObject({ path: gaj?.path, name: '公安局.docx' });
  expect(row('/f/jyj.docx')).toMatchObject({ publisher: '青禾市教育局', published: '2024-03-13' });
  expect(row('/czj/wjj.html')).toMatchObject({
    kind: 'page',
    path: expect.stringMatching(/^files\/.*\.html$/),
  });
  expect(row('/czj/gaj.html')).toMatchObject({ kind: 'page', path: '' });
  const entries = await readManifest(join(folder, MANIFEST));
  expect(entries).toHaveLength(4);
});

it('asks again for what changed only, keeps both versions, and marks what is gone', async () => {
  const { site, folder, run, row, rows, clock } = await setting(countySite());
  await run();
  site.visits.length = 0;
  clock.advance(30 * 24 * 60 * 60_000);
  site.resources.set('/czj/P020240312.docx', correctedDocx);
  site.resources.delete('/f/jyj.docx');
  const summary = await run();
  expect(summary.hosts).toMatchObject([{ added: 0, changed: 1, gone: 1 }]);
  const [first, second] = rows().filter(({ url }) => url.endsWith('P020240312.docx'));
  expect(first).toMatchObject({ status: 'replaced', published: '2024-03-12' });
  expect(second).toMatchObject({ status: 'fetched', published: '2024-04-15', etag: '"gaj-2"' });
  for (const each of [first, second]) expect(existsSync(join(folder, each?.path ?? ''))).toBe(true);
  const gone = row('/f/jyj.docx');
  expect(gone).toMatchObject({ status: 'gone', http_status: '404' });
  expect(existsSync(join(folder, gone?.path ?? ''))).toBe(true);
  site.visits.length = 0;
  clock.advance(1000);
  await run();
  expect(site.visits.find(({ url }) => url === '/czj/P020240312.docx')?.headers['if-none-match']).toBe(
    '"gaj-2"',
  );
  expect(rows().filter(({ url }) => url.endsWith('P020240312.docx'))).toHaveLength(2);
});

it('goes on where it stopped: by quota, by hand, with a line cut off', async () => {
  const { site, folder, run, rows } = await setting(countySite());
  const first = await run({}, { politeness: { pause: 0, quota: 4 } });
  expect(first).toMatchObject({ isDone: false });
  expect(first.hosts[0]?.stopped).toContain('每日限额');
  const file = join(folder, MANIFEST);
  truncateSync(file, readFileSync(file).length - 10);
  const kept = rows();
  site.visits.length = 0;
  const second = await run();
  expect(second).toMatchObject({ isDone: true, isResumed: true });
  for (const { url, status } of kept) {
    expect(status).toBe('fetched');
    expect(site.paths()).not.toContain(url.slice(site.origin.length));
  }
  const whole = await setting(countySite());
  await whole.run();
  const plain = (each: ReturnType<typeof rows>, { origin }: LocalSite) =>
    each.map(({ url, sha256, title }) => [url.slice(origin.length), sha256, title]).sort();
  expect(plain(rows(), site)).toEqual(plain(whole.rows(), whole.site));
});

it('stops when told to, and is told by the next run', async () => {
  const { site, run } = await setting(countySite());
  const stop = new AbortController();
  const summary = await run({ signal: stop.signal, report: () => stop.abort() });
  expect(summary.isDone).toBe(false);
  expect(await run()).toMatchObject({ isDone: true, isResumed: true });
  expect(site.paths()).toContain('/f/jyj.docx');
});

it('lists what would be fetched, and leaves nothing', async () => {
  const { site, folder, run } = await setting(countySite());
  const foreseen: string[] = [];
  const summary = await run({ dryRun: true, foresee: ({ address }) => foreseen.push(address) });
  expect(foreseen.map((address) => address.slice(site.origin.length)).sort()).toEqual([
    '/czj/P020240312.docx',
    '/czj/wjj.html',
    '/down.jsp?id=2',
    '/f/jyj.docx',
  ]);
  expect(summary).toMatchObject({ foreseen: 4 });
  expect(site.paths()).not.toContain('/f/jyj.docx');
  expect(existsSync(folder)).toBe(false);
});

it('keeps no page for a file, no page of errors, no picture of the margin', async () => {
  const { run, row, site } = await setting(
    {
      '/a.html': `<p>发布日期：2024-03-12</p><a href="a.docx">附件1</a><a href="b.pdf">附件2</a><a href="c.xls">附件3</a><a href="d.zip">附件4</a>`,
      '/a.docx': '<html><body><h1>404 Not Found</h1></body></html>',
      '/b.pdf': '<html><body><p>请先登录</p><input type="password"></body></html>',
      '/c.xls': { body: '' },
      '/d.zip': { headers: { 'content-type': 'application/zip' }, body: summaryDocx() },
    },
    '/a.html',
  );
  const summary = await run();
  expect(summary.hosts).toMatchObject([{ skipped: 3, added: 1 }]);
  expect(row('/a.docx')).toMatchObject({
    status: 'skipped',
    reason: expect.stringContaining('出错'),
    path: '',
  });
  expect(row('/b.pdf')).toMatchObject({ status: 'skipped', reason: expect.stringContaining('登录') });
  expect(row('/c.xls')).toMatchObject({ status: 'skipped', reason: '内容是空的' });
  expect(row('/d.zip')).toMatchObject({ status: 'fetched' });
  expect(summary.troubles.map(({ url }) => url)).toContain(`${site.origin}/a.docx`);
});

it('says behind which addresses nothing was found, and refuses two programs in one folder', async () => {
  const { run, folder, site } = await setting({ '/empty.html': '<p>没有列表</p>' }, '/empty.html');
  expect(await run()).toMatchObject({ barren: [`${site.origin}/empty.html`] });
  const { OWNER } = await import('../../../src/pipeline/files/process-owner.js');
  writeFileSync(join(folder, '.mingzhang/lock'), OWNER);
  await expect(run()).rejects.toThrow('另一个程序');
});

it('ends a round although a host is down, and asks it again in the next', async () => {
  const { site, run, folder, clock } = await setting(countySite());
  site.resources.set('/robots.txt', { status: 500 });
  expect(await run()).toMatchObject({ isDone: true, barren: [], hosts: [{ left: 1, asked: 0 }] });
  expect(existsSync(join(folder, '.mingzhang/round'))).toBe(false);
  site.resources.delete('/robots.txt');
  clock.advance(1000);
  expect(await run()).toMatchObject({ isDone: true, isResumed: false, hosts: [{ left: 0, added: 4 }] });
});

it('says of what was never there that it is not found, of what was that it is gone', async () => {
  const { site, run, row, clock } = await setting({ '/a.docx': summaryDocx() }, '/a.docx');
  await run();
  clock.advance(1000);
  site.resources.delete('/a.docx');
  expect(await run()).toMatchObject({ troubles: [], hosts: [{ gone: 1, missing: 0 }] });
  const never = await setting({}, '/b.docx');
  expect(await never.run()).toMatchObject({
    troubles: [{ reason: '网站上找不到（404）' }],
    barren: [],
    hosts: [{ gone: 0, missing: 1 }],
  });
  expect(never.row('/b.docx')).toMatchObject({ status: 'missing', http_status: '404' });
  expect(row('/a.docx')).toMatchObject({ status: 'gone' });
});

it('keeps no page under an address that a person gave as that of a file', async () => {
  const { run, row } = await setting({ '/a.docx': '<html><body>请稍候</body></html>' }, '/a.docx');
  const summary = await run();
  expect(summary).toMatchObject({ barren: [], hosts: [{ skipped: 1 }] });
  expect(summary.troubles[0]?.reason).toContain('收到的是网页');
  expect(row('/a.docx')).toMatchObject({ status: 'skipped', path: '' });
});

it('calls no address barren whose links wait, were refused, or were had by another way', async () => {
  const article = (link: string): string =>
    `<h1>预算公开</h1><p>发布日期：2024-03-12</p><a href="${link}">附件.docx</a>`;
  const { site, run } = await setting({
    '/a.html': article('/f.docx'),
    '/b.html': article('/f.docx'),
    '/c.html': article('/closed.docx'),
    '/f.docx': summaryDocx(),
    '/closed.docx': { status: 403 },
  });
  const given = { region: '', year: '', department: '' };
  const addresses = ['/a.html', '/b.html', '/c.html'].map((path) => ({
    ...{ address: site.origin + path, title: '', published: '', given },
  }));
  expect(await run({}, { addresses })).toMatchObject({ barren: [] });
  const waiting = await setting(countySite());
  const stop = new AbortController();
  expect(await waiting.run({ signal: stop.signal, report: () => stop.abort() })).toMatchObject({
    barren: [],
  });
});

it('tells again, when a round is gone on with, what it was refused before', async () => {
  const { run } = await setting({
    '/czj/index.html': '<a href="a.html">2024年预算</a><a href="b.html">2024年决算</a>',
    '/czj/a.html': { status: 403 },
    '/czj/b.html': '<h1>决算</h1><p>发布日期：2024-03-12</p><table><tr><td>1</td></tr></table>',
  });
  await run({}, { politeness: { pause: 0, quota: 3 } });
  const second = await run();
  expect(second).toMatchObject({ isResumed: true, hosts: [{ refused: 1 }] });
  expect(second.troubles).toHaveLength(1);
});

it('goes into no folder of something else, and says how many files lie in its own', async () => {
  const { run, folder } = await setting({ '/a.docx': summaryDocx() }, '/a.docx');
  expect(await run()).toMatchObject({ files: 1 });
  const other = scratchFolder();
  writeFileSync(join(other, '论文.txt'), '');
  await expect(run({ folder: other })).rejects.toThrow('不是空的');
  expect(existsSync(join(other, '.mingzhang'))).toBe(false);
  expect(await run({ folder })).toMatchObject({ files: 1 });
});

it('hands a title that a spreadsheet would run to the import as it was', async () => {
  const { run, folder } = await setting({ '/a.docx': summaryDocx() }, '/a.docx');
  await run({}, {});
  const file = join(folder, MANIFEST);
  const [row] = parseManifest(readFileSync(file, 'utf8'));
  if (!row) return expect(row).toBeDefined();
  writeFileSync(file, headerLine() + rowLine({ ...row, title: '=cmd|预算' }));
  expect(readFileSync(file, 'utf8')).toContain(`'=cmd|`);
  expect((await readManifest(file))[0]?.hints.title).toBe('=cmd|预算');
});

it('says first that a round is gone on with', async () => {
  const { run } = await setting(countySite());
  const told: string[] = [];
  const watch = { report: () => told.push('address'), resumed: () => told.push('resumed') };
  await run(watch, { politeness: { pause: 0, quota: 4 } });
  expect(told).not.toContain('resumed');
  told.length = 0;
  await run(watch);
  expect(told.indexOf('resumed')).toBe(0);
});
