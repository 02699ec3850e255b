#!/usr/bin/env node
import '../app/compile-late.js';

import { programVersion } from '../app/program-version.js';
import { newCommand } from './command.js';
import { commandsFor } from './commands.js';
import { helpText } from './help-text.js';
import { reportError } from './report-error.js';
import { storeOption } from './store-option.js';
import { takeFormatOfFile } from './take-format-of-file.js';

const EXAMPLES = `
例：
  mingzhang import 2024年部门预算/        读入一个文件夹
  mingzhang query projects --text 信访    各地有关信访的项目
  mingzhang audit                         列出对不上的地方（待核实线索）
  mingzhang explain f45                   一条疑点的来历：规则、数字、原文单元格

退出码：0 完成；1 程序或环境出错；2 用法不对；3 完成，但有文件没有读成；4 audit --fail-on 发现疑点`;

const program = newCommand('mingzhang')
  .description('明账：读懂各地公开的部门预算绩效目标表，统一成 部门/项目/指标，可查询、可比较、可核对')
  .version(programVersion(), '-V, --version', '显示版本')
  .addOption(storeOption())
  .option('--no-pager', '在终端上也不翻页显示')
  .addHelpText('after', helpText(EXAMPLES))
  .hook('preAction', (root, command) => {
    for (const name of ['db', 'pager']) command.setOptionValue(name, root.getOptionValue(name));
    takeFormatOfFile(command);
  });

for (const command of await commandsFor(process.argv.slice(2))) program.addCommand(command);

/** Errors that somebody was told of: a write that fails tells the stream and whoever waits for it. */
const told = new WeakSet<object>();
async function tell(error: unknown): Promise<void> {
  if (error instanceof Error && told.has(error)) return;
  if (error instanceof Error) told.add(error);
  const code = await reportError(error);
  process.exitCode = process.exitCode || code;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') void tell(error);
});
// Where nobody can be told anything any more (`2>&1 | head`), the work goes on.
process.stderr.on('error', () => undefined);

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  await tell(error);
}
