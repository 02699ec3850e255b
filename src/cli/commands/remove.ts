import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
文档可用编号（d123）、导入时的路径或其末尾、内容指纹的开头来指；也可以给出导入时的文件夹或压缩包，移走其中全部文档。
只动库，不动原文件；人工指定和复核结论保留，重新导入后依然有效。

例：
  mingzhang remove d123
  mingzhang remove 2023年旧稿/`;

export const removeCommand = (): Command =>
  newCommand('remove')
    .description('把文档从库中移走')
    .argument('<文档或文件夹...>', '要移走的文档，或其所在的文件夹、压缩包')
    .addHelpText('after', helpText(EXAMPLES))
    .action((wanted: string[], options: StoreOption) =>
      withStore(options, 'change', async (store) => {
        const { removeDocuments } = await import('../../app/remove-documents.js');
        const { documents, kept } = await removeDocuments(store, wanted);
        for (const { folder, documents: several } of kept)
          say(`${folder} 中有 ${several} 份文档还有别处的路径，没有移走；可用编号逐份移走`);
        say(`已移走 ${documents} 份文档`);
      }),
    );
