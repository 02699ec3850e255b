import { describe, expect, it } from 'vitest';
import { type Reading, read } from './draw-table.js';

const told = ({ disclosure }: Reading): string[] =>
  disclosure.workPlan.map(({ item, goal, actual, deviation, amounts = [] }) =>
    [
      item || '—',
      goal ?? '—',
      actual ?? '—',
      deviation ?? '—',
      ...amounts.map(({ label, money }) => `${label} ${money.figure}`),
    ].join(' | '),
  );
const unclaimed = ({ claims }: Reading): number =>
  claims.filter((claim) => claim.status === 'unclaimed').length;
const form = (table: string): Reading => read('2023年度部门整体支出绩效自评表', table);

/** The rest of the form, under the tasks. */
const rest = (columns: number): string => {
  const wide = ' | <'.repeat(columns - 4);
  return `一级指标 | 三级指标 | 年度指标值 | 实际完成值${wide}\n产出指标 | 巡查水库 | ≥36座 | 36座${wide}`;
};

describe('tasks of a department in its self-evaluation', () => {
  it('are read with their money', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | < | < | <
      部门职责 | 负责全县水资源管理和防汛抗旱 | < | < | < | <
      年度主要任务 | 任务名称 | 主要内容 | 预算数（万元） | 执行数（万元） | 完成情况
      ^ | 水库巡查 | 巡查小型水库 | 20 | 18 | 巡查36座次
      ^ | 抗旱浇灌 | 维护泵站 | 30 | 30 | 完成12处
      ${rest(6)}
    `);
    expect(told(reading)).toEqual([
      '水库巡查 | 巡查小型水库 | 巡查36座次 | — | 预算数(万元) 20 | 执行数(万元) 18',
      '抗旱浇灌 | 维护泵站 | 完成12处 | — | 预算数(万元) 30 | 执行数(万元) 30',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('are read by number alone', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | <
      年度履职目标 | 序号 | 预期目标 | 实际完成情况
      ^ | 1 | 小型水库巡查36座次 | 巡查36座次
      ^ | 2 | 维护泵站12处 | 完成12处
      ${rest(4)}
    `);
    expect(told(reading)).toEqual([
      '— | 小型水库巡查36座次 | 巡查36座次 | —',
      '— | 维护泵站12处 | 完成12处 | —',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('are read by duty, with the reason', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | <
      部门职能 | 年度履职目标 | 目标完成情况 | 未完成原因
      防汛抗旱 | 小型水库巡查36座次 | 巡查30座次 | 汛期道路中断
      水资源管理 | 取水许可核查24家 | 核查24家 | 无
      ${rest(4)}
    `);
    expect(told(reading)).toEqual([
      '防汛抗旱 | 小型水库巡查36座次 | 巡查30座次 | 汛期道路中断',
      '水资源管理 | 取水许可核查24家 | 核查24家 | —',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('are read above the money of the department', () => {
    const reading = form(`
      单位名称 | 青河县水务局 | < | <
      年度主要任务 | 年度工作任务 | 工作目标 | 任务完成情况
      ^ | 水库巡查 | 巡查36座次 | 已完成
      ^ | 抗旱浇灌 | 维护泵站12处 | 完成12处
      预算执行情况（万元） | 年初预算数 | 全年预算数 | 全年执行数
      部门支出总额 | 500 | 520 | 510
      ${rest(4)}
    `);
    expect(told(reading)).toEqual([
      '水库巡查 | 巡查36座次 | 已完成 | —',
      '抗旱浇灌 | 维护泵站12处 | 完成12处 | —',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('are read as planned and as done', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | < | <
      履职目标 | 主要工作内容 | 计划完成情况 | 实际完成情况 | 偏差原因分析
      防汛 | 水库巡查 | 巡查36座次 | 巡查30座次 | 汛期道路中断
      抗旱 | 泵站维护 | 维护12处 | 维护12处 | 无
      ${rest(5)}
    `);
    expect(told(reading)).toEqual([
      '防汛 | 水库巡查；巡查36座次 | 巡查30座次 | 汛期道路中断',
      '抗旱 | 泵站维护；维护12处 | 维护12处 | —',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('are read with scores of their own', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | < | <
      重点工作任务 | 工作目标 | 落实情况 | 分值 | 得分
      水库巡查 | 巡查36座次 | 巡查30座次 | 10 | 8
      泵站维护 | 维护12处 | 维护12处 | 10 | 10
      ${rest(5)}
    `);
    expect(told(reading)).toEqual([
      '水库巡查 | 巡查36座次 | 巡查30座次 | —',
      '泵站维护 | 维护12处 | 维护12处 | —',
    ]);
    expect(reading.disclosure.indicators.map(({ name, actual }) => `${name} ${actual}`)).toEqual([
      '巡查水库 36座',
    ]);
    expect(unclaimed(reading)).toBe(0);
  });

  it('may be told in one cell', () => {
    const reading = form(`
      部门名称 | 青河县水务局 | < | <
      年度总体目标 | 目标1：水库安全度汛 | < | <
      年度主要任务完成情况 | 水库巡查36座次；维护泵站12处 | < | <
      ${rest(4)}
    `);
    expect(reading.disclosure.texts.map(({ kind, text }) => `${kind} ${text}`)).toContain(
      'achievement 水库巡查36座次；维护泵站12处',
    );
    expect(unclaimed(reading)).toBe(0);
  });

  it('are not the goal of a project and what became of it', () => {
    const reading = read(
      '2023年度项目支出绩效自评表',
      `
      项目名称 | 河堤养护 | < | <
      年度总体目标 | 预期目标 | < | 实际完成情况
      ^ | 养护河堤30公里 | < | 养护30公里
      一级指标 | 三级指标 | 年度指标值 | 实际完成值
      产出指标 | 养护里程 | ≥30公里 | 30公里
      `,
    );
    expect(reading.disclosure.workPlan).toEqual([]);
    expect(reading.disclosure.projects[0]?.annualGoal).toBe('养护河堤30公里');
    expect(reading.disclosure.texts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'achievement 养护30公里',
    ]);
  });
});
