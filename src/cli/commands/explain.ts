import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { fullOption } from '../result-options.js';
import { type ShowOptions, showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { terminalWidth } from '../terminal-width.js';

const EXAMPLES = `
编号见 query 的 id 列：i 指标、p 项目、b 预算、c 支出明细、w 重点工作、s 预算表、t 预算表数字、n 文字所述数字、f 疑点、d 文档。

例：
  mingzhang explain i123
  mingzhang explain f45`;

export const explainCommand = (): Command =>
  newCommand('explain')
    .description('一个值或一条疑点的来历：规则、值、字段、单元格、位置与原文')
    .argument('<编号>', '如 i123、p12、f45')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES))
    .action((id: string, options: StoreOption & ShowOptions) =>
      withStore(options, 'read', async (store) => {
        const { explain } = await import('../../app/explain.js');
        const { full } = options;
        await showLongText(await explain(store, id, { width: terminalWidth(), full }), options);
      }),
    );
