import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

const COLUMNS = [
  { name: 'kind', title: '种类' },
  { name: 'message', title: '问题', whole: true },
];

const EXAMPLES = `
检查库文件是否损坏、有没有无所属的记录、每份文档的记录是否与读取结果一致、保留的原文件是否完好；不作任何改动。
没有问题时退出码为 0，有问题为 1。

例：
  mingzhang check
  mingzhang check --format json`;

type CheckOptions = StoreOption & ResultOptions;

export const checkCommand = (): Command =>
  addResultOptions(newCommand('check').description('检查库是否完好'))
    .addHelpText('after', EXAMPLES)
    .action((options: CheckOptions) =>
      withStore(options, 'read', async (store) => {
        const { checkSources } = await import('../../pipeline/check-sources.js');
        const { sourcesFolder } = await import('../../pipeline/keep-source.js');
        const { documents, problems } = store.check();
        const contents = new Set(store.listReadings({}).map(({ sha256 }) => sha256));
        const sources = await checkSources(sourcesFolder(options.db), contents);
        const all = [...problems, ...sources];
        if (all.length > 0 || options.format !== 'table') {
          await writeRows(
            all.map(({ kind, message }) => ({ kind, message })),
            COLUMNS,
            options,
          );
        }
        say(
          all.length > 0
            ? `检查文档 ${documents}，发现问题 ${all.length}`
            : `检查文档 ${documents}，没有问题`,
        );
        if (all.length > 0) process.exitCode = EXIT.ourError;
      }),
    );
