import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXPORTED_VIEWS } from '../../src/app/exported-views.js';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder, scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { someOf } from '../support/thorough.js';

const PHONE = '13812345678';
const PERSON = '欧阳静好';
let store: string;

beforeAll(() => {
  store = newFolder({
    '信访局.txt': `${smallDisclosure()}\n\t填表人：${PERSON}\n\t联系电话：${PHONE}\n`,
    '司法局.txt': smallDisclosure({ department: '株洲市石峰区司法局', year: 2022, rows: ['=1+1', '-下访'] }),
  });
  runCommand(store, ['import', '信访局.txt', '司法局.txt']);
  runCommand(store, ['audit']);
  expect(runCommand(store, ['export', '--to', '导出'])).toMatchObject({ status: 0, stdout: '' });
});
afterAll(() => removeFolder(store));

const at = (path: string): string => join(store, '导出', path);
const parquetRows = (path: string) => {
  const bytes = readFileSync(at(path));
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  });
};
const json = (view: string): Record<string, unknown>[] =>
  JSON.parse(runCommand(store, ['query', view, '--format', 'json']).stdout);

/** What https://datapackage.org/profiles/2.0 demands of a package such as this one. */
const descriptor = z.object({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  created: z.iso.datetime(),
  sources: z.array(z.object({ title: z.string() })).min(1),
  contributors: z.array(z.object({ title: z.string(), roles: z.array(z.string()) })),
  resources: z
    .array(
      z.object({
        name: z.string().regex(/^[a-z0-9._/-]+$/),
        path: z.union([z.string().regex(/^[^/.]/), z.array(z.string().regex(/^[^/.]/)).min(1)]),
        type: z.literal('table').optional(),
        hash: z
          .string()
          .regex(/^sha256:[0-9a-f]{64}$/)
          .optional(),
        bytes: z.int().positive(),
        encoding: z.literal('utf-8').optional(),
        schema: z
          .strictObject({
            $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
            fields: z
              .array(
                z.object({
                  name: z.string(),
                  title: z.string(),
                  type: z.enum(['integer', 'number', 'string']),
                  description: z.string(),
                  unit: z.string().optional(),
                  constraints: z
                    .strictObject({ enum: z.array(z.union([z.string(), z.number()])).min(1) })
                    .optional(),
                }),
              )
              .min(1),
            missingValues: z.array(z.strictObject({ value: z.string(), label: z.string() })).min(1),
            primaryKey: z.array(z.string()).min(1).optional(),
            foreignKeys: z
              .array(
                z.strictObject({
                  fields: z.array(z.string()).min(1),
                  reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()).min(1) }),
                }),
              )
              .min(1)
              .optional(),
          })
          .optional(),
      }),
    )
    .min(1),
});
const packed = () => descriptor.parse(JSON.parse(readFileSync(at('datapackage.json'), 'utf8')));

describe('export', () => {
  it('describes every file as a data package', () => {
    const { resources } = packed();
    const names = resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, hash, bytes, schema } of resources) {
      for (const file of [path].flat()) expect(existsSync(at(file))).toBe(true);
      if (typeof path !== 'string' || !schema) continue;
      const content = readFileSync(at(path));
      expect(content.length).toBe(bytes);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
      const rows = parse(content.toString('utf8'), { columns: true, relax_column_count: false }) as Record<
        string,
        string
      >[];
      const fields = schema.fields.map(({ name }) => name);
      if (rows[0]) expect(Object.keys(rows[0])).toEqual(fields);
      for (const key of schema.primaryKey ?? [])
        expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length);
      for (const { name, constraints } of schema.fields) {
        const allowed = constraints && ['', ...constraints.enum.map(String)];
        if (allowed) for (const row of rows) expect(allowed).toContain(row[name]);
      }
      for (const { reference } of schema.foreignKeys ?? []) expect(names).toContain(reference.resource);
    }
  });

  it('writes values as they are', () => {
    const rows = parse(readFileSync(at('csv/projects.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    const expected = json('projects');
    expect(rows).toEqual(
      expected.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])),
      ),
    );
    expect(rows.map(({ project }) => project)).toContain('=1+1');
  });

  it.each(someOf(2, EXPORTED_VIEWS))(
    'writes all rows of %s in one Parquet file, a blank view too',
    async (view) => {
      const rows = (await parquetRows(`parquet/${view}.parquet`)).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        ),
      );
      expect(rows).toEqual(json(view));
    },
  );

  it('writes a dataset by province and year, with as many processes as are wanted, and again only what changed', async () => {
    const dataset = (...args: string[]) =>
      runCommand(store, ['export', '--to', '全国', '--format', 'parquet', ...args]).stderr;
    expect(dataset('--jobs', '2')).toMatch(/写了 \d+ 个分区，0 个没有改动，移去 0 个/);
    const paths = readdirSync(join(store, '全国/projects'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.parquet'))
      .sort();
    expect(paths.map(dirname)).toEqual(['province=湖南省/year=2022', 'province=湖南省/year=2023']);
    const rows = await Promise.all(paths.map((path) => parquetRows(`../全国/projects/${path}`)));
    const expected = json('projects').map(({ id }) => id);
    expect(rows.flat().map(({ id }) => Number(id))).toEqual(expect.arrayContaining(expected));
    expect(rows.flat()).toHaveLength(expected.length);
    expect(dataset()).toMatch(/写了 0 个分区/);
    expect(runCommand(store, ['export', '--to', '导出', '--format', 'parquet'])).toMatchObject({ status: 2 });
  });

  it('keeps what the filters of query keep, and says so', () => {
    const written = (to: string, ...args: string[]): Record<string, string[]> => {
      expect(runCommand(store, ['export', '--to', to, ...args])).toMatchObject({ status: 0 });
      const folder = join(store, to, 'csv');
      return Object.fromEntries(
        readdirSync(folder).map((name) => {
          const rows = parse(readFileSync(join(folder, name), 'utf8'), { columns: true }) as {
            department: string;
          }[];
          return [name.replace('.csv', ''), rows.map(({ department }) => department)];
        }),
      );
    };
    const year = written('一年', '--year', '2022', '--stage', '部门预算');
    expect(Object.keys(year).sort()).toEqual([...EXPORTED_VIEWS].sort());
    expect(year.documents).toEqual(['株洲市石峰区司法局']);
    expect(year.projects).toEqual(['株洲市石峰区司法局', '株洲市石峰区司法局']);
    const { description } = JSON.parse(readFileSync(join(store, '一年', 'datapackage.json'), 'utf8'));
    expect(description).toContain('只有符合这些条件的：年度 2022，阶段 部门预算');
    const named = written('一个项目', '--project', '下访');
    expect(named.documents).toBeUndefined();
    expect(named.projects).toHaveLength(2);
    const wrong = runCommand(store, ['export', '--to', '错', '--views', 'documents', '--project', '下访']);
    expect(wrong).toMatchObject({ status: 2 });
    expect(wrong.stderr).toContain('文档（documents）不能按项目筛选');
    expect(existsSync(join(store, '错'))).toBe(false);
  });

  it('writes one workbook with a sheet per view', async () => {
    const { sheets } = await readXlsx(readFileSync(at('明账.xlsx')));
    expect(sheets.map(({ name }) => name)).toContain('指标');
    expect(sheets.find(({ name }) => name === '项目')?.rows).toHaveLength(5);
  });

  it('lets no name and no phone out', async () => {
    const texts = readdirSync(at('.'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.xlsx') && !entry.name.endsWith('.parquet'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const { sheets } = await readXlsx(readFileSync(at('明账.xlsx')));
    const columns = await parquetRows('parquet/projects.parquet');
    const all = [
      ...texts,
      JSON.stringify(sheets),
      ...columns.map((row) => Object.values(row).join(' ')),
    ].join('\n');
    expect(all).not.toContain(PERSON);
    expect(all).not.toContain(PHONE);
    const cells = runCommand(store, ['query', 'cells', '--format', 'csv']).stdout;
    expect(cells).not.toContain(PHONE);
  });

  it.each(someOf(1, ['空/', '.', '空/里']))('fills an empty folder, be it the one it runs in: %s', (to) => {
    const folder = scratchFolder();
    mkdirSync(join(folder, '空'));
    const cwd = to === '.' ? join(folder, '空') : folder;
    const run = runCommand(cwd, [
      'export',
      '--to',
      to,
      '--views',
      'projects',
      '--db',
      join(store, 'mingzhang.db'),
    ]);
    expect(run).toMatchObject({ status: 0 });
    const written = readdirSync(to === '.' ? cwd : join(folder, to)).sort();
    expect(written).toEqual(['csv', 'datapackage.json', 'parquet', '明账.xlsx'].sort());
    expect(readdirSync(folder)).toEqual(['空']);
  });

  it('leaves out what a reviewer settled, unless all is asked for', () => {
    const sample = readFileSync(new URL('../../samples/hunan-liling.html', import.meta.url), 'utf8');
    const folder = newFolder({ 'a.html': sample });
    runCommand(folder, ['import', 'a.html']);
    runCommand(folder, ['audit']);
    const findings = (to: string, ...more: string[]): number => {
      runCommand(folder, ['export', '--to', to, '--views', 'findings', ...more]);
      return parse(readFileSync(join(folder, to, 'csv/findings.csv'), 'utf8'), { columns: true }).length;
    };
    const before = findings('先');
    runCommand(folder, ['audit', 'review', 'set', 'f1', '--state', '误报', '--comment', '与原文相符']);
    expect([findings('后'), findings('全', '--all')]).toEqual([before - 1, before]);
    removeFolder(folder);
  });

  it('clears what a killed export left, and no folder of anybody else', () => {
    const dead = 4_194_305;
    const folder = scratchFolder({
      [`出.${dead}.part/x`]: '',
      '出.part/我的.txt': '',
      [`空/.mingzhang.${dead}.part/x`]: '',
    });
    for (const to of ['出', '空']) {
      const args = ['export', '--to', to, '--views', 'projects', '--db', join(store, 'mingzhang.db')];
      expect(runCommand(folder, args)).toMatchObject({ status: 0 });
    }
    expect(readdirSync(folder).sort()).toEqual(['出', '出.part', '空'].sort());
    expect(readdirSync(join(folder, '空'))).not.toContain(`.mingzhang.${dead}.part`);
    expect(existsSync(join(folder, '出.part', '我的.txt'))).toBe(true);
  });

  it('writes a view once that is asked for twice', () => {
    for (const format of ['package', 'parquet']) {
      const args = ['export', '--to', format, '--format', format, '--views', 'projects,projects'];
      expect(runCommand(store, args)).toMatchObject({ status: 0 });
    }
    const { resources } = JSON.parse(readFileSync(join(store, 'package/datapackage.json'), 'utf8'));
    expect(new Set(resources.map(({ name }: { name: string }) => name)).size).toBe(resources.length);
  });

  it.each([
    [['--region', '乌有乡'], '没有地区 乌有乡'],
    [['--rule', 'no-such-rule'], '没有规则 no-such-rule'],
    [['--views', ''], '没有写出要导出的视图'],
  ])('writes nothing before it knows what is wrong: %j', (args, text) => {
    const { status, stderr } = runCommand(store, ['export', '--to', '未写', ...args]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(text) });
    expect(existsSync(join(store, '未写'))).toBe(false);
  });

  it('never writes over what is there', () => {
    writeFileSync(join(store, '导出', '我的.txt'), '');
    const { status, stderr } = runCommand(store, ['export', '--to', '导出']);
    expect({ status, stderr }).toMatchObject({ status: 2 });
    expect(existsSync(at('csv/projects.csv'))).toBe(true);
    expect(runCommand(store, ['export', '--to', '另', '--views', 'nix']).status).toBe(2);
    expect(existsSync(join(store, '另'))).toBe(false);
    expect(readdirSync(store).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
