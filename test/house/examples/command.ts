import { equal, match } from 'node:assert/strict';
import type { Example } from '../example.js';

const COMMAND = `import type { Command } from 'commander';
import { newCommand } from './command.js';
import { say } from '../say.js';

export const greetCommand = (): Command => newCommand('greet').description('打个招呼').action(() => say('你好'));
`;

export const addsCommand: Example = {
  row: '一条命令',
  change(copy) {
    copy.make('src/cli/commands/greet.ts', COMMAND);
    copy.edit(
      'src/cli/commands.ts',
      '  forms: async',
      "  greet: async () => (await import('./commands/greet.js')).greetCommand(),\n  forms: async",
    );
  },
  async probe() {
    const { commandsFor } = await import('../../../src/cli/commands.js');
    const { newCommand } = await import('../../../src/cli/command.js');
    const [greet] = await commandsFor(['greet']);
    equal(greet?.name(), 'greet');
    const program = newCommand('mingzhang');
    for (const command of await commandsFor([])) program.addCommand(command);
    match(program.helpInformation(), /greet +打个招呼/);
  },
};
