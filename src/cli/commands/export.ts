import type { Command } from 'commander';
import { EVERY_SECTION } from '../../model/sections/sections.js';
import { newCommand } from '../command.js';
import { helpText } from '../help-text.js';
import { parseNames } from '../parse-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';

/** What describes the disclosures themselves; single cells and counts are for who asks for them. */
const VIEWS = ['documents', ...EVERY_SECTION.map(({ view }) => view), 'findings'];

const IN_PARQUET = EVERY_SECTION.filter(({ parquet }) => parquet)
  .map(({ view }) => view)
  .join('、');

const EXAMPLES = `
文件夹里有：csv/（每个视图一份，英文列名，值照库中原样）、parquet/（${IN_PARQUET}，按年度与省分文件）、
明账.xlsx（给人看）、datapackage.json（Data Package v2：每列的中文名、含义、单位、空值的意思）。

例：
  mingzhang export --to 导出
  mingzhang export --to 导出 --views projects,indicators`;

interface ExportOptions extends StoreOption {
  to: string;
  views: string[];
  all?: true;
}

export const exportCommand = (): Command =>
  newCommand('export')
    .description('把库导出到文件夹：CSV、Parquet、Excel 与说明')
    .requiredOption('--to <文件夹>', '新的或空的文件夹')
    .option('--views <视图>', '只要这些视图，以逗号分隔', parseNames, VIEWS)
    .option('--all', '疑点连同复核为已说明、排除的')
    .addHelpText('after', helpText(EXAMPLES))
    .action(runExport);

async function runExport({ to, views, all, ...options }: ExportOptions): Promise<void> {
  const { exportStore, SHEET_ROWS } = await import('../../app/export-store.js');
  const { programVersion } = await import('../../app/program-version.js');
  await withStore(options, 'read', async (store) => {
    const summary = await exportStore(store, to, {
      views,
      all,
      created: new Date(),
      version: programVersion(),
    });
    say(`已导出到 ${to}：${summary.views.map(({ name, rows }) => `${name} ${rows} 行`).join('，')}`);
    if (summary.cut.length > 0) {
      say(`明账.xlsx 的 ${summary.cut.join('、')} 只有前 ${SHEET_ROWS} 行；全部在 csv/ 与 parquet/ 中`);
    }
  });
}
