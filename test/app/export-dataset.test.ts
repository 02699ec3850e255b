import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatasetOptions, exportDataset } from '../../src/app/export-dataset.js';
import { EXPORTED_VIEWS } from '../../src/app/exported-views.js';
import type { Store } from '../../src/model/ports/store.js';
import { openSqliteStore } from '../../src/store/open-sqlite-store.js';
import { buildDocument } from '../support/document-builder.js';
import { duck } from '../support/duck.js';
import { scratchFolder } from '../support/scratch-folder.js';

const CREATED = new Date(Date.UTC(2026, 0, 1));
const COUNTY = { code: '990101', name: '云溪区', province: '青禾省', city: '临川市' };

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = scratchFolder();
  store = openSqliteStore(join(folder, 'store.db'));
  await store.save(pack('河道清淤', 2023));
  await store.save(pack('校舍维修', 2024));
  await store.save(
    buildDocument({
      path: '不明.txt',
      disclosures: [{ region: null, year: null, projects: [{ name: '无主' }] }],
    }),
  );
});
afterEach(() => store.close());

const pack = (name: string, year: number) =>
  buildDocument({
    path: `${year}.txt`,
    disclosures: [
      {
        region: COUNTY,
        year,
        total: '20.5',
        projects: [
          {
            name,
            wan: '20.5',
            indicators: [{ name: '长度', target: '≥3公里' }, { name: '满意度' }],
          },
        ],
      },
    ],
  });

const dataset = (options: Partial<DatasetOptions> = {}) =>
  exportDataset(store, join(folder, '全国'), { created: CREATED, version: '1', jobs: 1, ...options });

/** Files of the dataset with their content, by path. */
const files = (): Map<string, string> => {
  const top = join(folder, '全国');
  const found = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(top, name)).isFile(),
  );
  return new Map(found.sort().map((name) => [name, readFileSync(join(top, name), 'hex')]));
};
const parquet = (): string[] => [...files().keys()].filter((name) => name.endsWith('.parquet'));

/** The rows DuckDB finds in the dataset, as the store has them. */
async function read(view: string): Promise<Record<string, unknown>[]> {
  const { ask, close } = await duck();
  const columns = (await store.query(view)).columns.map((column) => `"${column}"`).join(', ');
  const path = join(folder, '全国', view, '**/*.parquet');
  const rows = await ask(
    `SELECT ${columns} FROM read_parquet('${path}', hive_partitioning = true) ORDER BY region_code NULLS LAST, year NULLS LAST, id`,
  );
  close();
  return rows;
}

describe('a dataset', () => {
  it('holds the rows of the store by province and year, as DuckDB reads them; unknown ones are null', async () => {
    expect(await dataset()).toMatchObject({ unchanged: 0, removed: 0, leftOut: [] });
    for (const view of ['projects', 'indicators', 'documents', 'budgets'])
      expect(await read(view)).toEqual((await store.query(view)).rows);
    expect(parquet().map(dirname)).toContain('indicators/province=青禾省/year=2023');
    expect(parquet().map(dirname)).toContain(
      'projects/province=__HIVE_DEFAULT_PARTITION__/year=__HIVE_DEFAULT_PARTITION__',
    );
    const { resources } = JSON.parse(readFileSync(join(folder, '全国', 'datapackage.json'), 'utf8')) as {
      resources: { path: string[]; bytes: number }[];
    };
    expect(resources.flatMap(({ path }) => path).sort()).toEqual(parquet());
    for (const { path, bytes } of resources)
      expect(path.reduce((sum, each) => sum + statSync(join(folder, '全国', each)).size, 0)).toBe(bytes);
  });

  it('is written again only where rows changed', async () => {
    const { written } = await dataset();
    const before = files();
    expect(await dataset()).toMatchObject({ written: 0, unchanged: written, removed: 0 });
    expect(files()).toEqual(before);
    await store.save(
      buildDocument({
        path: '又一份.txt',
        disclosures: [{ region: COUNTY, year: 2024, projects: [{ name: '植树' }] }],
      }),
    );
    await dataset();
    const changed = [...files()].filter(([name, content]) => before.get(name) !== content);
    expect(changed.map(([name]) => dirname(name)).filter((name) => name !== '.')).toEqual([
      'documents/province=青禾省/year=2024',
      'projects/province=青禾省/year=2024',
    ]);
    expect(parquet()).toHaveLength(written);
    expect(await read('projects')).toEqual((await store.query('projects')).rows);
  });

  it('loses partitions that have no rows any more, and no other file', async () => {
    await dataset();
    const own = join(folder, '全国', 'projects', '我的.txt');
    writeFileSync(own, '');
    await store.remove([pack('校舍维修', 2024).sha256]);
    const { removed } = await dataset();
    expect(removed).toBeGreaterThan(0);
    expect(parquet().filter((name) => name.includes('year=2024'))).toEqual([]);
    expect(readdirSync(join(folder, '全国/projects/province=青禾省'))).toEqual(['year=2023']);
    expect(existsSync(own)).toBe(true);
  });

  it('is completed by the next run where one was killed', async () => {
    await dataset();
    const whole = files();
    const [first = '', second = ''] = parquet();
    const place = join(folder, '全国', dirname(first));
    writeFileSync(join(place, '.rows.4194305.part'), '半');
    writeFileSync(join(folder, '全国', 'datapackage.json.4194305.part'), '半');
    writeFileSync(join(folder, '全国', dirname(second), '0123456789abcdef.parquet'), '旧');
    rmSync(join(folder, '全国', first));
    expect(await dataset()).toMatchObject({ written: 1, removed: 1 });
    expect(files()).toEqual(whole);
  });

  it('tells by the rows where a store of before does not say what they are of', async () => {
    const { written } = await dataset();
    const before = parquet();
    const db = new Database(join(folder, 'store.db'));
    db.exec('DELETE FROM content_rows');
    db.close();
    await dataset();
    expect(parquet()).toHaveLength(before.length);
    expect(await dataset()).toMatchObject({ written: 0, unchanged: written, removed: 0 });
    expect(await read('indicators')).toEqual((await store.query('indicators')).rows);
  });

  it('is of one choice', async () => {
    await dataset({ views: ['projects'], filter: { year: 2023 } });
    expect(parquet().map(dirname)).toEqual(['projects/province=青禾省/year=2023']);
    await expect(dataset({ views: ['projects'] })).rejects.toThrow('按别的选择导出的（项目；年度 2023）');
    await expect(dataset()).rejects.toThrow('按别的选择');
  });

  it('is of one store, wherever that was moved', async () => {
    await dataset();
    const before = files();
    const other = openSqliteStore(join(folder, 'other.db'));
    await other.save(pack('植树', 2024));
    const made = { created: CREATED, version: '1', jobs: 1 };
    const toSame = () => exportDataset(other, join(folder, '全国'), made);
    await expect(toSame()).rejects.toThrow('是从另一个库导出的');
    expect(files()).toEqual(before);
    const mark = join(folder, '全国', '_mingzhang.json');
    const { chosen } = JSON.parse(readFileSync(mark, 'utf8')) as { chosen: string };
    writeFileSync(mark, JSON.stringify({ chosen }));
    await toSame();
    await expect(dataset()).rejects.toThrow('是从另一个库导出的');
    await other.close();
  });

  it('touches no folder where the region is not one', async () => {
    for (const region of ['12345', '无此地'])
      await expect(dataset({ filter: { region } })).rejects.toMatchObject({ name: 'QueryError' });
    expect(existsSync(join(folder, '全国'))).toBe(false);
  });

  it('is described anew only where something changed', async () => {
    await dataset();
    const before = files();
    await dataset({ created: new Date(Date.UTC(2026, 5, 1)) });
    expect(files()).toEqual(before);
    await dataset({ created: new Date(Date.UTC(2026, 5, 1)), version: '2' });
    expect(readFileSync(join(folder, '全国', 'datapackage.json'), 'utf8')).toContain(
      '"created": "2026-06-01',
    );
  });

  it('is never made of a folder that holds anything else', async () => {
    mkdirSync(join(folder, '全国'));
    writeFileSync(join(folder, '全国', '我的.txt'), '');
    await expect(dataset()).rejects.toThrow('不是空的');
    expect(readdirSync(join(folder, '全国'))).toEqual(['我的.txt']);
  });

  it('is of the usual views', async () => {
    await dataset();
    const there = new Set(parquet().map((name) => name.split('/')[0]));
    expect([...there].every((name) => EXPORTED_VIEWS.includes(name ?? ''))).toBe(true);
  });
});
