import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';

/** With a store of the files. */
let folder: string;

beforeAll(() => {
  folder = newFolder({ '甲/一.txt': smallDisclosure(), '甲/二.txt': smallDisclosure({ year: 2021 }) });
  runCommand(folder, ['import', '甲', '--db', 'a.db']);
});
afterAll(() => removeFolder(folder));

it.each([
  ['import', '甲', '--db', 'b.db', '--report', '无/r.csv'],
  ['audit', '--db', 'a.db', '--format', 'html', '--output', '甲/一.txt/x.html'],
  ['backup', '甲/一.txt/b.db', '--db', 'a.db'],
  ['export', '--to', '甲/一.txt/x', '--db', 'a.db'],
  ['query', 'projects', '--db', 'a.db', '--query-file', '无/q.json', '--save-as', '甲'],
  ['coverage', '--region', '湖南省', '--db', 'a.db', '--format', 'json', '--output', '甲'],
])('a place that cannot be is refused before anything is done: %s %s %s', (...args) => {
  const { status, stderr } = runCommand(folder, args);
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^错误：(备份)?写不进 /m),
  });
  expect(existsSync(`${folder}/b.db`)).toBe(false);
});
