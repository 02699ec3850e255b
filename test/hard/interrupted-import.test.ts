import { spawn, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { COMMAND } from './command.js';

const FILES = 150;

const manyFiles = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: FILES }, (_, n) => [`${n}.txt`, smallDisclosure({ amounts: [`${n}`, '5'] })]),
  );

const countDocuments = (folder: string): number =>
  JSON.parse(runCommand(folder, ['sql', 'select count(*) n from documents', '--format', 'json']).stdout)[0].n;

it('stops cleanly at Ctrl-C, says what is left, and goes on when run again', async () => {
  const folder = scratchFolder(manyFiles());
  const child = spawn(process.execPath, [COMMAND, 'import', '.', '--jobs', '2'], { cwd: folder });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (!said.includes('[5/') && (said + chunk).includes('[5/')) child.kill('SIGINT');
    said += chunk;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status).toBe(3);
  expect(said).toContain('正在停下');
  const left = Number(/还有 (\d+) 个文件没有读/.exec(said)?.[1]);
  expect(left).toBeGreaterThan(0);
  expect(countDocuments(folder)).toBe(FILES - left);

  const again = runCommand(folder, ['import', '.', '--jobs', '2']);
  expect(again.status).toBe(0);
  expect(again.stderr).toContain(`没有变化的文件 ${FILES - left}`);
  expect(countDocuments(folder)).toBe(FILES);
});

it('takes a reader that has had enough for no error', () => {
  const folder = scratchFolder({ 'a.txt': smallDisclosure() });
  runCommand(folder, ['import', 'a.txt']);
  const sql =
    'with recursive n(x) as (select 1 union all select x + 1 from n where x < 90000) select x from n';
  const shell = `"${process.execPath}" "${COMMAND}" sql "${sql}" --format csv | head -n 2; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', shell], { cwd: folder, encoding: 'utf8' });
  expect(stdout.split(/\r?\n/).slice(0, 3)).toEqual(['\uFEFFx', '1', '0']);
  expect(stderr).toBe('');
});
