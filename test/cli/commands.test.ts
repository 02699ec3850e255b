import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/model/views.js';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder, scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { IS_THOROUGH } from '../support/thorough.js';

/** A store with two departments: one adds up, the other's summary does not. */
let store: string;

beforeAll(() => {
  store = newFolder({
    '石峰/信访局.txt': smallDisclosure(),
    '石峰/司法局.txt': smallDisclosure({
      department: '株洲市石峰区司法局',
      total: '40',
      amounts: ['7', '5'],
    }),
  });
  const { status, stderr } = runCommand(store, ['import', '石峰']);
  expect(stderr).toContain('新读入文档 2：读取完整 2');
  expect(status).toBe(0);
});
afterAll(() => removeFolder(store));

const json = (folder: string, ...args: string[]): Record<string, string | number | null>[] =>
  JSON.parse(runCommand(folder, [...args, '--format', 'json']).stdout);

describe('import', () => {
  it('sums up what it did on stderr, and prints no data', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    const { stdout, stderr } = runCommand(folder, ['import', 'a.txt']);
    expect(stdout).toBe('');
    expect(stderr).toContain('绩效表 1，项目 2，指标 0，支出明细 0，预算表 0');
    expect(stderr).toMatch(/未认领 0/);
    expect(stderr).toContain('地区、年度或部门未定的文档 0');
  });

  it.runIf(IS_THOROUGH)('gives the same store with one process and with several, in any order', () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [`${n}.txt`, smallDisclosure({ amounts: [`${n + 1}`, '5'] })]),
    );
    const folder = scratchFolder(files);
    runCommand(folder, ['import', '.', '--jobs', '1', '--db', 'one.db']);
    runCommand(folder, ['import', ...Object.keys(files).reverse(), '--jobs', '3', '--db', 'three.db']);
    const rows = (db: string) => json(folder, 'query', 'cells', '--db', db);
    expect(rows('one.db').length).toBeGreaterThan(0);
    expect(rows('three.db')).toEqual(rows('one.db'));
  });

  it('takes the store from MINGZHANG_DB, and --db before and after the command', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    runCommand(folder, ['import', 'a.txt'], { MINGZHANG_DB: 'env.db' });
    expect(json(folder, 'query', 'documents', '--db', 'env.db')).toHaveLength(1);
    expect(json(folder, '--db', 'env.db', 'query', 'documents')).toHaveLength(1);
  });
});

describe('query', () => {
  it('answers JSON with the columns of the view', () => {
    const [row] = json(store, 'query', 'projects', '--text', '下访', '--department', '信访局');
    expect(Object.keys(row ?? {})).toEqual(
      VIEWS.find(({ name }) => name === 'projects')?.columns.map(({ name }) => name),
    );
    expect(row).toMatchObject({
      project: '下访巡访',
      amount_fen: 5_000_000,
      amount_wan: 5,
      region_code: '430204',
    });
  });

  it('answers CSV with Chinese or English headers', () => {
    const args = [
      'query',
      'projects',
      '--columns',
      'region_code,project,amount_wan',
      '--sort',
      '-amount_wan',
    ];
    const chinese = runCommand(store, [...args, '--format', 'csv']).stdout;
    expect(chinese.startsWith('\uFEFF行政区划代码,项目,金额（万元）\r\n')).toBe(true);
    const english = runCommand(store, [...args, '--format', 'csv', '--headers', 'en']).stdout;
    expect(parse(english, { bom: true, columns: true })[0]).toEqual({
      region_code: '430204',
      project: '接访大厅改造',
      amount_wan: '7',
    });
  });

  it('draws a table that fits, with ids to explain', () => {
    const { stdout } = runCommand(store, ['query', 'projects'], { COLUMNS: '100' });
    expect(stdout).toMatch(/^p\d{4}-\d+ /m);
    expect(stdout).toContain('7.00');
    expect(stdout).toContain('t1 r');
  });

  it('says so when rows were left out of a table, and when there are none', () => {
    expect(runCommand(store, ['query', 'projects', '--text', '没有的']).stderr).toContain(
      '没有符合条件的记录',
    );
    expect(json(store, 'query', 'projects', '--text', '没有的')).toEqual([]);
  });

  it('names the views and columns there are', () => {
    const view = runCommand(store, ['query', 'nix']);
    expect(view.status).toBe(2);
    expect(view.stderr).toContain('projects');
    const column = runCommand(store, ['query', 'projects', '--columns', 'nix']);
    expect(column.status).toBe(2);
    expect(column.stderr).toContain('amount_wan');
  });

  it('writes to a file', () => {
    const result = runCommand(store, ['query', 'projects', '--format', 'json', '--output', '项目.json']);
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(store, '项目.json'), 'utf8'))).toHaveLength(4);
  });
});

describe('sql', () => {
  it('answers one SELECT over the views', () => {
    const rows = json(
      store,
      'sql',
      'select department, sum(amount_wan) total from projects group by 1 order by 1',
    );
    expect(rows).toEqual([
      { department: '株洲市石峰区信访局', total: 12 },
      { department: '株洲市石峰区司法局', total: 12 },
    ]);
  });

  it.each([
    'delete from document_rows',
    'select 1; drop table document_rows',
    'selekt',
    'pragma user_version = 3',
  ])('refuses %s', (statement) => {
    const result = runCommand(store, ['sql', statement]);
    expect(result).toMatchObject({ status: 2, stdout: '' });
  });

  it('says when rows were left out', () => {
    const { stdout, stderr } = runCommand(store, [
      'sql',
      'select id from projects',
      '--limit',
      '2',
      '--format',
      'csv',
    ]);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(3);
    expect(stderr).toContain('只取了前 2 行');
  });
});

describe('audit', () => {
  it('lists what does not add up, with the numbers and the place', () => {
    const { status, stdout, stderr } = runCommand(store, ['audit']);
    expect(status).toBe(0);
    expect(stdout).toContain('summary-total-differs-from-rows');
    expect(stdout).toContain('石峰/司法局.txt  t1 r');
    expect(stdout).toContain('待核实');
    expect(stderr).toContain('核查文档 2');
    expect(stdout).toContain('  新出现\n');
  });

  it.each([[], ['--rule', 'summary-total-differs-from-rows'], ['--again'], ['--format', 'html']])(
    'calls nothing new that stood before: audit %s %s',
    (...args) => {
      const { stdout, stderr } = runCommand(store, ['audit', ...args]);
      expect(stderr).toContain('新出现 0');
      expect(stdout).toContain('summary-total-differs-from-rows');
      expect(stdout).not.toMatch(/( |· )新出现(\n|<)/);
    },
  );

  it('answers the same findings as JSON and CSV, gravest first', () => {
    const rows = json(store, 'audit');
    expect(rows[0]).toMatchObject({
      rule: 'summary-total-differs-from-rows',
      severity: 'error',
      difference_wan: 28,
    });
    const csv = runCommand(store, ['audit', '--format', 'csv', '--headers', 'en']).stdout;
    expect(parse(csv, { bom: true, columns: true })).toHaveLength(rows.length);
  });

  it('ends with 4 when asked to fail on what it found', () => {
    expect(runCommand(store, ['audit', '--fail-on', 'error']).status).toBe(4);
    expect(
      runCommand(store, ['audit', '--rule', 'project-code-year-differs', '--fail-on', 'note']).status,
    ).toBe(0);
  });

  it('keeps to the scope asked for', () => {
    expect(runCommand(store, ['audit', '--region', '湖南省']).stderr).toContain('核查文档 2');
    expect(runCommand(store, ['audit', '--region', '110000']).stderr).toContain('核查文档 0');
    expect(runCommand(store, ['audit', '--department', '信访局']).stderr).toContain('核查文档 1');
  });
});

describe('explain', () => {
  it('walks a value back to its cell', () => {
    const [project] = json(store, 'query', 'projects', '--text', '下访', '--department', '信访局');
    const { stdout } = runCommand(store, ['explain', `p${project?.id}`]);
    expect(stdout).toContain('石峰/信访局.txt');
    expect(stdout).toContain('5 万元');
    expect(stdout).toContain('【下访巡访】');
  });

  it('walks a finding back to its rule and figures', () => {
    const [finding] = json(store, 'audit');
    const { stdout } = runCommand(store, ['explain', `f${finding?.id}`]);
    expect(stdout).toContain('summary-total-differs-from-rows');
    expect(stdout).toContain('【40】');
    expect(stdout).toContain('【7】');
  });

  it('shows what became of a document', () => {
    const [document] = json(store, 'query', 'documents');
    const { stdout } = runCommand(store, ['explain', `d${document?.id}`]);
    expect(stdout).toContain('读取完整');
    expect(stdout).toContain('未认领 0');
  });

  it.each(['x1', 'i999999', 'i', '17'])('refuses %s', (id) => {
    expect(runCommand(store, ['explain', id]).status).toBe(2);
  });
});

describe('assign', () => {
  it('repairs what could not be inferred, and survives another import', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure({ department: '信访局' }) });
    const first = runCommand(folder, ['import', 'a.txt']);
    expect(first.stderr).toContain('地区、年度或部门未定的文档 1（地区 1');
    expect(json(folder, 'query', 'documents', '--unresolved')).toHaveLength(1);
    expect(runCommand(folder, ['assign', 'a.txt', '--region', '430204']).status).toBe(0);
    runCommand(folder, ['import', 'a.txt']);
    expect(json(folder, 'query', 'projects')[0]).toMatchObject({ region: '石峰区', region_code: '430204' });
    expect(json(folder, 'query', 'documents', '--unresolved')).toEqual([]);
  });

  it('names the regions an ambiguous name may mean', () => {
    const result = runCommand(store, ['assign', '信访局.txt', '--region', '鼓楼区']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('320106');
  });
});

describe('extract', () => {
  it('answers the document and its disclosures', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    const { document, disclosures } = JSON.parse(runCommand(folder, ['extract', 'a.txt']).stdout);
    expect(document).toMatchObject({ path: 'a.txt', outcome: 'ok', cells: { unclaimed: 0 } });
    expect(disclosures[0].projects).toHaveLength(2);
  });

  it('draws the grids, or gives them as JSON', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    for (const args of [
      ['--grids', 'a.txt'],
      ['a.txt', '--grids'],
    ]) {
      expect(runCommand(folder, ['extract', ...args]).stdout).toContain('│ 下访巡访');
    }
    const [grid] = JSON.parse(runCommand(folder, ['extract', '--grids', 'json', 'a.txt']).stdout);
    expect(grid).toMatchObject({ table: 1, page: null });
    expect(grid.cells[0]).toEqual({
      row: 1,
      column: 1,
      rowSpan: 1,
      colSpan: 1,
      text: '附表2',
      place: 't1 r1 c1',
    });
  });

  it('masks names and phones in everything it shows', () => {
    const text = `${smallDisclosure()}\n\t填表人：王小明\n\t联系电话：13812345678\n\n`;
    const folder = scratchFolder({ 'a.txt': text });
    const shown = [
      ['extract', 'a.txt'],
      ['extract', '--grids', 'a.txt'],
    ]
      .map((args) => runCommand(folder, args).stdout)
      .join();
    expect(shown).toContain('填表人');
    expect(shown).not.toMatch(/王小明|13812345678/);
  });
});

describe('verify', () => {
  it('finds that two readers agree', () => {
    const html = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>下访巡访</td><td>5</td></tr></table>';
    const result = runCommand(scratchFolder({ 'a.html': html }), ['verify', 'a.html']);
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(result.stderr).toContain('一致');
  });

  it('refuses a missing file, and says why another cannot be read', () => {
    const folder = scratchFolder({ 'a.docx': new Uint8Array([1, 2, 0, 0, 5]) });
    expect(runCommand(folder, ['verify', 'b.docx']).status).toBe(2);
    const unread = runCommand(folder, ['verify', 'a.docx']);
    expect(unread.status).toBe(3);
    expect(unread.stderr).toContain('不支持的格式；文件是不认识的二进制文件；运行 mingzhang formats');
  });
});

describe('rules and formats', () => {
  it('list themselves', () => {
    const folder = scratchFolder();
    expect(json(folder, 'rules').map(({ rule }) => rule)).toContain('summary-total-missing');
    expect(json(folder, 'formats').map(({ format }) => format)).toContain('html');
  });
});
