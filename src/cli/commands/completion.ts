import { Argument, type Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

const EXAMPLES = `
按 Tab 补全命令、选项、选项的值（如 --severity 的 错误、提醒，--rule 的规则代码）和文件名。把输出载入 shell；要每次都有，写进它的启动文件。
程序升级后重新载入。

例：
  mingzhang completion bash >> ~/.bashrc
  mingzhang completion zsh >> ~/.zshrc
  mingzhang completion fish | source`;

export const completionCommand = (): Command =>
  newCommand('completion')
    .description('输出 shell 的补全脚本')
    .addArgument(new Argument('<shell>', '哪种 shell').choices(SHELLS))
    .addHelpText('after', helpText(EXAMPLES))
    .action(async (shell: Shell, _: unknown, { parent }: Command) => {
      if (parent === null) throw new Error('completion stands below the program');
      const { completedCommands } = await import('../completion/completed-commands.js');
      await writeOutput([(await scriptOf(shell))(parent.name(), completedCommands(parent))]);
    });

async function scriptOf(shell: Shell) {
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash-script.js')).bashScript;
    case 'zsh':
      return (await import('../completion/zsh-script.js')).zshScript;
    case 'fish':
      return (await import('../completion/fish-script.js')).fishScript;
  }
}
