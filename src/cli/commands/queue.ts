import type { Command } from 'commander';
import type { Queue } from '../../model/ports/queue.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { type QueueOption, queueAddress, queueOrEnvironmentOption } from '../queue-option.js';
import { say } from '../say.js';

const EXAMPLES = `
放文件进队列是 mingzhang import … --queue，读是 mingzhang work，看是 mingzhang status --queue。

例：
  mingzhang queue cancel
  mingzhang queue resume`;

export const queueCommand = (): Command =>
  newCommand('queue')
    .description('停下或继续队列里等着的文件')
    .addHelpText('after', helpText(EXAMPLES))
    .addCommand(
      change('cancel', '不再读等着的文件；正在读的读完', async (queue) => `已取消 ${await queue.cancel()}`),
    )
    .addCommand(
      change('resume', '取消的、没有读成的，都再排上', async (queue) => `又排上 ${await queue.resume()}`),
    );

const change = (name: string, meaning: string, act: (queue: Queue) => Promise<string>): Command =>
  newCommand(name)
    .description(meaning)
    .addOption(queueOrEnvironmentOption('队列的地址'))
    .addHelpText(
      'after',
      helpText(`\n例：\n  mingzhang queue ${name} --queue postgres://db.example/mingzhang`),
    )
    .action(async (options: QueueOption & { db: string }) => {
      const { openQueue } = await import('../../app/open-queue.js');
      const queue = await openQueue(queueAddress(options), { mustExist: true });
      try {
        say(await act(queue));
      } finally {
        await queue.close();
      }
    });
