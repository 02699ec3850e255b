import type { Command } from 'commander';
import { SQL_LIMITS } from '../../app/sql-limits.js';
import type { View } from '../../model/views.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { parseCount, parseNames } from '../parse-options.js';
import { parseParam } from '../parse-params.js';
import { addListOptions, fullOption, type ListOptions, requireFile, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { showLongText } from '../show-text.js';
import type { StoreOption } from '../store-option.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
值里的 :名称 用 --param 名称=值 给出；写成 '值' 的一律作文字。文字可用 REGEXP 与正则表达式（JavaScript 的写法）相比。

例：
  mingzhang sql "select region, count(*) n from projects group by region"
  mingzhang sql "select project from projects where year = :year and region = :region" --param year=2024 --param region=石峰区
  mingzhang sql "select project from projects where project regexp '(信访|维稳).*经费$'"
  mingzhang sql --file 汇总.sql --format csv --output 汇总.csv
  mingzhang sql - < 汇总.sql
  mingzhang sql "select * from indicators where quantity > 100000" --format csv --output 大数.csv
  mingzhang sql --schema                   各视图、各列的含义与单位
  mingzhang sql --schema projects,budgets  只看这些视图`;

interface SqlOptions extends StoreOption, ListOptions {
  limit?: number;
  timeout: number;
  param?: Record<string, string | number>;
  file?: string;
  schema?: boolean;
  full?: boolean;
}

export function sqlCommand(): Command {
  const command = newCommand('sql')
    .description('对视图运行一条只读 SQL')
    .argument('[语句]', '一条 SELECT；- 为从标准输入读')
    .option('--file <文件>', '从文件读语句')
    .option('--param <名称=值>', '语句中 :名称 的值，可多次给出', parseParam)
    .option(
      '--limit <行数>',
      `最多几行（表格默认 ${SQL_LIMITS.shown} 行，其他格式默认 ${SQL_LIMITS.filed} 行）`,
      parseCount('--limit', 1),
    )
    .option('--timeout <秒>', '最多用多少秒', parseCount('--timeout', 1), SQL_LIMITS.seconds)
    .option('--schema', '说明各视图、各列的含义与单位，不运行语句；语句处可写要看的视图')
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return addListOptions(command).action(sql);
}

/** The views named in place of a statement; all where there is none. @throws QueryError on a name that is none */
async function schemaViews(names: string | undefined): Promise<readonly View[] | undefined> {
  if (names === undefined) return undefined;
  const { requireView } = await import('../../model/named-view.js');
  return parseNames(names).map(requireView);
}

/** @throws UsageError unless the statement is given in one way */
async function statementMeant(written: string | undefined, file: string | undefined): Promise<string> {
  if (written !== undefined && file !== undefined) throw new UsageError('语句和 --file 只能给出一个');
  const { readQuery } = await import('../../pipeline/inputs/read-query.js');
  if (file !== undefined) return readQuery(file);
  if (written === '-') return readQuery(process.stdin);
  if (written !== undefined) return written;
  throw new UsageError(
    '缺少 SQL 语句；从标准输入读用 sql -，从文件读用 --file；要看有哪些视图和列，请用 --schema',
  );
}

async function sql(written: string | undefined, options: SqlOptions): Promise<void> {
  if (options.schema) {
    const { renderSchema } = await import('../../report/render-schema.js');
    return showLongText(renderSchema(await schemaViews(written)), options);
  }
  requireFile(options.format, options.output);
  const statement = await statementMeant(written, options.file);
  const { runSqlApart } = await import('../../app/run-sql-apart.js');
  const limit = options.limit ?? (options.format === 'table' ? SQL_LIMITS.shown : SQL_LIMITS.filed);
  const { rows, columns, truncated } = await runSqlApart(options.db, statement, options.param ?? {}, {
    rows: limit,
    milliseconds: options.timeout * 1000,
  });
  await writeRows(
    rows,
    columns.map((name) => ({ name, title: name })),
    options,
  );
  if (!truncated) return;
  say(
    rows.length === limit
      ? `只取了前 ${limit} 行（--limit）；结果不完整，看更多请加大 --limit`
      : `结果太大，只取了前 ${rows.length} 行；结果不完整，请少取几列，用 substr() 截短长文字，或分几次查`,
  );
}
