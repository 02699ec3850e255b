import { describe, expect, it } from 'vitest';
import { figureOf, HAS_SEEDS, readSeed } from './read-seed.js';

describe.skipIf(!HAS_SEEDS)('Hunan forms', () => {
  it.each([
    ['000', '240.67', '150.67', '90'],
    ['002', '184.37', '144.68', '39.69'],
    ['004', '718.46', '544.46', '174'],
  ])(
    '%s: the department’s total, three revenue and two expenditure lines',
    async (key, total, basic, own) => {
      const { budgets } = (await readSeed(key)).disclosure;
      const lines = budgets.filter((line) => line.project === null);
      expect(
        lines.map(({ axis, category, money }) => `${axis} ${category} ${money.figure} ${money.unit}`),
      ).toEqual([
        `total 资金总额 ${total} 万元`,
        `revenue 一般公共预算拨款 ${total} 万元`,
        `expenditure 基本支出 ${basic} 万元`,
        'revenue 政府性基金拨款 0 万元',
        `expenditure 项目支出 ${own} 万元`,
        'revenue 其他资金 0 万元',
      ]);
    },
  );

  it.each(['000', '002', '004'])('%s: duties and work plan of the department', async (key) => {
    const { texts, workPlan } = (await readSeed(key)).disclosure;
    expect(texts.map((text) => text.kind)).toEqual(['duties']);
    expect(texts[0]?.text.split('\n').length).toBeGreaterThan(7);
    expect(workPlan.map((work) => [work.item !== '', work.office !== null, work.goal !== null])).toEqual(
      [1, 2, 3].map(() => [true, true, true]),
    );
  });

  it('joins a work item broken over two lines', async () => {
    expect((await readSeed('000')).disclosure.workPlan[0]?.item).toBe('队伍建设办公室');
  });

  it('merges summary row and form: amount, parent, direction, period, both goals', async () => {
    const project = (await readSeed('000')).disclosure.projects[0];
    expect(project?.mentions.map((mention) => `${mention.role} ${mention.money?.figure}`)).toEqual([
      'summary-row 80',
      'form 80',
    ]);
    expect(project?.parent).toMatch(/含见义勇为、政治安全/);
    expect(project?.direction).toMatch(/含见义勇为、政法安全/);
    expect(project?.name).toBe(project?.parent);
    expect(project?.period).toBe('持续');
    expect(project?.annualGoal).not.toBe(project?.periodGoal);
  });

  it('keeps 扫黑除恶专项经费 as a secret project without a form', async () => {
    const project = (await readSeed('000')).disclosure.projects.find(({ name }) =>
      name.startsWith('扫黑除恶'),
    );
    expect(project).toMatchObject({ state: 'secret', hasForm: false, annualGoal: null, periodGoal: null });
    expect(figureOf(project)).toBe('5');
  });

  it('keeps standards, costs with their totals, and the blank 合计 of a summary', async () => {
    const { document, disclosure } = await readSeed('004');
    const summary = document.forms.find((form) => form.kind === 'summary');
    expect(summary?.total?.money.state).toBe('blank');
    const costTotals = document.forms.map((form) => form.costTotal?.money.figure).filter(Boolean);
    expect(costTotals).toEqual(['54', '20', '100']);
    const standards = disclosure.indicators.filter((indicator) => indicator.project !== null);
    expect(new Set(standards.map((indicator) => indicator.standard))).toEqual(
      new Set(['计划标准', '其他标准']),
    );
  });

  it('reads a title that stands directly below a signature', async () => {
    const { document, disclosure } = await readSeed('002');
    expect(document.forms.map((form) => form.kind)).toEqual(['department', 'summary', 'project', 'project']);
    expect(disclosure.projects.map((project) => [project.name, project.period, figureOf(project)])).toEqual([
      ['信访工作人员岗位津贴', '2023年', '3.7'],
      ['社区（村）治安巡逻防控费', '2023年', '35.99'],
    ]);
  });

  it('gives level names their canonical form and keeps the printed ones', async () => {
    const { indicators } = (await readSeed('000')).disclosure;
    const last = indicators.at(-1);
    expect([last?.level1, last?.level2]).toEqual(['满意度指标', '服务对象满意度指标']);
    expect([last?.level1Printed, last?.level2Printed]).toEqual(['效益指标', '社会公众及服务对象满意度指标']);
    const levels = new Set(indicators.map(({ level1, level2 }) => `${level1} ${level2}`));
    expect([...levels].sort()).toEqual(
      [
        '产出指标 数量指标',
        '产出指标 时效指标',
        '产出指标 质量指标',
        '成本指标 成本指标',
        '效益指标 可持续影响指标',
        '效益指标 生态效益指标',
        '效益指标 社会效益指标',
        '效益指标 经济效益指标',
        '满意度指标 服务对象满意度指标',
      ].sort(),
    );
  });
});
