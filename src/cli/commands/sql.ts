import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import { newCommand } from '../command.js';
import { parseCount } from '../parse-options.js';
import { parseParam } from '../parse-params.js';
import { addListOptions, type ListOptions, requireFile, writeRows } from '../result-options.js';
import { say } from '../say.js';
import type { StoreOption } from '../store-option.js';
import { UsageError } from '../usage-error.js';

/** More on request: a table longer than this is not read, a file longer than this is rarely meant. */
const TABLE_ROWS = 200;
const FILE_ROWS = 100_000;
const SECONDS = 60;

const EXAMPLES = `
值里的 :名称 用 --param 名称=值 给出；写成 '值' 的一律作文字。

例：
  mingzhang sql "select region, count(*) n from projects group by region"
  mingzhang sql "select project from projects where year = :year and region = :region" --param year=2024 --param region=石峰区
  mingzhang sql "select * from indicators where quantity > 100000" --format csv --output 大数.csv
  mingzhang sql --schema                   各视图、各列的含义与单位`;

interface SqlOptions extends StoreOption, ListOptions {
  limit?: number;
  timeout: number;
  param?: Record<string, string | number>;
  schema?: boolean;
}

export function sqlCommand(): Command {
  const command = newCommand('sql')
    .description('对视图运行一条只读 SQL')
    .argument('[语句]', '一条 SELECT')
    .option('--param <名称=值>', '语句中 :名称 的值，可多次给出', parseParam)
    .option(
      '--limit <行数>',
      `最多几行（表格默认 ${TABLE_ROWS} 行，其他格式默认 ${FILE_ROWS} 行）`,
      parseCount('--limit', 1),
    )
    .option('--timeout <秒>', '最多用多少秒', parseCount('--timeout', 1), SECONDS)
    .option('--schema', '说明各视图、各列的含义与单位，不运行语句')
    .addHelpText('after', EXAMPLES);
  return addListOptions(command).action(sql);
}

async function sql(statement: string | undefined, options: SqlOptions): Promise<void> {
  if (options.schema) {
    const { renderSchema } = await import('../../report/render-schema.js');
    return writeOutput([renderSchema()], options.output);
  }
  if (statement === undefined) throw new UsageError('缺少 SQL 语句；要看有哪些视图和列，请用 --schema');
  requireFile(options.format, options.output);
  const { runSqlApart } = await import('../../app/run-sql-apart.js');
  const limit = options.limit ?? (options.format === 'table' ? TABLE_ROWS : FILE_ROWS);
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
