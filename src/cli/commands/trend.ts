import type { Command } from 'commander';
import type { RowSubject } from '../../model/comparison.js';
import type { DepartmentRows, Trend } from '../../model/trend.js';
import type { ComparisonRows } from '../../store/comparison-rows.js';
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

/** Places or departments named in a message; more are counted. */
const NAMED = 10;

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
  await withStore(options, 'read', async (store) => {
    const found = store.comparison((rows): Trend => {
      if (project === undefined) return trendOf(oneDepartment(rows, String(region), String(department)));
      const row = rows.projectRow(project);
      const place = row.regionCode ?? row.region;
      const name = row.departmentKey ?? row.department;
      if (place === null || name === null) {
        throw new UsageError(`项目 p${project} 的地区或部门未定；请先用 mingzhang assign 补上`);
      }
      return trendOf(oneDepartment(rows, place, name), row);
    });
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

/**
 * Rows of the one department of one place that the words mean: an exact name wins over a part of one, a place over what
 * lies below it.
 * @throws UsageError when they mean none or several
 */
function oneDepartment(rows: ComparisonRows, region: string, department: string): DepartmentRows {
  const all = rows.departmentRows({ region, department });
  const subjects = [all.projects, all.indicators, all.totals, all.texts].flat();
  const place = oneOf(subjects, (row) => [row.region, row.regionCode], region, '地区');
  const office = oneOf(
    subjects.filter((row) => row.region === place),
    (row) => [row.departmentKey ?? row.department, row.department],
    department,
    '部门',
  );
  const isMeant = (row: RowSubject): boolean =>
    row.region === place && (row.departmentKey ?? row.department) === office;
  return {
    projects: all.projects.filter(isMeant),
    indicators: all.indicators.filter(isMeant),
    totals: all.totals.filter(isMeant),
    texts: all.texts.filter(isMeant),
  };
}

/** @param namesOf what a row is called: first the name answered, then others it may be asked for by */
function oneOf(
  rows: readonly RowSubject[],
  namesOf: (row: RowSubject) => (string | null)[],
  wanted: string,
  what: string,
): string | null {
  const exact = rows.find((row) => namesOf(row).includes(wanted));
  if (exact) return namesOf(exact)[0] ?? null;
  const names = [...new Set(rows.map((row) => namesOf(row)[0] ?? '（未定）'))];
  if (names.length === 1) return namesOf(rows[0] as RowSubject)[0] ?? null;
  if (names.length === 0) throw new UsageError(`库中没有这个${what}的公开内容：${wanted}`);
  const more = names.length > NAMED ? ` 等 ${names.length} 个` : '';
  throw new UsageError(`${wanted} 可能指${what}：${names.slice(0, NAMED).join('、')}${more}；请写全`);
}
