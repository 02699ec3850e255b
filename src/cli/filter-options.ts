import { type Command, Option } from 'commander';
import type { ViewFilter } from '../store/view-filter.js';
import { parseYear } from './parse-options.js';

export interface FilterOptions {
  region?: string;
  year?: number;
  department?: string;
  project?: string;
  level1?: string;
  level2?: string;
  kind?: string;
  rule?: string;
  severity?: string;
  text?: string;
  unresolved?: boolean;
}

/** Where and when: options of `query` and `audit` alike. */
export const addSubjectOptions = (command: Command): Command =>
  command
    .option('--region <地区>', '地区名称或行政区划代码（可只写前 2 位、前 4 位），含其下各级')
    .option('--year <年份>', '预算年度', parseYear)
    .option('--department <部门>', '部门名称（可只写一部分）或部门统一名称');

/** Options that choose rows of a view. */
export const addFilterOptions = (command: Command): Command =>
  addSubjectOptions(command)
    .option('--project <项目>', '项目名称，可只写一部分')
    .option('--level1 <名称>', '一级指标')
    .option('--level2 <名称>', '二级指标')
    .option('--kind <类型>', '指标值类型（如 number、percent、text）或文字的类别（如 duties）')
    .option('--rule <规则>', '规则代码')
    .addOption(new Option('--severity <程度>', '疑点的程度').choices(['error', 'warning', 'note']))
    .option('--text <文字>', '在名称、目标、说明等文字中查找')
    .option('--unresolved', '只要地区、年度或部门未定的');

export const filterOf = ({
  region,
  year,
  department,
  project,
  level1,
  level2,
  kind,
  rule,
  severity,
  text,
  unresolved,
}: FilterOptions): ViewFilter => ({
  region,
  year,
  department,
  project,
  level1,
  level2,
  kind,
  rule,
  severity,
  text,
  unresolved,
});
