import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectAddresses } from '../../src/app/collect-addresses.js';
import { scratchFolder } from '../support/scratch-folder.js';

const asked = (path: string) => ({
  ...{ list: { kind: 'file' as const, path }, folder: join(scratchFolder(), '青禾') },
  ...{ contact: 'audit@qinghe.example', selection: { titles: [] }, depth: 0, pages: 1 },
  ...{ allowPrivate: false, pause: 1, quota: 1 },
});

it('calls an archive of the web that cannot be opened one, and no list', async () => {
  const path = join(scratchFolder(), '站点.warc.gz');
  writeFileSync(path, Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
  await expect(collectAddresses(asked(path))).rejects.toThrow('不是完整的网页归档');
});

it('warns of a column it does not know with the one that is meant, and asks no private network', async () => {
  const path = join(scratchFolder(), '网址.csv');
  writeFileSync(path, 'url,regoin\nhttp://127.0.0.1:8977/a,430204\n');
  const warnings: string[] = [];
  const summary = await collectAddresses({ ...asked(path), warn: (message) => warnings.push(message) });
  expect(warnings).toEqual([expect.stringContaining('不认得的列 regoin；是不是 region？')]);
  expect(summary).toMatchObject({
    files: 0,
    hosts: [{ refused: 1, left: 0 }],
    troubles: [{ isPrivate: true }],
  });
});
