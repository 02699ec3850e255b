import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import type { Coverage } from '../../model/coverage.js';
import { newCommand } from '../command.js';
import { addFilterOption } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseYear } from '../parse-options.js';
import { addResultOptions, fullOption, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { tableWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';

const EXAMPLES = `
应有哪些部门，以库中各地公开过的部门为准；应有哪些县级地区，以当年的行政区划为准。没有，可能是没有公开，也可能是没有导入。

例：
  mingzhang coverage --region 石峰区 --year 2023
  mingzhang coverage --region 湖南省 --format csv --output 公开情况.csv`;

interface CoverageOptions extends StoreOption, ResultOptions {
  full?: boolean;
  region?: string;
  year?: number;
  stage?: string;
}

export function coverageCommand(): Command {
  const command = newCommand('coverage')
    .description('一个地区一年中哪些部门公开了哪些表，还缺哪些部门、哪些县')
    .option('--region <地区>', '地区名称或行政区划代码，含其下各级')
    .option('--year <年份>', '预算年度（默认为库中该地区最近的一年）', parseYear)
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return addResultOptions(addFilterOption(command, 'stage')).action(writeCoverage);
}

async function writeCoverage(options: CoverageOptions): Promise<void> {
  if (options.region === undefined) throw new UsageError('请用 --region 指定一个地区');
  const named = options.region;
  const { coverage } = await import('../../app/coverage.js');
  await withStore(options, 'read', async (store) => {
    const { region, years, coverage: found } = await coverage(store, named, options.year, options.stage);
    if (!found) return say(describeNothing(region.name, options.year, years));
    if (options.year === undefined) say(`未指定年度，取最近的 ${found.year} 年`);
    await write(found, options);
  });
}

function describeNothing(region: string, year: number | undefined, years: readonly number[]): string {
  const others = [...years].reverse().join('、');
  return `库中没有${region}${year === undefined ? '' : ` ${year} 年`}的公开内容${others === '' ? '' : `；有的年度：${others}`}`;
}

async function write(found: Coverage, options: CoverageOptions): Promise<void> {
  if (options.format === 'json') return writeOutput([`${JSON.stringify(found, null, 1)}\n`], options.output);
  if (options.format === 'table') {
    const { coverageText } = await import('../../report/coverage/coverage-text.js');
    return showLongText(coverageText(found, tableWidth(options.output)), options);
  }
  const { COVERAGE_COLUMNS, flattenCoverage } = await import('../../report/coverage/coverage-columns.js');
  return writeRows(flattenCoverage(found), COVERAGE_COLUMNS, options);
}
