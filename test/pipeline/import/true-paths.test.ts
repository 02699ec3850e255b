import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../../src/model/facts/query-error.js';
import type { Store } from '../../../src/model/ports/store.js';
import { openPageDrawer } from '../../../src/pipeline/drawing/page-drawer.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { rereadFiles } from '../../../src/pipeline/import/reread-files.js';
import { openSqliteStore } from '../../../src/store/open-sqlite-store.js';
import { BUILT } from '../../support/built-entries.js';
import { newFolder, removeFolder } from '../../support/scratch-folder.js';
import { smallDisclosure } from '../../support/small-disclosure.js';

const PRIVATE = /周小兰|吴小梅|郑小竹|13900001234|13900005678/;

const disclosure = (amount: string): Uint8Array => strToU8(smallDisclosure({ amounts: [amount] }));

describe('files whose names tell of persons', () => {
  let folder: string;
  let store: Store;
  const told: string[] = [];
  const run = () =>
    importFiles([folder], {
      sink: store,
      jobs: 1,
      entry: BUILT.read,
      report: (event) => void told.push(JSON.stringify(event)),
    });

  beforeAll(async () => {
    folder = newFolder({
      '填报人周小兰/目标表-联系人吴小梅13900001234.txt': disclosure('1'),
      '填报人周小兰/目标表-联系人郑小竹13900005678.txt': disclosure('2'),
      '经办人吴小梅.zip': zipSync({ '联系人郑小竹/1.txt': disclosure('3') }),
      '填报人周小兰.docx': strToU8('nothing of the kind'),
    });
    const aside = newFolder({});
    store = openSqliteStore(join(aside, '库.db'));
    await run();
    return async () => {
      await store.close();
      removeFolder(folder);
      removeFolder(aside);
    };
  });

  it('are shown masked in every view, and to whoever follows the import', async () => {
    const paths = (await store.query('documents', {}, { sort: 'path' })).rows.map(({ path }) => String(path));
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      '填报人＊＊.docx',
      '填报人＊＊/目标表-联系人＊＊＊＊.txt',
      '填报人＊＊/目标表-联系人＊＊＊＊.txt',
      '经办人＊＊.zip!/联系人＊＊/1.txt',
    ]);
    expect(told.join('\n')).not.toMatch(PRIVATE);
    expect((await store.load((await store.findDocuments('1.txt'))[0] ?? ''))?.path).toContain('联系人＊＊');
    await expect(store.sql('SELECT path FROM document_paths')).rejects.toThrow(QueryError);
  });

  it('are told apart by their true paths, and both found by the one that is shown', async () => {
    expect(await store.findDocuments('目标表-联系人吴小梅13900001234.txt')).toHaveLength(1);
    expect(await store.findDocuments('目标表-联系人＊＊＊＊.txt')).toHaveLength(2);
    expect((await store.documentsBelow(join(folder, '填报人周小兰'))).sha256).toHaveLength(2);
    expect((await store.documentsBelow(join(folder, '填报人＊＊'))).sha256).toHaveLength(2);
  });

  it('are not read again when nothing has changed', async () => {
    const summary = await run();
    expect(summary).toMatchObject({ outcomes: {}, archives: 1 });
    expect(summary.unchanged).toBeGreaterThanOrEqual(4);
    expect((await store.check()).problems).toEqual([]);
  });

  it('are found again to be read and drawn', async () => {
    const readings = await store.listReadings({ outcomes: ['ok', 'partial'] });
    expect(readings.map(({ readAs }) => readAs).join()).toMatch(/吴小梅13900001234.*郑小竹13900005678/s);
    const again = await rereadFiles(
      readings,
      { sink: store, jobs: 1, entry: BUILT.read },
      join(folder, 'none'),
    );
    expect(again).toMatchObject({ failures: [], left: 0 });
    const drawer = openPageDrawer(store);
    for (const { sha256 } of readings) expect(await drawer.hasSource(sha256)).toBe(true);
    await drawer.close();
  });
});
