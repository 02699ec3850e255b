import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as cheerio from 'cheerio';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/app/open-store.js';
import type { Store } from '../../src/model/ports/store.js';
import { EVERY_SECTION } from '../../src/model/sections/sections.js';
import { VIEWS } from '../../src/model/views.js';
import { openPageDrawer } from '../../src/pipeline/drawing/page-drawer.js';
import { auditRunner } from '../../src/web/audits/audit-runner.js';
import { createApp } from '../../src/web/create-app.js';
import { sqlAsker } from '../../src/web/sql-asker.js';
import { BUILT } from '../support/built-entries.js';
import { saveStory } from '../support/cycle-story.js';
import { foundCodes } from '../support/found-codes.js';
import { linkSamples } from '../support/link-samples.js';
import { runCommand } from '../support/run-command.js';
import { runInProcess } from '../support/run-in-process.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
/** The department of the story. */
const PLACE = '云溪区';
const PLANNED = '水利局';
const sample = (name: string): string => join(SAMPLES, name);

let folder: string;
let db: string;
let store: Store;
let imported: string;

/** A store of the samples, of a department over three years, and of files that cannot be read; audited and in part reviewed. */
beforeAll(async () => {
  folder = newFolder({
    '坏.docx': 'PK\u0003\u0004 broken',
    '空.txt': '',
    '无归属.txt': smallDisclosure({ department: '办公室' }),
  });
  linkSamples(join(folder, 'samples'), true);
  db = join(folder, '库.db');
  imported = runCommand(folder, [
    'import',
    'samples',
    '坏.docx',
    '空.txt',
    '无归属.txt',
    '--report',
    '没读成.csv',
    '--db',
    db,
  ]).stderr;
  const written = await openStore(db);
  await saveStory(written);
  await written.close();
  await runInProcess(db, ['audit']);
  await runInProcess(db, ['audit', 'review', 'set', 'f1', '--state', '属实', '--who', '审计一处']);
  store = await openStore(db, { readOnly: true, mustExist: true });
  vi.stubEnv('COLUMNS', '600');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await store.close();
  removeFolder(folder);
});

async function sheetWords(file: string): Promise<string> {
  const { sheets } = await readXlsx(readFileSync(file));
  return sheets
    .map(({ name, rows }) => `${name}\n${rows.map((row) => row.join('\t')).join('\n')}`)
    .join('\n');
}

/** Elements that stand within a line. */
const INLINE = 'a, b, span, mark, i, em, strong, sup, small, code, td, th, dt';

/** What a page shows, a line an element: its texts, and those of attributes that are read out or shown. */
function pageWords(markup: string): string {
  const $ = cheerio.load(markup);
  $('script, style').remove();
  const told = $('[title], [alt], [aria-label], [placeholder]').map((_, each) =>
    ['title', 'alt', 'aria-label', 'placeholder'].map((name) => $(each).attr(name) ?? '').join(' '),
  );
  $('body *').each((_, each) => {
    $(each).append($(each).is(INLINE) ? ' ' : '\n');
  });
  return [$('title').text(), $('body').text(), $.root().find('svg text').text(), ...told.get()].join('\n');
}

async function output(args: readonly string[]): Promise<string> {
  const format = args[args.indexOf('--format') + 1] ?? '';
  if (!args.includes('--format') || format === 'csv') return runInProcess(db, args);
  const file = join(folder, `出.${format}`);
  const messages = await runInProcess(db, [...args, '--output', file]);
  if (format === 'xlsx') return `${messages}\n${await sheetWords(file)}`;
  return `${messages}\n${pageWords(readFileSync(file, 'utf8'))}`;
}

const VIEW_NAMES = [...VIEWS.map(({ name }) => name), 'current_indicators'];
const IN = (...formats: string[]) => [[], ...formats.map((format) => ['--format', format])];
const OTHERS: string[][] = [
  ...IN('csv', 'xlsx').flatMap((format) => [
    ['search', '宣传', '--limit', '200', ...format],
    ['query', 'indicators', '--facets', ...format],
    ['query', 'indicators', '--facets', 'kind,stage,operator', ...format],
    ['query', 'documents', '--facets', 'outcome,unresolved,format', ...format],
    ['query', 'findings', '--facets', 'rule,severity,verdict,review', ...format],
  ]),
  ...IN('csv').flatMap((format) => [
    ['status', ...format],
    ['rules', ...format],
    ['forms', ...format],
    ['formats', ...format],
    ['check', ...format],
    ['check', '--private', ...format],
    ['coverage', '--region', '湖南省', ...format],
    ['audit', 'review', ...format],
    ['audit', '--changes', ...format],
  ]),
  ...IN('csv', 'xlsx', 'svg').flatMap((format) => [
    ['compare', '--topic', '宣传', ...format],
    ['compare', '--statement', '三公', ...format],
    ['track', PLACE, PLANNED, ...format],
    ['track', PLACE, ...format],
  ]),
  ...IN('csv').map((format) => ['trend', '--region', PLACE, '--department', PLANNED, ...format]),
  ...IN('csv', 'xlsx', 'html').map((format) => ['audit', ...format]),
];

/** Rows of a view that are explained, spread over all. */
const EXPLAINED = 8;

/** Names what was found where the test fails. */
const holdsNone = (found: string): void => expect(found, found).toBe('');

describe('what people read holds no codes', () => {
  it.each(VIEW_NAMES.flatMap((view) => ['table', 'csv', 'xlsx'].map((format) => [view, format] as const)))(
    'query %s as %s',
    async (view, format) => {
      const asked = format === 'table' ? [] : ['--format', format];
      holdsNone(foundCodes(await output(['query', view, ...asked])).join(' '));
    },
  );

  it.each(VIEW_NAMES.filter((name) => !name.startsWith('current_')))(
    'query %s with all its columns',
    async (view) => {
      const columns = VIEWS.find(({ name }) => name === view)?.columns.map(({ name }) => name) ?? [];
      for (let from = 0; from < columns.length; from += 4) {
        const some = columns.slice(from, from + 4);
        holdsNone(
          foundCodes(await output(['query', view, '--limit', '500', '--columns', some.join(',')])).join(' '),
        );
      }
    },
  );

  it.each(OTHERS.map((args) => [args.join(' '), args] as const))('%s', async (_, args) => {
    holdsNone(foundCodes(await output(args)).join(' '));
  });

  it('import and its report', () => {
    holdsNone(foundCodes(imported).join(' '));
    const report = readFileSync(join(folder, '没读成.csv'), 'utf8');
    expect(report).toContain('坏.docx');
    holdsNone(foundCodes(report).join(' '));
  });

  it.each(['hunan-liuyang.txt', 'jiangsu-rugao-pack.html'])('extract --why of %s', (name) => {
    const { stdout } = runCommand(folder, ['extract', sample(name), '--why']);
    expect(stdout).toContain('版式');
    holdsNone(foundCodes(stdout).join(' '));
  });

  it.each(['findings', 'documents', ...EVERY_SECTION.flatMap(({ view, row }) => (row ? [view] : []))])(
    'explain of rows of %s',
    async (view) => {
      const letter =
        { findings: 'f', documents: 'd' }[view] ??
        EVERY_SECTION.find((each) => each.view === view)?.row?.letter;
      const { rows } = await store.query(view, {}, { columns: ['id'] });
      const found = new Set<string>();
      for (const { id } of rows.filter((_, index) => index % Math.ceil(rows.length / EXPLAINED) === 0)) {
        for (const code of foundCodes(await runInProcess(db, ['explain', `${letter}${id}`])))
          found.add(`${letter}${id} ${code}`);
      }
      holdsNone([...found].join('\n'));
    },
  );

  it('every page of the site', async () => {
    const drawer = openPageDrawer(store, BUILT.draw);
    const app = createApp(
      { store, drawer, audits: auditRunner(db), sql: sqlAsker(db, BUILT.sql), readOnly: false },
      {
        host: '127.0.0.1',
        reportError: (error) => {
          throw error;
        },
      },
    );
    const seen = new Map<string, number>();
    const waiting = [
      '/',
      '/nowhere',
      `/trend?region=${PLACE}&department=${PLANNED}`,
      `/track?region=${PLACE}&department=${PLANNED}`,
    ];
    const met = new Set(waiting);
    const found: Record<string, string> = {};
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const response = await app.request(address);
      if (!/html/.test(response.headers.get('content-type') ?? '')) continue;
      const markup = await response.text();
      for (const code of foundCodes(pageWords(markup))) found[code] ??= address;
      for (const link of cheerio.load(markup)('a[href^="/"]').toArray()) {
        const next = link.attribs.href?.split('#')[0] ?? '';
        const shape = shapeOf(next);
        if (
          met.has(next) ||
          SPEAKS_CODES.test(next) ||
          /\.png|\/source|export/.test(next) ||
          (seen.get(shape) ?? 0) >= (next.includes('?') ? LISTS_OF_A_SHAPE : PAGES_OF_A_SHAPE)
        )
          continue;
        met.add(next);
        seen.set(shape, (seen.get(shape) ?? 0) + 1);
        waiting.push(next);
      }
    }
    await drawer.close();
    expect(seen.size).toBeGreaterThan(30);
    holdsNone(Object.entries(found).join('\n'));
  });
});

/** Pages for those who write programs and statements, which name codes. */
const SPEAKS_CODES = /^\/(?:api|sql)\b/;

/** Pages looked at of those that differ in numbers and in what is asked for only. */
const PAGES_OF_A_SHAPE = 3;
/** Of those with something asked for: other rows of the same list. */
const LISTS_OF_A_SHAPE = 1;

function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://a');
  return `${pathname.replace(/\d+/g, '0')}?${[...searchParams.keys()].sort().join('&')}`;
}
