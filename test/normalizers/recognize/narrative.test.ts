import { describe, expect, it } from 'vitest';
import { recognizeForms } from '../../../normalizers/recognize/segments/recognize-forms.js';
import { paragraph, read } from './draw-table.js';

const textsOf = (...lines: string[]): string[] =>
  read(...lines).disclosure.texts.map(({ kind, heading, text }) => `${kind} ${heading ?? ''} ${text}`);

describe('narrative part of an 绩效文本', () => {
  it('reads goals, areas with duties and goal, and measures under their headings', () => {
    expect(
      textsOf(
        '某部门2024年部门预算绩效文本',
        '一、总体绩效目标',
        '一是完成年度任务。',
        '二、分项绩效目标',
        '（一）平安建设',
        '职责描述：组织平安建设。',
        '绩效目标：群众满意。',
        '三、工作保障措施',
        '（一）加强领导。',
        '第二部分',
        '预算项目绩效目标',
      ),
    ).toEqual([
      'overall-goal  一是完成年度任务。',
      'duties 平安建设 组织平安建设。',
      'sub-goal 平安建设 群众满意。',
      'measures  （一）加强领导。',
    ]);
  });

  it('joins a sentence that a break cut in two', () => {
    expect(textsOf('一、总体绩效目标', '一是推进基层治理，组织开', '展平安创建。', '二是化解矛盾。')).toEqual(
      ['overall-goal  一是推进基层治理，组织开展平安创建。', 'overall-goal  二是化解矛盾。'],
    );
  });

  it('is not found in prose that only mentions goals', () => {
    const prose = ['一、部门基本情况', '总体绩效目标完成情况良好。', '绩效目标：见附表。'];
    expect(recognizeForms(prose.map((text) => paragraph(text))).forms).toEqual([]);
  });
});
