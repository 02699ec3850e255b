import { type Command, Option } from 'commander';
import { newCommand } from '../command.js';
import { addFilterOptions, filterOf } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseCount, parseNames } from '../parse-options.js';
import { say } from '../say.js';
import { sayUnknown } from '../say-unknown.js';
import { type StoreOption, withStore } from '../store-option.js';

const EXAMPLES = `
文件夹里有：csv/（每个视图一份，英文列名，给程序用，值照库中原样，以 = 开头的也是）、parquet/（每个视图一份）、明账.xlsx（给人看）、
datapackage.json（Data Package v2：每列的中文名、含义、单位、空值的意思）。
--format parquet 写成一个按省与年度分区的 Parquet 数据集（docs/analysis.md）；再次写进同一个文件夹时，只重写有改动的分区。
条件与 mingzhang query 相同；不能按所给条件筛选的视图不导出。

例：
  mingzhang export --to 导出
  mingzhang export --to 导出 --views projects,indicators
  mingzhang export --to 湖南 --region 湖南省 --year 2024 --stage 部门预算
  mingzhang export --to 全国 --format parquet`;

interface ExportOptions extends StoreOption {
  to: string;
  views?: string[];
  format: 'package' | 'parquet';
  jobs?: number;
}

export const exportCommand = (): Command =>
  addFilterOptions(
    newCommand('export')
      .description('把库导出到文件夹：CSV、Parquet、Excel 与说明')
      .requiredOption('--to <文件夹>', '新的或空的文件夹；数据集可以是上次的')
      .option(
        '--views <视图>',
        '只要这些视图，以逗号分隔（默认 除单元格、读取说明、对应与计数之外的全部）',
        parseNames,
      )
      .addOption(
        new Option('--format <形式>', 'package：CSV、Parquet、Excel 与说明；parquet：分区的数据集')
          .choices(['package', 'parquet'])
          .default('package'),
      )
      .option('--jobs <个数>', '同时写数据集的进程数（默认 与处理器一样多）', parseCount('--jobs', 1)),
  )
    .addHelpText('after', helpText(EXAMPLES))
    .action((options: ExportOptions) =>
      options.format === 'parquet' ? runDataset(options) : runPackage(options),
    );

async function runDataset({ to, views, jobs, ...options }: ExportOptions): Promise<void> {
  const { exportDataset } = await import('../../app/export-dataset.js');
  const { programVersion } = await import('../../app/program-version.js');
  const filter = filterOf(options);
  await withStore(options, 'read', async (store) => {
    await sayUnknown(store, filter);
    const made = { created: new Date(), version: programVersion() };
    const { written, unchanged, removed, leftOut } = await exportDataset(store, to, {
      views,
      filter,
      jobs,
      ...made,
    });
    say(`数据集 ${to}：写了 ${written} 个分区，${unchanged} 个没有改动，移去 ${removed} 个`);
    sayLeftOut(leftOut);
  });
}

async function runPackage({ to, views, ...options }: ExportOptions): Promise<void> {
  const { exportStore, SHEET_ROWS } = await import('../../app/export-store.js');
  const { programVersion } = await import('../../app/program-version.js');
  const filter = filterOf(options);
  await withStore(options, 'read', async (store) => {
    await sayUnknown(store, filter);
    const summary = await exportStore(store, to, {
      views,
      filter,
      created: new Date(),
      version: programVersion(),
    });
    say(`已导出到 ${to}：${summary.views.map(({ title, rows }) => `${title} ${rows} 行`).join('，')}`);
    sayLeftOut(summary.leftOut);
    if (summary.cut.length > 0) {
      say(`明账.xlsx 的 ${summary.cut.join('、')} 只有前 ${SHEET_ROWS} 行；全部在 csv/ 与 parquet/ 中`);
    }
  });
}

function sayLeftOut(titles: readonly string[]): void {
  if (titles.length > 0) say(`不能按所给条件筛选、没有导出的：${titles.join('、')}`);
}
