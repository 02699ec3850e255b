import type { Command } from 'commander';
import { writeOutput } from '../../app/write-output.js';
import type { Trend } from '../../model/trend.js';
import { newCommand } from '../command.js';
import { addFilterOption } from '../filter-options.js';
import { helpText } from '../help-text.js';
import { parseProjectId } from '../parse-project-id.js';
import { addResultOptions, fullOption, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { showLongText } from '../show-text.js';
import { type StoreOption, withStore } from '../store-option.js';
import { tableWidth } from '../terminal-width.js';

const EXAMPLES = `
不选阶段时每年取一个（部门预算先于调整、自评）；已被较新版本替代的文档不计。相邻两年的项目、指标按名称对应。

例：
  mingzhang trend --region 石峰区 --department 政法委
  mingzhang trend --project p12 --format csv --output 变化.csv`;

interface TrendOptions extends StoreOption, ResultOptions {
  full?: boolean;
  region?: string;
  department?: string;
  stage?: string;
  project?: string;
}

export function trendCommand(): Command {
  const command = newCommand('trend')
    .description('一个部门或项目历年的变化：金额、项目、指标、沿用的文字')
    .option('--region <地区>', '地区名称或行政区划代码')
    .option('--department <部门>', '部门名称（可只写一部分）或部门统一名称')
    .option('--project <编号>', '只看这个项目，如 p12', parseProjectId)
    .addOption(fullOption())
    .addHelpText('after', helpText(EXAMPLES));
  return addResultOptions(addFilterOption(command, 'stage')).action(writeTrend);
}

async function writeTrend(options: TrendOptions): Promise<void> {
  const { region, department, stage, project } = options;
  const { trend } = await import('../../app/trend.js');
  const { projectMeant } = await import('../../app/project-meant.js');
  await withStore(options, 'read', async (store) => {
    const id = project === undefined ? undefined : await projectMeant(store, project);
    const found = await trend(store, { region, department, stage, project: id });
    const { editions } = found;
    if (editions.length === 1) say(`库中只有 ${editions[0]?.year} 年一个年度，无从比较各年`);
    await write(found, options);
  });
}

async function write(found: Trend, options: TrendOptions): Promise<void> {
  if (options.format === 'json') return writeOutput([`${JSON.stringify(found, null, 1)}\n`], options.output);
  if (options.format === 'table') {
    const { trendText } = await import('../../report/trend/trend-text.js');
    return showLongText(trendText(found, tableWidth(options.output)), options);
  }
  const { TREND_COLUMNS, flattenTrend } = await import('../../report/trend/trend-columns.js');
  return writeRows(flattenTrend(found), TREND_COLUMNS, options);
}
