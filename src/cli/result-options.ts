import { type Command, Option } from 'commander';
import { requirePlace, writeOutput } from '../app/write-output.js';
import { renderList } from '../report/render-list.js';
import type { Column, Row } from '../report/row.js';
import { say } from './say.js';
import { type ShowOptions, showText } from './show-text.js';
import { tableWidth } from './terminal-width.js';
import { UsageError } from './usage-error.js';

export interface ResultOptions extends Pick<ShowOptions, 'output' | 'pager'> {
  format: 'table' | 'csv' | 'json';
  headers: 'zh' | 'en';
}

/** A table for people longer than this is not read; more rows on request, and files and the other formats hold all. */
export const TABLE_ROWS = 200;

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
    .option('--output <文件>', '写入文件，而不是标准输出；没有给 --format 的，按文件的后缀');

/** Of commands whose text for people may be long. */
export const fullOption = (): Option => new Option('--full', '内容再长也全部显示（不翻页时默认只显示开头）');

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

/** Writes rows in the format asked for. `tableColumns`: what a person sees; the other formats hold all columns; `none`: said where there are no rows. */
export async function writeRows(
  rows: readonly Row[],
  columns: readonly Column[],
  options: ListOptions,
  tableColumns: readonly Column[] = columns,
  none = '没有符合条件的记录',
): Promise<void> {
  const { format, headers, output } = options;
  if (format !== 'table') await writeOutput(await renderList(rows, columns, format, headers), output);
  else if (rows.length > 0 || output !== undefined)
    await showText(await table(rows, tableColumns, output), options);
  if (format === 'table' && rows.length === 0) say(none);
  if (output !== undefined) say(`已写入 ${options.output}，共 ${rows.length} 行`);
}

async function table(rows: readonly Row[], columns: readonly Column[], output?: string): Promise<string> {
  if (rows.length === 0) return '';
  const { renderTable } = await import('../report/render-table.js');
  return renderTable(rows, columns, tableWidth(output));
}

/**
 * The rows a list shows of those there are.
 * @param most how many a table for people shows unbidden
 */
export function boundRows<T>(
  rows: readonly T[],
  { limit, format, output }: { limit?: number; format: string; output?: string },
  most = TABLE_ROWS,
): { shown: readonly T[]; left: number } {
  const wanted = limit ?? (format === 'table' && output === undefined ? most : rows.length);
  return { shown: rows.slice(0, wanted), left: Math.max(0, rows.length - wanted) };
}

/** Says that a list was cut, and how to see the rest. */
export function sayLeft(shown: number, left: number, unit = '行'): void {
  if (left > 0)
    say(
      `只显示前 ${shown} ${unit}，还有 ${left} ${unit}；看更多请加 --limit ${shown + left}，或用 --output 写入文件`,
    );
}
