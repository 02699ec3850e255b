import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

it('check --private finds what is readable, import --refresh masks it without the file', () => {
  const folder = scratchFolder({ '填报人周小兰.txt': smallDisclosure() });
  const run = (...args: string[]) => runCommand(folder, [...args, '--db', '库.db']);
  const imported = run('import', '填报人周小兰.txt', '--report', '报告.csv');
  expect(imported.status).toBe(0);
  expect(imported.stderr + imported.stdout).not.toContain('周小兰');
  expect(run('check', '--private')).toMatchObject({ status: 0, stdout: '' });

  const db = new Database(join(folder, '库.db'));
  db.exec("UPDATE project_rows SET annual_goal = '请与周小兰科长联系，电话0731-22629806'");
  db.close();
  const found = run('check', '--private', '--format', 'json');
  expect(found.status).toBe(1);
  expect(found.stdout + found.stderr).not.toMatch(/周小兰|22629806/);
  expect(JSON.parse(found.stdout)[0]).toMatchObject({ table: 'project_rows', column: 'annual_goal' });

  expect(run('import', '--refresh')).toMatchObject({ status: 0 });
  expect(run('check', '--private', '--format', 'json')).toMatchObject({ status: 0, stdout: '[]\n' });
  expect(run('check').status).toBe(0);
  expect(run('explain', 'd1').status).not.toBe(1);
  expect(run('import', '填报人周小兰.txt').stderr).toContain('没有变化');
});
