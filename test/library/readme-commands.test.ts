import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linkSamples } from '../support/link-samples.js';
import { COMMAND_EXAMPLES, IMPORTED_FOLDER, showsSomething } from '../support/readme-examples.js';
import { runCommand } from '../support/run-command.js';
import { scratchFolder } from '../support/scratch-folder.js';

/* Every one of them, as the packed program runs it: test/hard/fresh-project.test.ts. */

/** What a shell hands to the command of a line. */
const argumentsOf = (line: string): string[] =>
  spawnSync('sh', ['-c', `npx() { shift; printf '%s\\0' "$@"; }; ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1);

it('commands of the README do what they say, the import first', () => {
  const folder = scratchFolder();
  linkSamples(join(folder, IMPORTED_FOLDER), false);
  const imports = COMMAND_EXAMPLES.filter(isImport);
  const questions = COMMAND_EXAMPLES.filter((line) => !isImport(line));
  expect(questions.length).toBeGreaterThan(11);
  expect(imports).toHaveLength(1);
  for (const line of [...imports, ...questions.filter((_, n) => n % 4 === 0)]) {
    const { status, stderr, stdout } = runCommand(folder, argumentsOf(line));
    expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
    if (showsSomething(line)) expect(stdout, line).not.toBe('');
  }
});

const isImport = (line: string): boolean => line.includes(' import ');
