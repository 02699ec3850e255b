import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { nameIds } from '../../app/name-ids.js';
import { tellRules } from '../../app/tell-rules.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { Store } from '../../model/ports/store.js';
import type { Column } from '../../report/row.js';
import { newCommand } from '../command.js';
import { addFilterOptions, filterOf } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseCount, parseNames } from '../parse-options.js';
import {
  addListOptions,
  boundRows,
  type ListOptions,
  requireFile,
  TABLE_ROWS,
  writeRows,
} from '../result-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';
import { UsageError } from '../usage-error.js';

/** Values of a column a person reads, the most frequent first. */
const TABLE_VALUES = 20;

const EXAMPLES = `
视图：documents 文档、budgets 预算、projects 项目、indicators 指标、costs 支出明细、plans 资金支出计划、
work_plan 年度重点工作、texts 文字、execution 执行情况、scores 自评总分、statements 预算表、statement_items 预算表数字、
statements_said 文字所述数字、project_links 项目对应、indicator_links 指标对应、outcomes 目标与结果、cells 单元格、diagnostics 读取说明、findings 疑点、finding_runs 核查记录；
前面加 current_ 则不含已被较新版本替代的文档

例：
  mingzhang query projects --text 见义勇为
  mingzhang query indicators --region 湖南省 --year 2023 --level2 数量指标 --sort -quantity
  mingzhang query budgets --region 430204 --columns department,category,amount_wan
  mingzhang query indicators --facets                    按省、年度、二级指标、类型计数
  mingzhang query projects --facets region,department_key --year 2024
  mingzhang query findings --severity error --format csv --output 疑点.csv
  mingzhang query statements --region 430204 --kind three-public
  mingzhang query statement_items --kind expenditure --text 项目支出 --year 2024
  mingzhang query statements_said --text 公务接待费
  mingzhang query outcomes --region 湖南省 --year 2023 --columns project,name,promised,actual,status
  mingzhang query documents --unresolved
  mingzhang query projects --text 信访 --query-file 常用.json --save-as 信访
  mingzhang query 信访 --query-file 常用.json --year 2024`;

interface QueryOptions extends StoreOption, ListOptions {
  limit?: number;
  offset?: number;
  columns?: string[];
  sort?: string;
  facets?: true | string[];
  queryFile?: string;
  saveAs?: string;
}

export function queryCommand(): Command {
  const command = newCommand('query')
    .description('查询视图中的记录')
    .argument('<视图>', '要查的视图；有 --query-file 时也可以是其中一个查询的名称')
    .option(
      '--limit <行数>',
      `最多几行，计数时为每列最多几个值（表格默认 ${TABLE_ROWS} 行、${TABLE_VALUES} 个值，其他格式默认全部）`,
      parseCount('--limit'),
    )
    .option('--offset <行数>', '跳过前几行', parseCount('--offset'))
    .option('--columns <列>', '要哪些列，英文列名，以逗号分隔', parseNames)
    .option('--sort <列>', '按哪些列排序，以逗号分隔，列名前加 - 为从大到小')
    .option('--facets [列]', '不列记录，按这些列的值计数（默认 省、年度、二级指标、指标值类型）', parseNames)
    .option('--query-file <文件>', '保存查询的 JSON 文件；命令行上的选项优先于所保存的')
    .option('--save-as <名称>', '把这次查询存入 --query-file')
    .addHelpText('after', helpText(EXAMPLES));
  return addListOptions(addFilterOptions(command)).action(query);
}

async function query(name: string, given: QueryOptions, command: Command): Promise<void> {
  const { view, options } = await resolveSaved(name, given, command);
  requireFile(options.format, options.output);
  await requireKind(view, filterOf(options).kind);
  await withStore(options, 'read', async (store) => {
    if (options.facets) await writeFacets(store, view, options);
    else await writeList(store, view, options);
  });
}

/** @throws QueryError on a kind the rows of the view never have */
async function requireKind(name: string, kind: string | undefined): Promise<void> {
  const { requireView } = await import('../../model/named-view.js');
  const known = requireView(name)
    .columns.find((column) => column.name === 'kind')
    ?.values?.map(String);
  if (kind === undefined || known === undefined || known.includes(kind)) return;
  throw new QueryError(`--kind 应为 ${known.join('、')} 之一，不能是 ${kind}`, {
    unknown: { word: kind, known },
  });
}

async function writeFacets(store: Store, view: string, options: QueryOptions): Promise<void> {
  const wanted = options.facets === true ? undefined : options.facets;
  const counts = (await store.facets(view, filterOf(options), wanted)).map((each) => ({ ...each }));
  const { allColumns } = await import('../view-table.js');
  const columns = await tellRules(allColumns(view));
  const titleOf = (name: string): string => columns.find((each) => each.name === name)?.title ?? name;
  const lists = [...new Set(counts.map(({ column }) => column))].map((column) => {
    const values = counts.filter((each) => each.column === column);
    return { title: titleOf(column), ...boundRows(values, options, TABLE_VALUES) };
  });
  await writeRows(
    lists.flatMap(({ shown }) => shown),
    facetColumns(columns),
    options,
  );
  const cut = lists.filter(({ left }) => left > 0);
  if (cut.length === 0) return;
  say(
    `${cut.map(({ title, shown, left }) => `${title}只显示最多的 ${shown.length} 个值，还有 ${left} 个`).join('；')}；看更多请加 --limit`,
  );
}

/** What facets are counted by is a column; its value is one of that column. */
const facetColumns = (columns: readonly Column[]): Column[] => [
  {
    name: 'column',
    title: '列',
    titles: Object.fromEntries(columns.map(({ name, title }) => [name, title])),
  },
  { name: 'value', title: '值', as: ({ column }) => columns.find(({ name }) => name === column) },
  { name: 'count', title: '行数' },
];

async function writeList(store: Store, view: string, options: QueryOptions): Promise<void> {
  const { shownColumns, namedColumns } = await import('../view-table.js');
  const { columns, sort, offset } = options;
  const isForScreen = options.format === 'table' && options.output === undefined;
  const limit = options.limit ?? (isForScreen ? TABLE_ROWS : undefined);
  const page = { columns, sort, offset, limit: limit === undefined ? undefined : limit + 1 };
  const result = await store.query(view, filterOf(options), page);
  const rows = limit === undefined ? result.rows : result.rows.slice(0, limit);
  if (rows.length === 0) await sayUnknown(store, filterOf(options));
  const inTable = await tellRules(shownColumns(view, columns));
  const shown = options.format === 'table' ? await nameIds(store, rows, inTable) : rows;
  await writeRows(shown, await tellRules(namedColumns(view, result.columns)), options, inTable);
  if (limit !== undefined && result.rows.length > limit && options.limit === undefined) {
    const { rows: total, isExact } = await store.count(view, filterOf(options));
    say(
      `只显示前 ${limit} 行，${isExact ? '共' : '不止'} ${total} 行；看更多请加 --limit 或 --offset，或用 --format csv`,
    );
  }
}

/** The call with what is saved under its name; saves it where that was asked for. */
async function resolveSaved(
  name: string,
  given: QueryOptions,
  command: Command,
): Promise<{ view: string; options: QueryOptions }> {
  const { queryFile, saveAs } = given;
  if (queryFile === undefined) {
    if (saveAs !== undefined) throw new UsageError('--save-as 要与 --query-file 同用');
    return { view: name, options: given };
  }
  const { readSavedQueries, savable, saveQuery } = await import('../saved-queries.js');
  const typed = Object.fromEntries(
    Object.entries(given).filter(([option]) => command.getOptionValueSource(option) === 'cli'),
  );
  const saved = saveAs === undefined || existsSync(queryFile) ? readSavedQueries(queryFile) : {};
  const { view = name, ...found } = saved[name] ?? {};
  const options = { ...given, ...found, ...typed };
  if (saveAs !== undefined) await saveQuery(queryFile, saveAs, savable(view, { ...found, ...typed }));
  return { view, options };
}
