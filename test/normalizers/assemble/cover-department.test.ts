import { describe, expect, it } from 'vitest';
import { coverDepartment } from '../../../normalizers/assemble/cover-department.js';
import { drawTable, paragraph, read } from '../recognize/draw-table.js';

const onCover = (...lines: string[]): string | null =>
  coverDepartment(lines.map((line, i) => (line.includes('|') ? drawTable(line) : paragraph(line, i + 1))))
    ?.text ?? null;

describe('coverDepartment', () => {
  it.each([
    [['2026年度', '某县公安局（本级）', '单位预算', '目 录'], '某县公安局'],
    [['某县水利局2026年部门预算公开'], '某县水利局'],
    [['2026年某县人民政府办公室部门预算公开说明'], '某县人民政府办公室'],
    [['某县教育局', '2025年度部门决算'], '某县教育局'],
    [['部门预算', '编制单位：某县档案馆（盖章）'], '某县档案馆(盖章)'],
    [['某县卫生健康委员会本级', '二〇二六年度', '部门预算信息公开'], '某县卫生健康委员会'],
    [['某县人民检察院', '二〇二六年部门预算'], '某县人民检察院'],
    [['某县水利局|\n2026年部门预算|'], '某县水利局'],
  ])('%j: %s', (lines, name) => expect(onCover(...lines)).toBe(name));

  it.each([
    [['关于2026年部门预算的通知', '各预算单位：']],
    [['某县财政局关于批复2026年部门预算的通知']],
    [['第一部分 单位概况', '某县水利局内设办公室', '负责水利工作。']],
    [['2026年部门预算', '目录']],
  ])('%j names none', (lines) => expect(onCover(...lines)).toBeNull());

  it('counts only where no form names a department', () => {
    const form = (first: string) =>
      read(
        '某县财政局',
        '2026年部门预算',
        '水闸检修项目绩效目标表',
        `${first}资金总额|80|<|<
一级指标|二级指标|三级指标|目标值
产出指标|数量指标|检修水闸|≥3座`,
      ).disclosure.department;
    expect(form('')).toBe('某县财政局');
    expect(form('主管部门|某县水利局|<|<\n')).toBe('某县水利局');
  });
});

describe('the department of a form', () => {
  it('is none of several named in one cell', () => {
    const { disclosure } = read(
      '转移支付绩效目标表',
      `转移支付名称|文化转移支付|市级主管部门|某市委宣传部、某市文化局等
年度金额（万元）|1300|<|<
总体目标|保障|<|<`,
    );
    expect(disclosure.department).toBeNull();
    expect(disclosure.projects.map(({ name }) => name)).toEqual(['文化转移支付']);
  });
});
