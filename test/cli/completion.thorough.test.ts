import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/cli/commands.js';
import { runCommand } from '../support/run-command.js';
import { newFolder, removeFolder } from '../support/scratch-folder.js';

type Shell = 'bash' | 'zsh' | 'fish';

const scripts = {} as Record<Shell, string>;
let folder: string;
beforeAll(() => {
  folder = newFolder({ '甲局.pdf': 'x' });
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    const { status, stdout } = runCommand(folder, ['completion', shell]);
    expect(status).toBe(0);
    scripts[shell] = join(folder, `script.${shell}`);
    writeFileSync(scripts[shell], stdout);
  }
});

afterAll(() => removeFolder(folder));

const isThere = (shell: Shell): boolean => spawnSync(shell, ['--version']).status === 0;

/** What a shell offers for the last word of a line; bash sees `=` as a word of its own. */
const OFFERS: Record<Shell, (words: readonly string[]) => string> = {
  bash: (words) =>
    `source '${scripts.bash}'; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _mingzhang; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (
    words,
  ) => `compdef() { : }; compset() { : }; _files() { print -l files }; compadd() { shift; print -l -- "$@" }
    source '${scripts.zsh}'; words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _mingzhang`,
  fish: (words) => `source '${scripts.fish}'; complete -C '${words.join(' ')}'`,
};

function offered(shell: Shell, line: string): string[] {
  const { stdout, stderr } = spawnSync(shell, ['-c', OFFERS[shell](line.split(' '))], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  const typed = line.split(' ').at(-1) ?? '';
  return stdout
    .split('\n')
    .map((each) => each.split('\t')[0] ?? '')
    .filter((each) => each !== '' && each.startsWith(typed.replace(/^=$/, '')));
}

const names = (await commandsFor([])).map((command) => command.name());

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  it.skipIf(!isThere(shell)).each([
    ['mingzhang exp', ['explain', 'export']],
    ['mingzhang --db a.db audit rev', ['review']],
    ['mingzhang audit review se', ['set']],
    ['mingzhang audit --sev', ['--severity']],
    ['mingzhang audit --severity 错', ['错误']],
    ['mingzhang audit --rule calculation-re', ['calculation-result-differs']],
    ['mingzhang audit review set f1 --state 已', ['已说明']],
    ['mingzhang query proj', ['project_counts', 'project_links', 'projects']],
    ['mingzhang query projects --format x', ['xlsx']],
    ['mingzhang query --db audit projects --form', ['--format']],
    ['mingzhang completion f', ['fish']],
  ])('completes %s', (line, words) => {
    expect(offered(shell, line).sort()).toEqual(words);
  });

  it.skipIf(!isThere(shell))('offers every command, and options of a command with those of all', () => {
    expect(offered(shell, 'mingzhang ')).toEqual(expect.arrayContaining(names));
    expect(offered(shell, 'mingzhang explain --')).toEqual(
      expect.arrayContaining(['--full', '--db', '--no-pager', '--help']),
    );
    expect(offered(shell, 'mingzhang explain --')).not.toContain('--severity');
    expect(offered(shell, 'mingzhang audit review --')).not.toContain('--fail-on');
  });

  it.skipIf(!isThere(shell))('leaves names of files to the shell', () => {
    const files = { bash: [], zsh: ['files'], fish: ['甲局.pdf'] }[shell];
    for (const line of ['mingzhang import ', 'mingzhang audit --output '])
      expect(offered(shell, line)).toEqual(expect.arrayContaining(files));
  });
});

it.skipIf(!isThere('bash'))('bash registers the script, and reads --option=value', () => {
  const { stdout } = spawnSync('bash', ['-c', `source '${scripts.bash}'; complete -p mingzhang`], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('complete -o default -F _mingzhang mingzhang\n');
  expect(offered('bash', 'mingzhang audit --severity = 提')).toEqual(['提醒', '提示']);
  expect(offered('bash', 'mingzhang audit --severity =')).toHaveLength(6);
  expect(offered('bash', 'mingzhang query --db = audit proj')).toContain('projects');
});

it('knows three shells', () => {
  expect(runCommand(folder, ['completion', 'csh'])).toMatchObject({ status: 2, stdout: '' });
});
