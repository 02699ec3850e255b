import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { addFilterOptions, type FilterOptions, filterOf } from '../filter-options.js';
import { parseCount, parseNames } from '../parse-options.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

/** A table longer than this is not read; more rows on request, and the other formats hold all. */
const TABLE_ROWS = 200;

const EXAMPLES = `
视图：documents 文档、budgets 预算、projects 项目、indicators 指标、costs 支出明细、plans 资金支出计划、
work_plan 年度重点工作、texts 文字、cells 单元格、diagnostics 读取说明、findings 疑点、finding_runs 核查记录；
前面加 current_ 则不含已被较新版本替代的文档

例：
  mingzhang query projects --text 见义勇为
  mingzhang query indicators --region 湖南省 --year 2023 --level2 数量指标 --sort -quantity
  mingzhang query budgets --region 430204 --columns department,category,amount_wan
  mingzhang query findings --severity error --format csv --output 疑点.csv
  mingzhang query documents --unresolved`;

interface QueryOptions extends StoreOption, ResultOptions, FilterOptions {
  limit?: number;
  offset?: number;
  columns?: string[];
  sort?: string;
}

export function queryCommand(): Command {
  const command = newCommand('query')
    .description('查询视图中的记录')
    .argument('<视图>', '要查的视图')
    .option(
      '--limit <行数>',
      `最多几行（表格默认 ${TABLE_ROWS} 行，其他格式默认全部）`,
      parseCount('--limit'),
    )
    .option('--offset <行数>', '跳过前几行', parseCount('--offset'))
    .option('--columns <列>', '要哪些列，英文列名，以逗号分隔', parseNames)
    .option('--sort <列>', '按哪些列排序，以逗号分隔，列名前加 - 为从大到小')
    .addHelpText('after', EXAMPLES);
  return addResultOptions(addFilterOptions(command)).action(query);
}

async function query(view: string, options: QueryOptions): Promise<void> {
  const { tableColumns, columnsOf, identified } = await import('../view-table.js');
  await withStore(options, 'read', async (store) => {
    const { columns, sort, offset } = options;
    const limit = options.limit ?? (options.format === 'table' ? TABLE_ROWS : undefined);
    const page = { columns, sort, offset, limit: limit === undefined ? undefined : limit + 1 };
    const result = store.query(view, filterOf(options), page);
    const rows = limit === undefined ? result.rows : result.rows.slice(0, limit);
    const shown = options.format === 'table' ? identified(view, rows) : rows;
    await writeRows(shown, columnsOf(view, result.columns), options, tableColumns(view, columns));
    if (limit !== undefined && result.rows.length > limit && options.limit === undefined) {
      say(`只显示前 ${limit} 行；看全部请加 --limit 或 --offset，或用 --format csv`);
    }
  });
}
