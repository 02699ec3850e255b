import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linkSamples } from '../support/link-samples.js';
import { COMMAND_EXAMPLES, IMPORTED_FOLDER } from '../support/readme-examples.js';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';
import { IS_THOROUGH, someOf } from '../support/thorough.js';

/** What a shell hands to the command of a line. */
const argumentsOf = (line: string): string[] =>
  spawnSync('sh', ['-c', `npx() { shift; printf '%s\\0' "$@"; }; ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1);

it('every command of the README does what it says, the import first', () => {
  const folder = scratchFolder();
  linkSamples(join(folder, IMPORTED_FOLDER), IS_THOROUGH);
  const imports = COMMAND_EXAMPLES.filter(isImport);
  const questions = COMMAND_EXAMPLES.filter((line) => !isImport(line));
  expect(questions.length).toBeGreaterThan(11);
  expect(imports).toHaveLength(1);
  for (const line of [...imports, ...someOf(5, questions)]) {
    const { status, stderr, stdout } = runCommand(folder, argumentsOf(line));
    expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
    if (!/--output|--to |import|--text 信访/.test(line)) expect(stdout, line).not.toBe('');
  }
});

const isImport = (line: string): boolean => line.includes(' import ');
