import type { Command } from 'commander';
import { FORMAT_TITLES } from '../../model/document.js';
import type { Column } from '../../report/row.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';

const COLUMNS: Column[] = [
  { name: 'format', title: '格式', titles: FORMAT_TITLES },
  { name: 'title', title: '名称' },
  { name: 'extensions', title: '常见扩展名' },
  { name: 'keeps', title: '保留' },
  { name: 'loses', title: '丢失' },
];

const EXAMPLES = `
例：
  mingzhang formats
  mingzhang formats --format csv --output 格式.csv`;

export const formatsCommand = (): Command =>
  addResultOptions(
    newCommand('formats')
      .description('列出能读取的格式，各保留什么、丢失什么')
      .addHelpText('after', helpText(EXAMPLES)),
  ).action(async (options: ResultOptions) => {
    const { listFormats } = await import('../../pipeline/reading/list-formats.js');
    const formats = await listFormats();
    const rows = formats.map((each) => ({ ...each, extensions: each.extensions.join(' ') }));
    await writeRows(rows, COLUMNS, options);
  });
