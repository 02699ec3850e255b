import type { Command } from 'commander';
import { newCommand } from '../command.js';
import { parseCount } from '../parse-options.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
例：
  mingzhang sql "select region, count(*) n from projects group by region"
  mingzhang sql "select * from indicators where quantity > 100000" --format csv --output 大数.csv`;

interface SqlOptions extends StoreOption, ResultOptions {
  limit?: number;
}

export function sqlCommand(): Command {
  const command = newCommand('sql')
    .description('对视图运行一条只读 SQL')
    .argument('<语句>', '一条 SELECT')
    .option('--limit <行数>', '最多几行', parseCount('--limit', 1))
    .addHelpText('after', EXAMPLES);
  return addResultOptions(command).action(sql);
}

async function sql(statement: string, options: SqlOptions): Promise<void> {
  const { titleOf } = await import('../column-titles.js');
  await withStore(options, 'read', async (store) => {
    const { rows, columns, truncated } = store.sql(statement, [], { rows: options.limit });
    await writeRows(
      rows,
      columns.map((name) => ({ name, title: titleOf(name) })),
      options,
    );
    if (truncated) say(`只取了前 ${options.limit} 行（--limit）`);
  });
}
