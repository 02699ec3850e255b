import { describe, expect, it } from 'vitest';
import { read } from '../recognize/draw-table.js';

const HEADER = '一级指标|二级指标|三级指标|指标值';
const department = (name: string, year = 2024): string[] => [
  `${year}年部门整体支出绩效目标表`,
  `部门名称|${name}|<|<\n${HEADER}\n产出指标|数量指标|甲|1个`,
];
const project = (name: string, owner: string): string[] => [
  '2024年项目支出绩效目标表',
  `项目名称|${name}|主管部门|${owner}\n${HEADER}\n产出指标|数量指标|乙|2个`,
];

const shown = (...parts: string[]): string[] =>
  read(...parts).disclosures.map(
    ({ department: of, year, stage, projects, indicators }) =>
      `${of} ${year} ${stage}: ${projects.map((each) => each.name).join('、')} ${indicators.length}`,
  );

describe('disclosures of a document', () => {
  it('are one where all forms are of one department', () => {
    expect(shown(...department('浏阳市教育局'), ...project('校舍修缮', '浏阳市教育局'))).toEqual([
      '浏阳市教育局 2024 budget: 校舍修缮 2',
    ]);
  });

  it('are one for each department of a workbook', () => {
    expect(
      shown(
        ...department('浏阳市教育局'),
        ...project('校舍修缮', '浏阳市教育局'),
        ...department('浏阳市民政局'),
        ...project('养老补贴', '浏阳市民政局'),
      ),
    ).toEqual(['浏阳市教育局 2024 budget: 校舍修缮 2', '浏阳市民政局 2024 budget: 养老补贴 2']);
  });

  it('keep last year’s self-evaluation apart from this year’s goals', () => {
    expect(
      shown(
        ...department('浏阳市教育局'),
        '2023年度项目支出绩效自评表',
        `项目名称|校舍修缮|主管部门|浏阳市教育局|<\n一级指标|二级指标|三级指标|指标值|实际完成值\n产出指标|数量指标|甲|1个|1个`,
      ),
    ).toEqual(['浏阳市教育局 2024 budget:  1', '浏阳市教育局 2023 self-evaluation: 校舍修缮 1']);
  });

  it('give a form that names no department to the one before', () => {
    expect(
      shown(
        ...department('浏阳市教育局'),
        '2024年项目支出绩效目标表',
        `项目名称|校舍修缮|<|<\n${HEADER}\n产出指标|数量指标|乙|2个`,
      ),
    ).toEqual(['浏阳市教育局 2024 budget: 校舍修缮 2']);
  });
});

describe('subject', () => {
  it('has region, year, stage and department, each with what decided it', () => {
    const { disclosure } = read(...department('浏阳市教育局'));
    expect(disclosure).toMatchObject({
      region: { code: '430181', name: '浏阳市', city: '长沙市', province: '湖南省' },
      year: 2024,
      stage: 'budget',
      departmentKey: '教育局',
    });
    expect(disclosure.basis).toMatchObject({
      region: { from: 'department-name' },
      year: { from: 'title' },
      department: { from: 'text', quote: '浏阳市教育局', place: 't1 r1 c2' },
    });
  });

  it('is unresolved where nothing says it', () => {
    const { disclosure } = read(
      '项目支出绩效目标表',
      `项目名称|校舍修缮|<|<\n${HEADER}\n产出指标|数量指标|乙|2个`,
    );
    expect(disclosure).toMatchObject({ region: null, year: null, department: null, departmentKey: null });
  });

  it('does not take the project’s name for the department when it slipped into that cell', () => {
    const { disclosure } = read(
      '2024年项目支出绩效目标表',
      `项目名称|项目1校舍修缮|<|<\n主管部门|项目1校舍修缮|实施单位|浏阳市教育局\n${HEADER}\n产出指标|数量指标|乙|2个`,
    );
    expect(disclosure.department).not.toBe('项目1校舍修缮');
    expect(disclosure.region?.name).toBe('浏阳市');
  });
});
