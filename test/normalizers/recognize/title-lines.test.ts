import { describe, expect, it } from 'vitest';
import { titleAt } from '../../../normalizers/recognize/segments/title-lines.js';
import { paragraph, read } from './draw-table.js';

const titleOf = (...lines: string[]): string | null =>
  titleAt(
    lines.map((line, i) => paragraph(line, i + 1)),
    lines.length - 1,
  );

describe('titleAt', () => {
  it.each([
    [['301_某局_训练场所综合修', '缮改造项目绩效目标表'], '301_某局_训练场所综合修缮改造项目绩效目标表'],
    [['301_某局_智慧水务绩效', '目标表'], '301_某局_智慧水务绩效目标表'],
    [['城乡供水一体化管网更新改造二期', '项目绩效目标表'], '城乡供水一体化管网更新改造二期项目绩效目标表'],
    [['乡村道路养护（县道', '方向）项目绩效目标表'], '乡村道路养护（县道方向）项目绩效目标表'],
    [['3.智慧水务', '项目支出绩效目标表'], '3.智慧水务项目支出绩效目标表'],
    [['智慧水务项目支出绩效目', '标表（2026年）'], '智慧水务项目支出绩效目标表（2026年）'],
    [
      ['301_某局_城乡供水一体', '化管网更新改造', '项目绩效目标表'],
      '301_某局_城乡供水一体化管网更新改造项目绩效目标表',
    ],
  ])('%j is one title', (lines, title) => expect(titleOf(...lines)).toBe(title));

  it.each([
    ['第二部分 2026年单位预算表'],
    ['二、项目支出绩效目标情况及其公开说明'],
    ['某县农业农村局机关事务服务中心'],
    ['单位：万元'],
    ['绩效目标按项目填报，合计八个项目。'],
    ['2026年某县水利局部门预算信息公开'],
    ['2026年部门整体支出绩效目标表'],
    ['附件3'],
  ])('%s stands above a title and is no part of it', (line) => {
    expect(titleOf(line, '智慧水务项目绩效目标表')).toBe('智慧水务项目绩效目标表');
  });
});

describe('a form whose name stands in its title only', () => {
  it.each([
    [['301_某局_训练场所综合修', '缮改造项目绩效目标表'], '训练场所综合修缮改造'],
    [['96777供水热线项目绩效目标表'], '96777供水热线'],
    [['12345热线运行', '维护项目绩效目标表'], '12345热线运行维护'],
  ])('%j: %s', (lines, name) => {
    const { disclosure } = read(
      ...lines,
      `资金总额|57|<|<
一级指标|二级指标|三级指标|目标值
产出指标|数量指标|改造面积|≥700平方米`,
    );
    expect(disclosure.projects.map((project) => project.name)).toEqual([name]);
  });
});
