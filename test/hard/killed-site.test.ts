import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { SeededRandom } from '../support/seeded-random.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { outcomesOf, problemsOf, startCommand } from './command.js';
import { pageOf, post, type RunningSite, startSite, until, upload } from './running-site.js';

let folder = '';
const sites: RunningSite[] = [];
beforeAll(() => {
  folder = newFolder({ '甲/一.txt': smallDisclosure({ rows: ['A', 'B'], amounts: ['10', '5'] }) });
});
afterAll(async () => {
  await Promise.all(sites.map(kill));
  removeFolder(folder);
});

const start = async (db: string): Promise<RunningSite> => {
  const site = await startSite(folder, db);
  sites.push(site);
  return site;
};

const kill = async ({ child, ended }: RunningSite): Promise<void> => {
  child.kill('SIGKILL');
  await ended;
};

/** No import is under way and none waits. */
const isIdle = async (running: RunningSite): Promise<boolean> =>
  !/正在导入|正在停下|等候|排队/.test(await pageOf(running, '/import'));

/** Begins an upload of two files and sends the first and half of the second. */
function beginUpload({ url }: RunningSite, names: readonly [string, string]): Promise<void> {
  const part = (name: string, text: string): string =>
    `--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n${text}`;
  const sending = request(`${url}/import/upload`, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' },
  });
  sending.on('error', () => undefined);
  const half = smallDisclosure({ amounts: ['7', '7'] }).slice(0, 200);
  return new Promise((resolve) => {
    sending.write(`${part(names[0], smallDisclosure({ year: 2020 }))}\r\n${part(names[1], half)}`, () =>
      resolve(),
    );
  });
}

it('killed while files are sent: nothing of them is imported, and the next start is clean', async () => {
  const db = join(folder, 'sent.db');
  const first = await start(db);
  await beginUpload(first, ['half-one.txt', 'half-two.txt']);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await kill(first);
  const second = await start(db);
  await until('idle', () => isIdle(second));
  expect(await upload(second, { 'whole.txt': smallDisclosure({ year: 2019 }) })).toBe(303);
  await until('imported', async () => (await outcomesOf(db)).has('上传/whole.txt'));
  expect([...(await outcomesOf(db)).keys()]).toEqual(['上传/whole.txt']);
  expect(await problemsOf(db)).toEqual([]);
  await kill(second);
});

it('killed while accepted files are read: each is imported or listed after the next start', async () => {
  const db = join(folder, 'read.db');
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [
      `u${n}.txt`,
      smallDisclosure({ amounts: [`${n}`, '5'], year: 2000 + (n % 20) }),
    ]),
  );
  const first = await start(db);
  expect(await upload(first, files)).toBe(303);
  await until('some are read', async () => (await outcomesOf(db)).size > 3);
  await kill(first);
  const second = await start(db);
  await until('idle', () => isIdle(second));
  await until('the importer of the killed site has ended', () => isSettled(db));
  const page = await pageOf(second, '/import');
  const stored = await outcomesOf(db);
  const lost = Object.keys(files).filter((name) => !stored.has(`上传/${name}`));
  // A long list is cut on the page: its first name and the number of all stand for it.
  if (lost.length > 0) expect(page).toMatch(/u0\.txt[\s\S]{0,200}60/);
  expect([...stored.keys()].filter((path) => !(path.slice('上传/'.length) in files))).toEqual([]);
  expect(new Set(stored.values())).toEqual(new Set(['ok']));
  expect(await problemsOf(db)).toEqual([]);
  expect(await upload(second, files)).toBe(303);
  await until('all are imported at the second time', async () => (await outcomesOf(db)).size === 60);
  await kill(second);
});

it('killed while answers are given: every answer that was confirmed stands, and none is half', async () => {
  const db = join(folder, 'review.db');
  await startCommand(folder, ['import', '甲', '--db', db]).ended;
  await startCommand(folder, ['audit', '--db', db]).ended;
  const id = (await findingIds(db))[0];
  expect(id).toBeDefined();
  const random = new SeededRandom(5);
  for (let round = 0; round < 4; round++) {
    const running = await start(db);
    setTimeout(() => running.child.kill('SIGKILL'), 100 + random.next() * 600);
    let confirmed: string | null = null;
    let sent = '';
    for (let n = 0; running.child.exitCode === null && running.child.signalCode === null; n++) {
      sent = `第 ${round} 轮 ${n}`;
      const fields = {
        state: 'explained',
        who: '复核人',
        comment: sent,
        basedOn: (await answeredAt(db)) ?? '',
      };
      const status = await post(running, `/findings/${id}/review`, fields);
      if (status === null) break;
      expect(status).toBe(303);
      confirmed = sent;
    }
    await running.ended;
    expect(confirmed).not.toBeNull();
    expect([confirmed, sent]).toContain(await commentIn(db));
    expect(await problemsOf(db)).toEqual([]);
  }
});

/** Whether nobody writes the store any more: it stays as it is for a second. */
async function isSettled(db: string): Promise<boolean> {
  const before = (await outcomesOf(db)).size;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return (await outcomesOf(db)).size === before;
}

async function reviewsOf(db: string) {
  const store = openSqliteStore(db, { readOnly: true });
  try {
    return [...(await store.reviews()).values()];
  } finally {
    await store.close();
  }
}

const answeredAt = async (db: string): Promise<string | undefined> => (await reviewsOf(db))[0]?.at;
const commentIn = async (db: string): Promise<string | null | undefined> => (await reviewsOf(db))[0]?.comment;

async function findingIds(db: string): Promise<number[]> {
  const store = openSqliteStore(db, { readOnly: true });
  try {
    return (await store.listReviews()).map(({ id }) => id);
  } finally {
    await store.close();
  }
}
