import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
备份是某一时刻的完整的库，导入正在进行时也可以做；--keep-sources 保留的原文件不在其中，请另行复制该文件夹。

例：
  mingzhang backup 备份/2024-03-01.db`;

export const backupCommand = (): Command =>
  newCommand('backup')
    .description('把库备份成一个新文件')
    .argument('<文件>', '备份写到哪里；已有的文件不会被覆盖')
    .addHelpText('after', helpText(EXAMPLES))
    .action((file: string, options: StoreOption) =>
      withStore(options, 'read', async (store) => {
        await store.backUp(file);
        say(`已备份到 ${file}，文档 ${(await store.summary()).documents}`);
      }),
    );
