import { type Command, Option } from 'commander';
import { requirePlace, writeOutput } from '../app/write-output.js';
import { renderList } from '../report/render-list.js';
import type { Column, Pieces, Row } from '../report/row.js';
import { say } from './say.js';
import { terminalWidth } from './terminal-width.js';
import { UsageError } from './usage-error.js';

export interface ResultOptions {
  format: 'table' | 'csv' | 'json';
  headers: 'zh' | 'en';
  output?: string;
}

/** Formats of commands that answer lists of rows as they are. */
const LIST_FORMATS = ['jsonl', 'xlsx'] as const;

export interface ListOptions extends Omit<ResultOptions, 'format'> {
  format: ResultOptions['format'] | (typeof LIST_FORMATS)[number];
}

/** Options of every command that answers rows, with the formats of its own that a command has beside them. */
export const addResultOptions = (command: Command, ownFormats: readonly string[] = []): Command =>
  command
    .addOption(
      new Option('--format <格式>', '输出格式')
        .choices(['table', 'csv', 'json', ...ownFormats])
        .default('table'),
    )
    .addOption(new Option('--headers <语言>', 'CSV 表头：中文或英文列名').choices(['zh', 'en']).default('zh'))
    .option('--output <文件>', '写入文件，而不是标准输出');

/** The options of a command that answers a list of rows as they are. */
export const addListOptions = (command: Command): Command => addResultOptions(command, LIST_FORMATS);

/**
 * Asked before work that takes long.
 * @throws UsageError when a workbook would be written to a terminal, or the file has no folder to stand in
 */
export function requireFile(format: string, output: string | undefined): void {
  if (output !== undefined) requirePlace(output);
  if (format === 'xlsx' && output === undefined && process.stdout.isTTY) {
    throw new UsageError('工作簿不能显示在终端；请用 --output 指定文件');
  }
}

/** Writes rows in the format asked for. `tableColumns`: what a person sees; the other formats hold all columns. */
export async function writeRows(
  rows: readonly Row[],
  columns: readonly Column[],
  options: ListOptions,
  tableColumns: readonly Column[] = columns,
): Promise<void> {
  await writeOutput(await renderRows(rows, columns, options, tableColumns), options.output);
  if (options.format === 'table' && rows.length === 0) say('没有符合条件的记录');
  if (options.output !== undefined) say(`已写入 ${options.output}，共 ${rows.length} 行`);
}

async function renderRows(
  rows: readonly Row[],
  columns: readonly Column[],
  { format, headers }: ListOptions,
  tableColumns: readonly Column[],
): Promise<Pieces> {
  if (format !== 'table') return renderList(rows, columns, format, headers);
  const { renderTable } = await import('../report/render-table.js');
  return rows.length === 0 ? [] : [renderTable(rows, tableColumns, terminalWidth())];
}
