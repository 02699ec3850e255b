import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { isPrivateAddress } from '../../../src/collect/addresses/private-networks.js';
import { type LiveWebOptions, liveWeb } from '../../../src/collect/fetching/live-web.js';
import type { Received, Web } from '../../../src/collect/fetching/web.js';
import { type LocalSite, localSite } from '../../support/local-site.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { type TestClock, testClock } from '../../support/test-clock.js';

async function webOf(options: Partial<LiveWebOptions> = {}): Promise<Web & { clock: TestClock }> {
  const clock = testClock();
  const web = await liveWeb({
    folder: scratchFolder(),
    contact: 'audit@qinghe.example',
    version: '1.0',
    isClosed: () => false,
    mostBytes: 1000,
    clock,
    ...options,
  });
  onTestFinished(() => web.close());
  return { ...web, clock };
}

const textOf = async (received: unknown): Promise<string> => readFile((received as Received).file, 'utf8');

it('says who asks, and asks robots.txt first', async () => {
  const site = await localSite({ '/a.html': '甲' });
  const web = await webOf();
  const received = await web.get(`${site.origin}/a.html`);
  expect(received).toMatchObject({
    kind: 'received',
    bytes: 3,
    type: 'text/html',
    fetched: '2024-03-20T00:00:02.000Z',
  });
  expect(await textOf(received)).toBe('甲');
  expect(site.paths()).toEqual(['/robots.txt', '/a.html']);
  expect(site.visits[1]?.headers['user-agent']).toBe('mingzhang/1.0 (+audit@qinghe.example)');
  expect(site.visits.every(({ method }) => method === 'GET')).toBe(true);
});

it('pauses between requests, longer where robots.txt asks for it', async () => {
  const site = await localSite({ '/a': 'a', '/b': 'b' });
  const web = await webOf();
  await Promise.all([web.get(`${site.origin}/a`), web.get(`${site.origin}/b`)]);
  expect(web.clock.slept).toEqual([2000, 2000]);
  const slow = await localSite({ '/robots.txt': 'User-agent: *\nCrawl-delay: 7', '/a': 'a', '/b': 'b' });
  const other = await webOf();
  await Promise.all([other.get(`${slow.origin}/a`), other.get(`${slow.origin}/b`)]);
  expect(other.clock.slept).toEqual([2000, 7000]);
});

it('asks nothing that robots.txt forbids', async () => {
  const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: mingzhang\nDisallow: /secret/\nAllow: /';
  const site = await localSite({ '/robots.txt': robots, '/secret/a': 'a', '/b': 'b' });
  const web = await webOf();
  expect(await web.get(`${site.origin}/secret/a`)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('robots'),
  });
  expect(await web.get(`${site.origin}/b`)).toMatchObject({ kind: 'received' });
  expect(site.paths()).toEqual(['/robots.txt', '/b']);
});

it('asks nothing where robots.txt cannot be had', async () => {
  const site = await localSite({ '/robots.txt': { status: 500 }, '/a': 'a' });
  const web = await webOf();
  expect(await web.get(`${site.origin}/a`)).toMatchObject({
    kind: 'left',
    reason: expect.stringContaining('robots.txt'),
  });
  expect(site.paths()).not.toContain('/a');
});

it('inflates gzip and br, and counts what comes out', async () => {
  const bomb = Buffer.alloc(5000);
  const site = await localSite({
    '/gz': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('甲') },
    '/br': { headers: { 'content-encoding': 'br' }, body: brotliCompressSync('乙') },
    '/bomb': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(bomb) },
    '/large': { body: bomb },
    '/endless': (_, response) => {
      response.writeHead(200);
      for (let count = 0; count < 100; count++) response.write(Buffer.alloc(100));
      response.end();
    },
  });
  const web = await webOf();
  expect(await textOf(await web.get(`${site.origin}/gz`))).toBe('甲');
  expect(await textOf(await web.get(`${site.origin}/br`))).toBe('乙');
  for (const path of ['/bomb', '/large', '/endless']) {
    expect(await web.get(site.origin + path), path).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('太大'),
    });
  }
});

it('brings cookies back within the run, to the host that gave them', async () => {
  const other = await localSite({ '/a': 'a' });
  const site = await localSite({
    '/a': (request, response) => {
      const isKnown = request.headers.cookie === 'wall=passed; x=1';
      response.writeHead(isKnown ? 200 : 302, {
        'set-cookie': [
          'wall=passed; Path=/; HttpOnly',
          'x=1',
          'gone=1; Max-Age=0',
          'secret=1; Secure',
          'deep=1; Path=/deep',
        ],
        location: '/a',
      });
      response.end('见到');
    },
    '/away': { status: 302, headers: { location: `${other.origin}/a` } },
  });
  const web = await webOf();
  expect(await textOf(await web.get(`${site.origin}/a`))).toBe('见到');
  expect(await web.get(`${site.origin}/away`)).toMatchObject({ finalAddress: `${other.origin}/a` });
  expect(other.visits.at(-1)?.headers.cookie).toBe(undefined);
});

it('follows redirects, also with bytes in GBK, and not for ever', async () => {
  const gbk = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]).toString('latin1');
  const site = await localSite({
    '/a': { status: 301, headers: { location: `/${gbk}.doc` } },
    '/%D4%A4%CB%E3.doc': 'doc',
    '/loop': { status: 302, headers: { location: '/loop' } },
    '/file': { status: 302, headers: { location: 'file:///etc/passwd' } },
  });
  const web = await webOf();
  expect(await web.get(`${site.origin}/a`)).toMatchObject({
    kind: 'received',
    finalAddress: `${site.origin}/%D4%A4%CB%E3.doc`,
  });
  expect(await web.get(`${site.origin}/loop`)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('10'),
  });
  expect(site.paths().filter((path) => path === '/loop')).toHaveLength(11);
  expect(await web.get(`${site.origin}/file`)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('不是网页'),
  });
});

it('waits as long as a busy site asks, and backs off by itself', async () => {
  let asked = 0;
  const site = await localSite({
    '/busy': (_, response) => {
      asked++;
      if (asked === 1) response.writeHead(429, { 'retry-after': '30' });
      else if (asked === 2) response.writeHead(503, { 'retry-after': 'Wed, 20 Mar 2024 00:01:40 GMT' });
      else if (asked === 3) response.writeHead(503);
      response.end('好');
    },
    '/down': { status: 502 },
    '/later': { status: 503, headers: { 'retry-after': '86400' } },
    '/after': 'a',
  });
  const web = await webOf({ politeness: { pause: 0 } });
  expect(await web.get(`${site.origin}/busy`)).toMatchObject({ kind: 'received' });
  expect(web.clock.slept).toEqual([30_000, 70_000, 20_000]);
  expect(await web.get(`${site.origin}/down`)).toEqual({
    kind: 'failed',
    status: 502,
    reason: '网站出错（502）',
  });
  expect(site.paths().filter((path) => path === '/down')).toHaveLength(4);
  expect(await web.get(`${site.origin}/later`)).toMatchObject({
    kind: 'left',
    reason: '网站要求 1440 分钟后再来',
  });
  expect(await web.get(`${site.origin}/after`)).toMatchObject({ kind: 'left' });
});

it('stops at a wall and says so', async () => {
  const forbidden = { status: 403 };
  const site = await localSite({
    '/1': forbidden,
    '/2': 'b',
    '/3': forbidden,
    '/4': forbidden,
    '/5': forbidden,
    '/6': 'f',
  });
  const web = await webOf();
  const ends = [];
  for (const path of ['/1', '/2', '/3', '/4', '/5', '/6']) ends.push(await web.get(site.origin + path));
  expect(ends.map(({ kind }) => kind)).toEqual([
    'refused',
    'received',
    'refused',
    'refused',
    'refused',
    'left',
  ]);
  expect(ends.at(-1)).toMatchObject({ reason: expect.stringContaining('403') });
  expect(site.paths()).not.toContain('/6');
});

it('keeps to the daily quota, and goes on the next day', async () => {
  const site = await localSite({ '/a': 'a', '/b': 'b', '/c': 'c' });
  const web = await webOf({ politeness: { quota: 5 }, askedToday: () => 2 });
  expect(await web.get(`${site.origin}/a`)).toMatchObject({ kind: 'received' });
  web.clock.advance(24 * 60 * 60_000);
  expect(await web.get(`${site.origin}/b`)).toMatchObject({ kind: 'received' });
  const short = await webOf({ politeness: { quota: 2 } });
  await short.get(`${site.origin}/a`);
  expect(await short.get(`${site.origin}/c`)).toMatchObject({
    kind: 'left',
    reason: expect.stringContaining('每日限额'),
  });
});

it('leads into no private network: names, numbers, redirects', async () => {
  const site = await localSite({ '/a': 'secret' });
  const port = new URL(site.origin).port;
  const names: Record<string, string[]> = {
    'inner.example': ['10.0.0.1', '127.0.0.1'],
    'mapped.example': ['::ffff:127.0.0.1'],
  };
  const resolve = ((host: string, _: object, callback: (error: Error | null, found: object[]) => void) => {
    callback(
      null,
      (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as LiveWebOptions['resolve'];
  const web = await webOf({ isClosed: isPrivateAddress, resolve });
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:7f00:1]',
    'inner.example',
    'mapped.example',
  ]) {
    expect(await web.get(`http://${host}:${port}/a`), host).toMatchObject({
      kind: 'refused',
      isPrivate: true,
      reason: expect.stringContaining('内网'),
    });
  }
  expect(site.visits).toEqual([]);
});

it('looks at the address a redirect leads to, by number and by name', async () => {
  const site = await localSite({
    '/number': { status: 302, headers: { location: 'http://127.0.0.2/a' } },
    '/name': { status: 302, headers: { location: 'http://inner.example/a' } },
  });
  const resolve = ((_: string, __: object, callback: (error: null, found: object[]) => void) => {
    callback(null, [{ address: '127.0.0.2', family: 4 }]);
  }) as unknown as LiveWebOptions['resolve'];
  const web = await webOf({ isClosed: (address) => address !== '127.0.0.1', resolve });
  for (const path of ['/number', '/name']) {
    expect(await web.get(site.origin + path)).toMatchObject({
      kind: 'refused',
      isPrivate: true,
      reason: expect.stringContaining('内网'),
    });
  }
});

const cutOff = (site: LocalSite, path: string): string => site.origin + path;

it('keeps nothing that did not come whole', async () => {
  const site = await localSite({
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('只有开头');
      setImmediate(() => response.destroy());
    },
    '/chunked': (_, response) => {
      response.writeHead(200);
      response.write('只有开头');
      setImmediate(() => response.destroy());
    },
    '/broken': { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' },
  });
  const web = await webOf();
  for (const path of ['/cut', '/chunked', '/broken']) {
    expect(await web.get(cutOff(site, path)), path).toMatchObject({
      kind: expect.stringMatching(/failed|left/),
    });
  }
});

it('gives up a slow drip when its time is over', async () => {
  const clock = testClock();
  const site = await localSite({
    '/drip': (_, response) => {
      response.writeHead(200);
      response.write('滴');
      setImmediate(() => clock.ring());
    },
  });
  const web = await webOf({ clock });
  expect(await web.get(`${site.origin}/drip`)).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('10 分钟'),
  });
});

it('asks for what changed only', async () => {
  const site = await localSite({
    '/etag': { headers: { etag: '"1"' }, body: 'a' },
    '/modified': { headers: { 'last-modified': 'Wed, 20 Mar 2024 00:00:00 GMT' }, body: 'a' },
    '/gone': { status: 410 },
  });
  const web = await webOf();
  const first = await web.get(`${site.origin}/etag`);
  expect(first).toMatchObject({ etag: '"1"' });
  expect(await web.get(`${site.origin}/etag`, first as Received)).toEqual({ kind: 'unchanged' });
  const second = await web.get(`${site.origin}/modified`);
  expect(await web.get(`${site.origin}/modified`, second as Received)).toEqual({ kind: 'unchanged' });
  expect(await web.get(`${site.origin}/gone`)).toEqual({ kind: 'missing', status: 410 });
});

it('says what is wrong with the network, and leaves a host that is down', async () => {
  const resolve = ((_: string, __: object, callback: (error: Error) => void) => {
    callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  }) as unknown as LiveWebOptions['resolve'];
  const web = await webOf({ resolve });
  expect(await web.get('http://nowhere.example/a')).toEqual({
    kind: 'left',
    reason: '连不上：没有这个主机名',
    isPutOff: false,
  });
});

it('asks at no port of another protocol, and goes on', async () => {
  const web = await webOf();
  expect(await web.get('http://qinghe.example:25/a')).toMatchObject({
    kind: 'left',
    reason: expect.stringContaining('端口'),
  });
});
