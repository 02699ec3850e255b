import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

type Row = Record<string, string | number | null>;
const json = (folder: string, ...args: string[]): Row[] =>
  JSON.parse(runCommand(folder, [...args, '--format', 'json']).stdout);
const documents = (folder: string): Row[] => json(folder, 'query', 'documents', '--sort', 'path');

/** Changes the store file behind the back of the program. */
function alter(folder: string, sql: string): void {
  const db = new Database(join(folder, 'mingzhang.db'));
  db.exec(sql);
  db.close();
}

const noise = new Uint8Array(2048).map((_, index) => (index * 7919) % 256);

describe('what is imported', () => {
  it('is named by patterns, by a list on standard input, or by both', () => {
    const folder = scratchFolder({
      '甲/一.txt': smallDisclosure(),
      '甲/乙/二.txt': smallDisclosure({ amounts: ['1'] }),
      '甲/三.md': smallDisclosure({ amounts: ['2'] }),
    });
    runCommand(folder, ['import', '甲/**/*.txt']);
    expect(documents(folder).map(({ path }) => path)).toEqual(['甲/一.txt', '甲/乙/二.txt']);
    const { stderr, status } = spawnSync(process.execPath, [COMMAND, 'import', '-'], {
      cwd: folder,
      input: '甲/三.md\n甲/没有.txt\n',
      encoding: 'utf8',
    });
    expect(status).toBe(3);
    expect(stderr).toContain('甲/没有.txt：打不开；文件不存在');
    expect(documents(folder)).toHaveLength(3);
    expect(runCommand(folder, ['import', '丙/*.txt']).status).toBe(2);
  });

  it('is told apart by a manifest, also when it comes later, and not again without one', () => {
    const text = smallDisclosure({ department: '信访局' });
    const folder = scratchFolder({ 'a.txt': text, 'b.zip': zipSync({ '1.txt': strToU8(`${text}\n`) }) });
    runCommand(folder, ['import', '.']);
    expect(documents(folder)[0]).toMatchObject({ region: null });
    writeFileSync(
      join(folder, '清单.csv'),
      '\uFEFFpath,region,year,url,published\na.txt,430204,2022,https://example.org/a,2022年3月1日\nb.zip,石峰区,,,\n',
    );
    const result = runCommand(folder, ['import', '.', '--manifest', '清单.csv']);
    expect(result.status).toBe(0);
    const rows = documents(folder);
    expect(rows).toMatchObject([
      { path: 'a.txt', region_code: '430204', year: 2022, url: 'https://example.org/a' },
      { path: 'b.zip!/1.txt', region_code: '430204' },
    ]);
    expect(runCommand(folder, ['import', '.']).stderr).not.toContain('新读入文档 2');
    expect(documents(folder).slice(0, 2)).toEqual(rows);
  });

  it('is not touched when the manifest is wrong', () => {
    const folder = scratchFolder({
      'a.txt': smallDisclosure(),
      'm.csv': 'path,region,year\na.txt,不知何处,24\n',
    });
    const result = runCommand(folder, ['import', '--manifest', 'm.csv']);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('第 2 行');
  });
});

describe('versions of one disclosure', () => {
  it('are linked by the dates of a manifest, else by those printed', () => {
    const folder = scratchFolder({
      '初稿.txt': smallDisclosure({ amounts: ['7', '5'] }),
      '更正.txt': smallDisclosure({ amounts: ['8', '5'] }),
      '再更正.txt': `${smallDisclosure({ amounts: ['9', '5'] })}\n发布日期：2023年9月1日\n`,
      '别的局.txt': smallDisclosure({ department: '株洲市石峰区司法局' }),
      'm.csv': 'path,published\n初稿.txt,2023-02-01\n更正.txt,2023-03-01\n别的局.txt,2023-01-01\n',
    });
    runCommand(folder, ['import', '.', '--manifest', 'm.csv']);
    const rows = json(
      folder,
      'sql',
      'select d.path, l.path as later from documents d left join documents l on l.id = d.superseded_by order by d.path',
    );
    expect(Object.fromEntries(rows.map(({ path, later }) => [path, later]))).toEqual({
      '初稿.txt': '更正.txt',
      '更正.txt': '再更正.txt',
      '再更正.txt': null,
      '别的局.txt': null,
    });
    expect(json(folder, 'query', 'current_documents')).toHaveLength(2);
    runCommand(folder, ['remove', '再更正.txt']);
    expect(json(folder, 'query', 'current_documents')).toHaveLength(2);
    expect(runCommand(folder, ['check']).status).toBe(0);
  });
});

describe('what an import says', () => {
  const files = { '好.txt': smallDisclosure(), '坏.docx': noise };

  it('is also written as a report of what was not read', () => {
    const folder = scratchFolder({
      ...files,
      '无表头.html':
        '<table><tr><td>产出指标</td><td>清淤长度</td><td>12公里</td></tr><tr><td>效益指标</td><td>受益</td><td>300户</td></tr></table>',
    });
    runCommand(folder, ['import', '.', '--report', '没读成.csv']);
    const rows = parse(readFileSync(join(folder, '没读成.csv'), 'utf8'), { bom: true, columns: true });
    expect(rows).toEqual([
      {
        路径: '坏.docx',
        结果: '不支持的格式',
        位置: '',
        原因: expect.any(String),
        怎么办: expect.stringContaining('formats'),
      },
      {
        路径: '无表头.html',
        结果: '部分读取',
        位置: 't1 r1 c1',
        原因: expect.stringContaining('没有认出的绩效表行：第 1–2 行'),
        怎么办: expect.stringContaining('--why'),
      },
    ]);
  });

  it('is JSON, an object a line, when asked for', () => {
    const { stderr, status } = runCommand(scratchFolder(files), ['import', '.', '--log', 'json']);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(3);
    expect(lines.map(({ event }) => event)).toEqual(['document', 'document', 'summary']);
    expect(lines.at(-1)).toMatchObject({ files: 2, outcomes: { ok: 1, unsupported: 1 } });
  });
});

describe('reading again', () => {
  it('refresh keeps ids and what was assigned, also from kept sources, and touches nothing else', () => {
    const folder = scratchFolder({
      'a.txt': smallDisclosure({ department: '信访局' }),
      'b.txt': smallDisclosure(),
    });
    runCommand(folder, ['import', '.', '--keep-sources']);
    runCommand(folder, ['assign', 'a.txt', '--region', '430204']);
    const before = [documents(folder), json(folder, 'query', 'projects')];
    alter(folder, "UPDATE document_rows SET reader_version = '0', tried_version = '0', title = 'old'");
    rmSync(join(folder, 'a.txt'));
    const result = runCommand(folder, ['import', '--refresh']);
    expect(result.stderr).toContain('重读库中已有的 2');
    expect([documents(folder), json(folder, 'query', 'projects')]).toEqual(before);
    expect(runCommand(folder, ['import', '--refresh']).stderr).toContain('没有需要重读的');
  });

  it('retry reads what had no time, members of archives included, and says what is gone', () => {
    const folder = scratchFolder({
      'a.zip': zipSync({ '1.txt': strToU8(smallDisclosure()), '2.txt': strToU8('别的') }),
      'b.txt': smallDisclosure({ amounts: ['3'] }),
    });
    runCommand(folder, ['import', '.']);
    alter(folder, "UPDATE document_rows SET outcome = 'timeout' WHERE path IN ('a.zip!/1.txt', 'b.txt')");
    renameSync(join(folder, 'b.txt'), join(folder, 'c.txt'));
    const result = runCommand(folder, ['retry', '--outcome', 'timeout,crash']);
    expect(result.stderr).toContain('b.txt：打不开；文件已不在原处');
    expect(result.status).toBe(3);
    expect(documents(folder).map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a.zip!/1.txt', 'ok'],
      ['a.zip!/2.txt', 'ok'],
      ['b.txt', 'timeout'],
    ]);
    expect(runCommand(folder, ['retry', '--outcome', 'nix']).status).toBe(2);
  });
});

describe('the store afterwards', () => {
  it('is counted by status, every document in one group of each kind', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure(), 'b.docx': noise });
    runCommand(folder, ['import', '.']);
    const groups = json(folder, 'status');
    for (const by of ['province', 'year', 'stage', 'format', 'outcome']) {
      const documents = groups.filter((group) => group.by === by).map((group) => Number(group.documents));
      expect(documents).toEqual([1, 1]);
    }
    expect(json(folder, 'status', '--by', 'province')).toMatchObject([
      { value: '湖南省', documents: 1, disclosures: 1, projects: 2, unclaimed_cells: 0, unresolved: 0 },
      { group: 'none', documents: 1, disclosures: 0 },
    ]);
    expect(runCommand(folder, ['status']).stdout).toContain('湖南省');
  });

  it('is found sound by check, and not after somebody has meddled with it', () => {
    const folder = scratchFolder({
      'a.txt': smallDisclosure(),
      'b.txt': smallDisclosure({ amounts: ['3'] }),
    });
    runCommand(folder, ['import', '.', '--keep-sources']);
    expect(runCommand(folder, ['check'])).toMatchObject({ status: 0, stdout: '' });
    alter(folder, 'DELETE FROM project_rows WHERE id = (SELECT min(id) FROM project_rows)');
    const result = runCommand(folder, ['check', '--format', 'json']);
    expect(result.status).toBe(1);
    expect(JSON.parse(result.stdout)).toContainEqual(
      expect.objectContaining({ kind: 'count', message: expect.stringContaining('projects') }),
    );
  });

  it('gives up documents and folders, and takes them back as they were', () => {
    const folder = scratchFolder({
      '甲/a.txt': smallDisclosure(),
      '甲/b.txt': smallDisclosure({ amounts: ['3'] }),
      'c.txt': smallDisclosure({ amounts: ['4'] }),
    });
    runCommand(folder, ['import', '.']);
    const before = documents(folder);
    expect(runCommand(folder, ['remove', '甲/']).stderr).toContain('已移走 2 份文档');
    expect(documents(folder).map(({ path }) => path)).toEqual(['c.txt']);
    expect(runCommand(folder, ['check']).status).toBe(0);
    runCommand(folder, ['import', '.']);
    expect(documents(folder)).toEqual(before);
    expect(runCommand(folder, ['remove', '没有']).status).toBe(2);
  });

  it('is backed up into a new file', () => {
    const folder = scratchFolder({ 'a.txt': smallDisclosure() });
    runCommand(folder, ['import', '.']);
    expect(runCommand(folder, ['backup', 'b.db']).status).toBe(0);
    expect(json(folder, 'query', 'documents', '--db', 'b.db')).toEqual(documents(folder));
    expect(runCommand(folder, ['check', '--db', 'b.db']).status).toBe(0);
    expect(runCommand(folder, ['backup', 'b.db']).status).toBe(2);
  });
});
