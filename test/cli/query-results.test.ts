import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { someOf } from '../support/thorough.js';

let store: string;

beforeAll(() => {
  store = newFolder({
    '信访局.txt': smallDisclosure(),
    '司法局.txt': smallDisclosure({ department: '株洲市石峰区司法局', year: 2022 }),
  });
  expect(runCommand(store, ['import', '信访局.txt', '司法局.txt']).status).toBe(0);
});
afterAll(() => removeFolder(store));

const run = (...args: string[]) => runCommand(store, args);
const json = (...args: string[]): Record<string, unknown>[] =>
  JSON.parse(run(...args, '--format', 'json').stdout);

it.each(
  someOf(6, [
    [['query', 'documents', '--region', '石锋区'], '没有地区 石锋区；是不是 石峰区、'],
    [['query', 'documents', '--region', '乌有乡', '--format', 'json'], '没有地区 乌有乡'],
    [['query', 'findings', '--rule', 'statement-total-differ'], '；是不是 statement-total-differs？'],
    [['search', '接访', '--region', '乌有乡'], '没有地区 乌有乡'],
    [['compare', '--topic', '接访', '--region', '乌有乡'], '没有地区 乌有乡'],
    [['compare', '--statement', '三公', '--region', '乌有乡'], '没有地区 乌有乡'],
    [['trend', '--region', '石锋区', '--department', '信访局'], '是不是 石峰区、'],
    [['track', '信防局'], '是不是 信访局？'],
    [['query', 'project'], '没有视图 project；是不是 projects？'],
    [['query', 'projects', '--columns', 'regoin'], '；是不是 region？'],
    [['query', 'statements', '--kind', 'three-publik'], '；是不是 three-public？'],
    [['query', 'findings', '--severity', 'eror'], '；是不是 error？'],
    [['sql', 'select regoin from projects'], '没有列 regoin；是不是 region？'],
    [['sql', 'select 1 from projets p'], '没有视图 projets；是不是 projects？'],
    [['search', '接访', '--in', 'indicater'], '；是不是 indicators？'],
    [['rules', '--format', 'tabel'], '--format <格式> 不能是 tabel；是不是 table？可用：table、csv、json'],
    [['completion', 'fisch'], '<shell> 不能是 fisch；是不是 fish？'],
    [['audit', 'reviw'], 'audit 没有下级命令 reviw；是不是 review？'],
    [['audit', 'review', '--state', '以说明'], '；是不是 已说明？'],
    [['retry', '--outcome', 'crsh'], '；是不是 crash？'],
  ] as const),
)('%j is a wrong call, and says what there is not and what may be meant', (args, words) => {
  expect(run(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
});

it.each([
  [['search', '接访', '--department', '信防局'], '库中没有名称含 信防局 的部门；是不是 信访局？'],
  [['query', 'projects', '--region', '西藏'], '库中没有 西藏 的公开内容\n'],
  [['compare', '--topic', '接访', '--region', '西藏'], '库中没有 西藏 的公开内容\n'],
])('%j is a question with no answer in the store, and says why', (args, words) => {
  expect(run(...args)).toMatchObject({ status: 0, stderr: expect.stringContaining(words) });
});

describe('formats', () => {
  it('answers one JSON object a line', () => {
    const lines = run('query', 'projects', '--columns', 'project', '--format', 'jsonl')
      .stdout.trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(json('query', 'projects', '--columns', 'project'));
  });

  it('writes a workbook with Chinese headers, codes kept as text', async () => {
    const { status, stderr } = run(
      ...['query', 'projects', '--columns', 'region_code,project,amount_wan', '--sort', '-amount_wan'],
      ...['--limit', '1', '--format', 'xlsx', '--output', '项目.xlsx'],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '已写入 项目.xlsx，共 1 行\n' });
    const { sheets } = await readXlsx(readFileSync(join(store, '项目.xlsx')));
    expect(sheets[0]?.rows).toEqual([
      ['行政区划代码', '项目', '金额（万元）'],
      ['430204', '接访大厅改造', 7],
    ]);
  });

  it('fits a table to the terminal', () => {
    const { stdout } = run('query', 'projects', '--columns', 'project,annual_goal,place');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(160);
  });
});

describe('--facets', () => {
  it('counts by year and province, and by columns asked for', () => {
    expect(json('query', 'projects', '--facets')).toEqual([
      { column: 'province', value: '湖南省', count: 4 },
      { column: 'year', value: 2022, count: 2 },
      { column: 'year', value: 2023, count: 2 },
    ]);
    expect(json('query', 'projects', '--facets', 'department_key', '--year', '2022')).toEqual([
      { column: 'department_key', value: '司法局', count: 2 },
    ]);
    expect(run('query', 'projects', '--facets').stdout).toMatch(/省 +湖南省 +4/);
    expect(run('query', 'projects', '--facets', 'nix').status).toBe(2);
  });
});

describe('saved queries', () => {
  it('saves a call under a name, and the command line wins over what is saved', () => {
    const file = ['--query-file', '常用.json'];
    run('query', 'projects', '--year', '2022', '--columns', 'year,project', ...file, '--save-as', '去年');
    expect(JSON.parse(readFileSync(join(store, '常用.json'), 'utf8'))).toEqual({
      去年: { view: 'projects', year: 2022, columns: ['year', 'project'] },
    });
    expect(json('query', '去年', ...file)).toMatchObject([{ year: 2022 }, { year: 2022 }]);
    expect(json('query', '去年', ...file, '--year', '2023', '--limit', '1')).toMatchObject([{ year: 2023 }]);
    expect(json('query', 'documents', ...file)).toHaveLength(2);
  });

  it('says what is wrong with the file', () => {
    writeFileSync(join(store, '坏.json'), '{"a": {"view": "projects", "yaer": 1}}');
    expect(run('query', 'a', '--query-file', '坏.json')).toMatchObject({ status: 2, stdout: '' });
    expect(run('query', 'a', '--query-file', '没有.json').stderr).toContain('没有查询文件');
    expect(run('query', 'projects', '--save-as', 'b').status).toBe(2);
  });
});

describe('sql', () => {
  it('takes parameters, and text as text', () => {
    const statement = 'select :n + 1 as a, typeof(:code) as b, typeof(:quoted) as c';
    const params = ['--param', 'n=2', '--param', 'code=01', '--param', "quoted='5'"];
    expect(json('sql', statement, ...params)).toEqual([{ a: 3, b: 'text', c: 'text' }]);
    expect(run('sql', statement, '--param', 'n').status).toBe(2);
  });

  it('explains the views in Chinese', () => {
    const { status, stdout } = run('sql', '--schema');
    expect(status).toBe(0);
    expect(stdout).toContain('| `amount_fen` | 金额（分） | 整数 | 分 |');
    expect(run('sql').status).toBe(2);
  });

  it('stops a statement that never yields a row', () => {
    const endless = 'with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n';
    const { status, stdout, stderr } = run('sql', endless, '--timeout', '1');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('查询超过 1 秒');
  });

  it('says that a table was cut, and that a store is missing', () => {
    const many = 'with recursive n(i) as (select 1 union all select i + 1 from n limit 300) select i from n';
    expect(run('sql', many).stderr).toContain('只取了前 200 行');
    expect(run('sql', many, '--format', 'csv').stderr).toBe('');
    expect(run('sql', 'select 1', '--db', '没有.db')).toMatchObject({ status: 2 });
  });
});

describe('search', () => {
  it('shows hits in their texts, with ids to explain', () => {
    const { status, stdout } = run('search', '下访 NOT 改造', '--year', '2023');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^p[\d-]+ +项目 .*【下访】巡访/m);
    expect(json('search', '巡访', '--in', 'projects')).toHaveLength(2);
    expect(run('search', '巡访', '--limit', '1').stderr).toContain('只显示 1 条');
    expect(run('search', '(巡访')).toMatchObject({ status: 2, stdout: '' });
  });
});
