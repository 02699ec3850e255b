import { existsSync, readdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAlive, OWNER } from '../../../src/pipeline/files/process-owner.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { acceptOrder, noteAttempt, takeOverOrders } from '../../../src/web/imports/accepted-orders.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { type ServedCommand, serveCommand } from '../../support/served-command.js';
import { smallDisclosure } from '../../support/small-disclosure.js';
import { IS_THOROUGH } from '../../support/thorough.js';

const DISTRICTS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

async function serve(cwd: string): Promise<ServedCommand> {
  const served = await serveCommand(cwd);
  onTestFinished(() => served.end('SIGKILL'));
  return served;
}

async function upload(url: string, names: readonly string[], year: number): Promise<number> {
  const form = new FormData();
  for (const [n, name] of names.entries()) {
    form.append('files', new File([`${smallDisclosure({ year })}\n${name}${n}`], `${name}${n}.txt`));
  }
  const response = await fetch(`${url}import/upload`, { method: 'POST', body: form, redirect: 'manual' });
  return response.status;
}

/** Sends the beginning of an upload and keeps the line open; resolves when the file stands on disk. */
async function uploadHalf(url: string, uploads: string): Promise<void> {
  const { port, host } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  socket.write(
    `POST /import/upload HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 900000\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n` +
      `--b\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\n${smallDisclosure({ year: 2021 })}${'\n半'.repeat(50_000)}`,
  );
  await until(
    () => existsSync(uploads) && readdirSync(uploads).some((name) => name.startsWith('mingzhang-')),
  );
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isIdle = async (url: string): Promise<boolean> => {
  const html = await (await fetch(`${url}import`)).text();
  return !html.includes('正在导入') && !html.includes('等待导入');
};

describe('what a site has accepted', () => {
  it.runIf(IS_THOROUGH)(
    'is carried out by the next one after kill -9, and what was half received is not',
    async () => {
      const folder = scratchFolder();
      const uploads = join(folder, 'mingzhang.db.uploads');
      const first = await serve(folder);
      expect(await upload(first.url, DISTRICTS, 2024)).toBe(303);
      expect(await upload(first.url, ['壬'], 2023)).toBe(303);
      await uploadHalf(first.url, uploads);
      await first.end('SIGKILL');
      expect(readdirSync(uploads).filter((name) => name.startsWith('order-')).length).toBeGreaterThan(0);

      const second = await serve(folder);
      const html = await (await fetch(`${second.url}import`)).text();
      expect(html).toContain('壬0.txt');
      await until(() => isIdle(second.url));
      expect(readdirSync(uploads)).toEqual([]);
      await second.end('SIGTERM');

      const store = openSqliteStore(join(folder, 'mingzhang.db'), { readOnly: true });
      onTestFinished(() => store.close());
      const paths = (await store.query('documents')).rows.map(({ path }) => path);
      expect(paths.sort()).toEqual(
        [...DISTRICTS.map((name, n) => `上传/${name}${n}.txt`), '上传/壬0.txt'].sort(),
      );
      expect((await store.check()).problems).toEqual([]);
    },
  );

  it.runIf(IS_THOROUGH)('waits for the next one where the site is stopped', async () => {
    const folder = scratchFolder();
    const first = await serve(folder);
    for (const year of [2022, 2023, 2024]) await upload(first.url, [`${year}`], year);
    await first.end('SIGTERM');
    const second = await serve(folder);
    await until(() => isIdle(second.url));
    await second.end('SIGTERM');
    const store = openSqliteStore(join(folder, 'mingzhang.db'), { readOnly: true });
    onTestFinished(() => store.close());
    expect((await store.summary()).documents).toBe(3);
  });
});

describe('orders on disk', () => {
  /** As a program that has ended would have left it. */
  function abandon(folder: string): string {
    const left = folder.replace(OWNER, '4194999.1');
    renameSync(folder, left);
    return left;
  }

  async function leftOrder(
    edit: (folder: string) => void | Promise<void> = () => undefined,
  ): Promise<{ within: string; folder: string }> {
    const within = join(scratchFolder(), 'uploads');
    const received = scratchFolder({ '0': '一', '1': '二' });
    const files = [
      { path: '上传/a.txt', file: join(received, '0'), ignored: false },
      { path: '上传/b.txt', file: join(received, '1'), ignored: true },
    ];
    const hints = { year: 2024, region: '430204' };
    const { folder } = await acceptOrder(
      within,
      { order: { kind: 'upload', files, hints }, keepSources: true, ocr: 'all' },
      received,
    );
    await edit(folder);
    return { within, folder: abandon(folder) };
  }

  it('are taken over once, with their files', async () => {
    const { within } = await leftOrder();
    const { orders, troubles } = await takeOverOrders(within);
    expect(troubles).toEqual([]);
    const [{ order, ocr } = { order: null, ocr: null }] = orders;
    expect(ocr).toBe('all');
    if (order?.kind !== 'upload') throw new Error('no upload');
    expect(order.hints).toEqual({ year: 2024, region: '430204' });
    expect(order.files.map(({ path, ignored }) => [path, ignored])).toEqual([
      ['上传/a.txt', false],
      ['上传/b.txt', true],
    ]);
    expect(order.files.map(({ file = '' }) => readFileSync(file, 'utf8'))).toEqual(['一', '二']);
    expect(await takeOverOrders(within)).toEqual({ orders: [], troubles: [] });
  });

  it('stay with a program that runs', async () => {
    const within = join(scratchFolder(), 'uploads');
    await acceptOrder(within, { order: { kind: 'refresh' }, keepSources: false });
    expect(await takeOverOrders(within)).toEqual({ orders: [], troubles: [] });
  });

  it('go on in the order in which they were accepted', async () => {
    const within = join(scratchFolder(), 'uploads');
    for (const path of ['/一', '/二', '/三', '/四']) {
      const { folder } = await acceptOrder(within, {
        order: { kind: 'paths', paths: [path] },
        keepSources: false,
      });
      abandon(folder);
    }
    const { orders } = await takeOverOrders(within);
    expect(orders.map(({ order }) => order.kind === 'paths' && order.paths[0])).toEqual([
      '/一',
      '/二',
      '/三',
      '/四',
    ]);
  });

  it.each<[string, (folder: string) => void]>([
    ['a manifest cut off', (folder) => truncateSync(join(folder, 'order.json'), 20)],
    [
      'a manifest of another kind',
      (folder) => writeFileSync(join(folder, 'order.json'), '{"order":{"kind":"all"}}'),
    ],
    ['a file cut off', (folder) => truncateSync(join(folder, '0'), 1)],
  ])('are not carried out with %s, and nothing is removed', async (_, edit) => {
    const { within, folder } = await leftOrder(edit);
    const { orders, troubles } = await takeOverOrders(within);
    expect(orders).toEqual([]);
    expect(troubles).toEqual([expect.stringContaining(folder)]);
    expect(existsSync(join(folder, '1'))).toBe(true);
  });

  it('are given up, with a word, when they have broken off three times', async () => {
    const { within } = await leftOrder();
    for (let attempt = 1; attempt <= 3; attempt++) {
      const { orders } = await takeOverOrders(within);
      expect(orders).toHaveLength(1);
      for (const accepted of orders) await noteAttempt(accepted);
      for (const { folder } of orders) abandon(folder);
    }
    expect(await takeOverOrders(within)).toEqual({
      orders: [],
      troubles: [expect.stringContaining('上传/a.txt')],
    });
    expect(readdirSync(within)).toEqual([]);
  });
});

describe('the owner of files on their way', () => {
  it('is this process, and no other that had its pid', () => {
    expect(isAlive(OWNER)).toBe(true);
    expect(isAlive(`${process.pid}.1`)).toBe(false);
    expect(isAlive(`${process.ppid}.1`)).toBe(process.platform !== 'linux');
    expect(isAlive(`${process.ppid}`)).toBe(true);
    expect(isAlive('4194999.1')).toBe(false);
  });
});
