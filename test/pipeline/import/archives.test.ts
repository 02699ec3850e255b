import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/model/ports/store.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { BUILT } from '../../support/built-entries.js';
import { freshStore } from '../../support/fresh-store.js';
import { rarFile } from '../../support/rar-file.js';
import { scratchFolder } from '../../support/scratch-folder.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const outcomesIn = async (store: Store, folder: string): Promise<[string, string][]> =>
  (await store.query('documents', {}, { sort: 'path' })).rows.map(({ path, outcome }) => [
    String(path).replace(`${folder}/`, ''),
    String(outcome),
  ]);

const disclosure = (...amounts: string[]): Uint8Array => strToU8(smallDisclosure({ amounts }));
const inner = zipSync({ '2.txt': disclosure('3', '4'), 'Thumbs.db': strToU8('x') });

describe('archives', () => {
  it('have their members as documents, those of archives inside included', async () => {
    const folder = scratchFolder({
      'a.zip': zipSync({
        '附件/1.txt': disclosure('1', '2'),
        '附件/内.zip': inner,
        '__MACOSX/._1.txt': inner,
      }),
      'b.rar': rarFile([
        { name: '甲.txt', bytes: disclosure('5', '6') },
        { name: '密.txt', bytes: disclosure('7', '8'), encrypted: true },
      ]),
      'broken.zip': inner.slice(0, 60),
    });
    const store = freshStore();
    const summary = await importFiles([folder], { sink: store, jobs: 2, entry: BUILT.read });
    expect(await outcomesIn(store, folder)).toEqual([
      ['a.zip!/附件/1.txt', 'ok'],
      ['a.zip!/附件/内.zip!/2.txt', 'ok'],
      ['a.zip!/附件/内.zip!/Thumbs.db', 'ignored'],
      ['b.rar!/密.txt', 'encrypted'],
      ['b.rar!/甲.txt', 'ok'],
      ['broken.zip', 'corrupt'],
    ]);
    expect(summary).toMatchObject({ archives: 2, files: 8, left: 0 });
    expect(readdirSync(tmpdir()).filter((name) => name.includes(`unpacked-${process.pid}-`))).toEqual([]);
  });

  it('are not opened again while all their members are known', async () => {
    const folder = scratchFolder({ 'a.zip': inner });
    const store = freshStore();
    await importFiles([folder], { sink: store, jobs: 1, entry: BUILT.read });
    const dump = await store.dump();
    const again = await importFiles([folder], { sink: store, jobs: 1, entry: '/nowhere.js' });
    expect(again).toMatchObject({ outcomes: {}, unchanged: 2, archives: 1, left: 0 });
    expect(await store.dump()).toBe(dump);
  });

  it('give the same store wherever else their members lie, in any order', async () => {
    const folder = scratchFolder({
      'z.zip': zipSync({ '1.txt': disclosure('1', '2') }),
      '某地/1.txt': disclosure('1', '2'),
    });
    const paths = [join(folder, 'z.zip'), join(folder, '某地')];
    const [forward, backward] = [freshStore(), freshStore()];
    await importFiles(paths, { sink: forward, jobs: 1, entry: BUILT.read });
    await importFiles(paths.reverse(), { sink: backward, jobs: 2, entry: BUILT.read });
    expect((await forward.summary()).documents).toBe(1);
    expect(await backward.dump()).toBe(await forward.dump());
  });
});
