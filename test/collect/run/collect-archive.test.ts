import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseManifest } from '../../../src/collect/manifest/manifest-row.js';
import { collect } from '../../../src/collect/run/collect.js';
import { countySite, summaryDocx } from '../../support/county-site.js';
import { localSite } from '../../support/local-site.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { testClock } from '../../support/test-clock.js';
import { type WarcEntry, wacz, warc } from '../../support/warc-builder.js';

const MANIFEST = 'mingzhang-manifest.csv';

it('looks through an archive of the web as through the web, without it', async () => {
  const folder = scratchFolder();
  const clock = testClock();
  const archived = await localSite(countySite());
  const entries: WarcEntry[] = [];
  for (const [path] of archived.resources) {
    const response = await fetch(archived.origin + path);
    const headers = Object.fromEntries(
      ['content-type', 'content-disposition', 'last-modified'].flatMap((name) => {
        const value = response.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const body = new Uint8Array(await response.arrayBuffer());
    entries.push({ url: `http://qinghe.example${path}`, body, headers });
  }
  entries.push({
    url: 'http://qinghe.example/alone.docx',
    body: summaryDocx({ amounts: [1, 1] }),
    headers: { 'content-type': 'application/msword' },
  });
  writeFileSync(join(folder, 'a.wacz'), wacz(entries));
  const selection = { titles: ['预算', '绩效'], year: 2024 };
  const to = join(folder, 'to');
  const summary = await collect(
    { folder: to, selection, depth: 1, pages: 20, clock },
    { kind: 'archive', file: join(folder, 'a.wacz'), mostBytes: 1_000_000 },
  );
  expect(summary).toMatchObject({ isDone: true, troubles: [], barren: [] });
  const rows = parseManifest(readFileSync(join(to, MANIFEST), 'utf8')).filter(({ path }) => path !== '');
  const told = rows.map(({ url, publisher, published, fetched }) => [
    url.slice(21),
    publisher,
    published,
    fetched.slice(0, 10),
  ]);
  expect(told.sort()).toEqual([
    ['/alone.docx', '', '', '2024-03-20'],
    ['/czj/P020240312.docx', '青禾市公安局', '2024-03-12', '2024-03-20'],
    ['/czj/wjj.html', '青禾市卫健局', '2024-03-10', '2024-03-20'],
    ['/down.jsp?id=2', '青禾市公安局', '2024-03-12', '2024-03-20'],
    ['/f/jyj.docx', '青禾市教育局', '2024-03-13', '2024-03-20'],
  ]);
});

it('of an archive takes the last answer of an address, also where a redirect leads to it', async () => {
  const folder = scratchFolder();
  const page = (body: string): string => `<p>发布日期：2024-03-12</p><h1>预算</h1>${body}`;
  const word = { 'content-type': 'application/msword' };
  const entries: WarcEntry[] = [
    {
      url: 'http://qinghe.example/a.html',
      body: page('<a href="/old">附件.docx</a><a href="/new.docx">附件二</a>'),
    },
    { url: 'http://qinghe.example/old', body: '', status: 301, headers: { location: '/new.docx' } },
    { url: 'http://qinghe.example/new.docx', body: summaryDocx({ amounts: [1, 1] }), headers: word },
    { url: 'http://qinghe.example/other.docx', body: summaryDocx({ amounts: [2, 2] }), headers: word },
    { url: 'http://qinghe.example/new.docx', body: summaryDocx({ amounts: [3, 3] }), headers: word },
  ];
  writeFileSync(join(folder, 'a.warc.gz'), warc(entries));
  const to = join(folder, 'to');
  const clock = testClock();
  await collect(
    { folder: to, selection: { titles: [] }, depth: 1, pages: 1, clock },
    { kind: 'archive', file: join(folder, 'a.warc.gz'), mostBytes: 1_000_000 },
  );
  const rows = parseManifest(readFileSync(join(to, MANIFEST), 'utf8')).filter(({ kind }) => kind === 'file');
  const contents = rows.map(({ url, path }) => [new URL(url).pathname, readFileSync(join(to, path))]);
  expect(contents.sort()).toEqual([
    ['/new.docx', Buffer.from(summaryDocx({ amounts: [3, 3] }))],
    ['/old', Buffer.from(summaryDocx({ amounts: [3, 3] }))],
    ['/other.docx', Buffer.from(summaryDocx({ amounts: [2, 2] }))],
  ]);
});

it('says of what an archive lacks that it is not in there', async () => {
  const folder = scratchFolder();
  const body = '<h1>预算</h1><p>发布日期：2024-03-12</p><a href="/x.docx">附件</a>';
  writeFileSync(join(folder, 'a.warc.gz'), warc([{ url: 'http://qinghe.example/a.html', body }]));
  const summary = await collect(
    { folder: join(folder, 'to'), selection: { titles: [] }, depth: 1, pages: 1, clock: testClock() },
    { kind: 'archive', file: join(folder, 'a.warc.gz'), mostBytes: 1_000_000 },
  );
  expect(summary).toMatchObject({
    hosts: [{ missing: 1, refused: 0 }],
    troubles: [{ reason: '网页归档里没有' }],
  });
});

it.each(['', '某日'])('takes what an archive has without its time: "%s"', async (date) => {
  const folder = scratchFolder();
  const body = '<h1>预算</h1><p>发布日期：2024-03-12</p><a href="/x.docx">附件</a>';
  const entries = [
    { url: 'http://qinghe.example/a.html', body, date },
    { url: 'http://qinghe.example/x.docx', body: summaryDocx(), date },
  ];
  writeFileSync(join(folder, 'a.warc'), warc(entries, false));
  await collect(
    { folder: join(folder, 'to'), selection: { titles: [] }, depth: 1, pages: 1, clock: testClock() },
    { kind: 'archive', file: join(folder, 'a.warc'), mostBytes: 1_000_000 },
  );
  const rows = parseManifest(readFileSync(join(folder, 'to', MANIFEST), 'utf8'));
  expect(rows.map(({ status, fetched }) => [status, fetched])).toEqual([
    ['fetched', ''],
    ['fetched', ''],
  ]);
});

it('says what is left to do where an archive is damaged', async () => {
  const folder = scratchFolder();
  const archive = warc([{ url: 'http://qinghe.example/a.html', body: '<h1>预算</h1>'.repeat(100) }], false);
  writeFileSync(join(folder, 'a.warc'), archive.subarray(0, archive.length - 200));
  const summary = await collect(
    { folder: join(folder, 'to'), selection: { titles: [] }, depth: 1, pages: 1, clock: testClock() },
    { kind: 'archive', file: join(folder, 'a.warc'), mostBytes: 1_000_000 },
  );
  expect(summary.troubles).toMatchObject([{ reason: expect.stringMatching(/没有写完；请重新下载/) }]);
});
