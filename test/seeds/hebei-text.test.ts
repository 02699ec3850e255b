import { describe, expect, it } from 'vitest';
import { figureOf, HAS_SEEDS, readSeed } from './read-seed.js';

describe.skipIf(!HAS_SEEDS)('Hebei text', () => {
  it('has the project codes, and 预算数 = 财政 with 其他 blank', async () => {
    const { projects, budgets } = (await readSeed('001')).disclosure;
    expect(projects.map((project) => project.code)).toEqual([
      '13030322P00404010001D',
      '13030322P00404910001G',
      '13030322P00428110001F',
      '13030322P00404510001R',
      '13030322P00405110001A',
      '13030322P00397510004D',
      '13030322P00403810001K',
      '13030322P00404310001E',
      '13030322P004039100019',
      '13030322P004047100015',
      '13030322P00404810001T',
    ]);
    const figures = [
      '10.00',
      '3.00',
      '0.40',
      '1.00',
      '24.00',
      '11.00',
      '20.00',
      '1.00',
      '13.00',
      '8.00',
      '25.00',
    ];
    expect(projects.map(figureOf)).toEqual(figures);
    const states = projects.map(({ id }) =>
      budgets
        .filter((line) => line.project === id)
        .map((line) => `${line.category} ${line.money.figure ?? line.money.state}`),
    );
    expect(states).toEqual(figures.map((f) => [`预算数 ${f}`, `财政资金 ${f}`, '其他资金 blank']));
  });

  it('has purpose, goal, agency and the four steps of the spending plan of each project', async () => {
    const { projects, plans } = (await readSeed('001')).disclosure;
    for (const { id, purpose, annualGoal, agency } of projects) {
      expect(purpose).toBeTruthy();
      expect(annualGoal).toBeTruthy();
      expect(agency).toBe('区委政法委员会本级');
      expect(plans.filter((step) => step.project === id).map((step) => `${step.step} ${step.share}`)).toEqual(
        ['3月底 25', '6月底 50', '10月底 75', '12月底 100'],
      );
    }
  });

  it('has description and target basis of every indicator', async () => {
    const { indicators } = (await readSeed('001')).disclosure;
    expect(indicators.filter((each) => !each.description || !each.targetBasis || !each.target)).toEqual([]);
    expect(indicators.filter((each) => each.targetBasis === '年度工作计划')).toHaveLength(50);
  });

  it('has the narrative: eight goals, eight areas with duties and goal, four measures', async () => {
    const { texts } = (await readSeed('001')).disclosure;
    const of = (kind: string) => texts.filter((text) => text.kind === kind);
    expect([of('overall-goal').length, of('measures').length]).toEqual([8, 4]);
    expect(of('duties').map((text) => text.heading)).toEqual(of('sub-goal').map((text) => text.heading));
    expect(of('duties')).toHaveLength(8);
    for (const { text } of texts) expect(text).toMatch(/[。，]$/);
  });

  it('splits the department from the agency glued to it', async () => {
    const { department, departmentCode } = (await readSeed('001')).disclosure;
    expect([department, departmentCode]).toEqual(['政法委部门', '216001']);
  });
});
