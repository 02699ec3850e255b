import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isArchive } from '../../../../extractors/bytes/archive/is-archive.js';
import { openArchive } from '../../../../extractors/bytes/archive/open-archive.js';
import { readWarc } from '../../../../extractors/bytes/archive/read-warc.js';
import { sniff } from '../../../../extractors/bytes/sniff.js';
import { collected } from '../../../support/collected.js';
import { type WarcEntry, wacz, warc } from '../../../support/warc-builder.js';

const chunked = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const A = 'http://qinghe.example/a.html';
const entries: WarcEntry[] = [
  { url: A, body: 'GET', type: 'request' },
  { url: A, body: '<p>甲</p>' },
  { url: 'http://qinghe.example/gz', body: gzipSync('乙'), headers: { 'Content-Encoding': 'gzip' } },
  { url: 'http://qinghe.example/br', body: brotliCompressSync('丙'), headers: { 'Content-Encoding': 'br' } },
  { url: 'http://qinghe.example/unpacked', body: '丁', headers: { 'Content-Encoding': 'gzip' } },
  { url: 'http://qinghe.example/chunks', body: chunked('戊'), headers: { 'Transfer-Encoding': 'chunked' } },
  { url: 'http://qinghe.example/unchunked', body: '己', headers: { 'Transfer-Encoding': 'chunked' } },
  { url: 'http://qinghe.example/404', body: '没有', status: 404 },
  { url: 'http://qinghe.example/r', body: '庚', type: 'resource' },
];

it.each([
  ['packed', warc(entries)],
  ['plain', warc(entries, false)],
  ['in one piece', gzipSync(warc(entries, false))],
])('reads responses: %s', async (_, bytes) => {
  expect(sniff(bytes)).toBe('warc');
  expect(isArchive(bytes)).toBe(true);
  const found = await collected(readWarc(bytes));
  const texts = found.map(({ body }) => Buffer.from(body ?? []).toString());
  expect(texts).toEqual(['<p>甲</p>', '乙', '丙', '丁', '戊', '己', '没有', '庚']);
  expect(found[0]).toMatchObject({ address: A, fetched: '2024-03-20T08:00:00Z', status: 200 });
  expect(found[6]?.status).toBe(404);
});

it('keeps nothing that is too large, and goes on behind it', async () => {
  const bomb = gzipSync(Buffer.alloc(5000));
  const bytes = warc([
    { url: A, body: 'x'.repeat(300_000) },
    { url: `${A}?bomb`, body: bomb, headers: { 'Content-Encoding': 'gzip' } },
    { url: `${A}?last`, body: 'y' },
  ]);
  const found = await collected(readWarc(bytes, 1000));
  expect(found.map(({ body }) => body?.length ?? null)).toEqual([null, null, 1]);
});

it.each([
  ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30)],
  ['damaged', (bytes: Uint8Array) => Buffer.concat([bytes.subarray(0, -40), Buffer.alloc(40)])],
])('yields what stands before the damage: %s', async (_, damage) => {
  const members = await collected(openArchive(damage(warc(entries.slice(1, 3))), 'a.warc.gz'));
  expect(members[0]).toMatchObject({ path: 'a.warc.gz!/qinghe.example/a.html' });
  expect(members.at(-1)).toMatchObject({ refused: { outcome: 'corrupt' } });
});

it('is an archive whose documents have their address and date', async () => {
  const bytes = warc([
    { url: A, body: '<p>甲</p>' },
    { url: 'http://qinghe.example/style.css', body: 'p{}', headers: { 'Content-Type': 'text/css' } },
    {
      url: 'http://qinghe.example/%E9%A2%84%E7%AE%97.doc',
      body: 'doc',
      headers: { 'Last-Modified': 'Tue, 12 Mar 2024 02:00:00 GMT' },
    },
    { url: 'http://qinghe.example/', body: '首页' },
    { url: A, body: '<p>再甲</p>', date: '2024-04-20T08:00:00Z' },
  ]);
  const members = await collected(openArchive(bytes, 'a.warc'));
  expect(members.map(({ path }) => path)).toEqual([
    'a.warc!/qinghe.example/a.html',
    'a.warc!/qinghe.example/预算.doc',
    'a.warc!/qinghe.example/index.html',
    'a.warc!/qinghe.example/a.html (2)',
  ]);
  expect(members[1]).toMatchObject({
    origin: {
      address: 'http://qinghe.example/%E9%A2%84%E7%AE%97.doc',
      fetched: '2024-03-20T08:00:00Z',
      lastModified: 'Tue, 12 Mar 2024 02:00:00 GMT',
    },
  });
});

it('of a WACZ opens the archives alone', async () => {
  const members = await collected(openArchive(wacz([{ url: A, body: '<p>甲</p>' }]), 'a.wacz'));
  expect(members.map(({ path }) => path)).toEqual(['a.wacz!/archive/data.warc.gz!/qinghe.example/a.html']);
});
