import type { Command } from 'commander';
import type { Trend } from '../../model/trend.js';
import { newCommand } from '../command.js';
import { parseProjectId } from '../parse-project-id.js';
import { addResultOptions, type ResultOptions, writeRows } from '../result-options.js';
import { say } from '../say.js';
import { type StoreOption, withStore } from '../store-option.js';
import { terminalWidth } from '../terminal-width.js';
import { UsageError } from '../usage-error.js';
import { writeOutput } from '../write-output.js';

const EXAMPLES = `
每年取一个阶段（部门预算先于调整、自评）；已被较新版本替代的文档不计。相邻两年的项目、指标按名称对应。

例：
  mingzhang trend --region 石峰区 --department 政法委
  mingzhang trend --project p12 --format csv --output 变化.csv`;

interface TrendOptions extends StoreOption, ResultOptions {
  region?: string;
  department?: string;
  project?: number;
}

export function trendCommand(): Command {
  const command = newCommand('trend')
    .description('一个部门或项目历年的变化：金额、项目、指标、沿用的文字')
    .option('--region <地区>', '地区名称或行政区划代码')
    .option('--department <部门>', '部门名称（可只写一部分）或部门统一名称')
    .option('--project <编号>', '只看这个项目，如 p12', parseProjectId)
    .addHelpText('after', EXAMPLES);
  return addResultOptions(command).action(trend);
}

async function trend(options: TrendOptions): Promise<void> {
  const { region, department, project } = options;
  if ((project === undefined) === (region === undefined || department === undefined)) {
    throw new UsageError('请用 --region 与 --department 指定一个部门，或用 --project 指定一个项目');
  }
  const { trendOf } = await import('../../compare/trend/trend-of.js');
  const { departmentOfProject, oneDepartment } = await import('../../pipeline/subjects/one-department.js');
  await withStore(options, 'read', async (store) => {
    const row = project === undefined ? null : await store.projectRow(project);
    const found =
      row === null
        ? trendOf(await oneDepartment(store, String(region), String(department)))
        : trendOf(await departmentOfProject(store, row), row);
    const { editions } = found;
    if (editions.length === 1) say(`库中只有 ${editions[0]?.year} 年一个年度，无从比较各年`);
    await write(found, options);
  });
}

async function write(found: Trend, options: TrendOptions): Promise<void> {
  if (options.format === 'json') return writeOutput([`${JSON.stringify(found, null, 1)}\n`], options.output);
  if (options.format === 'table') {
    const { trendText } = await import('../../report/trend/trend-text.js');
    return writeOutput([trendText(found, terminalWidth())], options.output);
  }
  const { TREND_COLUMNS, flattenTrend } = await import('../../report/trend/trend-columns.js');
  return writeRows(flattenTrend(found), TREND_COLUMNS, options);
}
