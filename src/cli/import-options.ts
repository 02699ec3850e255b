import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { parseCount } from './parse-options.js';
import type { StoreOption } from './store-option.js';

/** Options of every command that reads files into the store. */
export interface ReadingOptions extends StoreOption {
  jobs: number;
  log: 'text' | 'json';
  report?: string;
  keepSources?: boolean;
}

export const addReadingOptions = (command: Command, jobs = availableParallelism()): Command =>
  command
    .option('--jobs <个数>', '同时读取的进程数', parseCount('--jobs', 1), jobs)
    .addOption(
      new Option('--log <形式>', '过程的形式：文字，或每行一个 JSON')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--report <文件>', '把没有读成的、跳过的、有表没有认出的文件写成一张表：.csv、.xlsx 或 .json')
    .option('--keep-sources', '在库文件旁保留一份原文件，供以后重读');
