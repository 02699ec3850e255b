import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder, scratchFolder } from '../support/scratch-folder.js';
import { smallDisclosure } from '../support/small-disclosure.js';
import { COMMAND } from './command.js';

const shell = (cwd: string, line: string) =>
  spawnSync('bash', ['-c', line.replaceAll('mingzhang', `"${process.execPath}" "${COMMAND}"`)], {
    cwd,
    encoding: 'utf8',
  });

const FILES = { '甲/一.txt': smallDisclosure(), '甲/二.txt': smallDisclosure({ year: 2021 }) };
/** With a store of the files. */
let folder: string;

beforeAll(() => {
  folder = newFolder(FILES);
  runCommand(folder, ['import', '甲', '--db', 'a.db']);
});
afterAll(() => removeFolder(folder));

describe.skipIf(!existsSync('/dev/full'))('standard output that takes nothing', () => {
  it.each(['query projects', 'query projects --format xlsx', 'rules', '--help', 'status', 'sql --schema'])(
    'is a full disk, said once and without a stack: %s',
    (command) => {
      const { status, stderr } = shell(folder, `MINGZHANG_DB=a.db mingzhang ${command} > /dev/full`);
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: '错误：磁盘已满，请腾出空间后再试\n',
      });
    },
  );
});

describe('messages that nobody hears', () => {
  it.each(['2>&1 | head -n 1', '2> /dev/full', '2>&-', '--log json 2>&1 | head -c 1'])(
    'do not stop an import: %s',
    (where) => {
      const folder = scratchFolder(FILES);
      shell(folder, `mingzhang import 甲 --db b.db ${where}`);
      const { stdout } = runCommand(folder, ['query', 'documents', '--db', 'b.db', '--format', 'json']);
      expect(JSON.parse(stdout)).toHaveLength(2);
    },
  );
});
