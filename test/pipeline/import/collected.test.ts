import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOrder } from '../../../src/pipeline/import/read-order.js';
import { BUILT } from '../../support/built-entries.js';
import { summaryDocx } from '../../support/county-site.js';
import { freshStore } from '../../support/fresh-store.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { warc } from '../../support/warc-builder.js';

const HEADER = 'path,url,title,published,publisher,region,status';

it('finds the manifest in a folder that was collected: address, title, date, and the publisher where the text names no department', async () => {
  const folder = scratchFolder({
    'files/a.docx': summaryDocx({ department: '' }),
    'files/b.docx': summaryDocx({ amounts: [1, 2] }),
    'mingzhang-manifest.csv': [
      HEADER,
      'files/a.docx,http://qinghe.example/a,教育局2024年预算,2024-03-13,青禾市教育局,430204,fetched',
      'files/b.docx,http://qinghe.example/b,公安局2024年预算,2024-03-12,青禾市财政局,430204,gone',
      'files/b.docx,http://qinghe.example/again,,,,,fetched',
      ',http://qinghe.example/list,预决算公开,,,,fetched',
    ].join('\n'),
  });
  const store = freshStore();
  const summary = await readOrder(
    store,
    { kind: 'paths', paths: [folder] },
    { jobs: 1, entry: BUILT.read, ocr: 'off' },
  );
  expect(summary).toMatchObject({ files: 2, failures: [], skipped: [] });
  const { rows } = await store.query(
    'documents',
    {},
    { columns: ['title', 'url', 'department', 'region'], sort: 'url' },
  );
  expect(rows).toEqual([
    {
      title: '教育局2024年预算',
      url: 'http://qinghe.example/a',
      department: '青禾市教育局',
      region: '石峰区',
    },
    {
      title: '公安局2024年预算',
      url: 'http://qinghe.example/again',
      department: '青禾市公安局',
      region: '石峰区',
    },
  ]);
});

it('imports an archive of the web: each response a document with its address and date', async () => {
  const page =
    '<html><body><p>发布日期：2024-03-10</p><p>发布机构：青禾市卫健局</p><table><tr><td>甲</td></tr></table></body></html>';
  const folder = scratchFolder({
    'a.warc.gz': warc([
      { url: 'http://qinghe.example/page.html', body: page },
      {
        url: 'http://qinghe.example/a.docx',
        body: summaryDocx(),
        headers: { 'Content-Type': 'application/msword', 'Last-Modified': 'Tue, 12 Mar 2024 02:00:00 GMT' },
      },
      {
        url: 'http://qinghe.example/b.docx',
        body: summaryDocx({ amounts: [1, 2] }),
        headers: { 'Content-Type': 'application/msword' },
      },
      { url: 'http://qinghe.example/site.css', body: 'p{}', headers: { 'Content-Type': 'text/css' } },
    ]),
  });
  const store = freshStore();
  const file = join(folder, 'a.warc.gz');
  await readOrder(store, { kind: 'paths', paths: [file] }, { jobs: 1, entry: BUILT.read, ocr: 'off' });
  const { rows } = await store.query('documents', {}, { columns: ['path', 'sha256', 'url'], sort: 'url' });
  const told = [];
  for (const { path, sha256, url } of rows) {
    const known = await store.known(String(sha256));
    told.push([String(path).split('!/')[1], url, known?.paths[0]?.published]);
  }
  expect(told).toEqual([
    ['qinghe.example/a.docx', 'http://qinghe.example/a.docx', '2024-03-12'],
    ['qinghe.example/b.docx', 'http://qinghe.example/b.docx', '2024-03-20'],
    ['qinghe.example/page.html', 'http://qinghe.example/page.html', '2024-03-10'],
  ]);
});
