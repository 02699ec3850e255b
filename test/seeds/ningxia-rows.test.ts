import { describe, expect, it } from 'vitest';
import { figureOf, HAS_SEEDS, readSeed } from './read-seed.js';

describe.skipIf(!HAS_SEEDS)('Ningxia rows', () => {
  it('has both fund columns by scope; the own one holds the figures', async () => {
    const { projects, budgets } = (await readSeed('003')).disclosure;
    expect(projects.map(figureOf)).toEqual(['20', '5', '5', '3', '32', '6', '6', '5.12']);
    for (const { id } of projects) {
      const lines = budgets.filter((line) => line.project === id);
      expect(lines.map((line) => `${line.axis} ${line.scope} ${line.money.state}`).sort()).toEqual([
        'funding all-levels blank',
        'funding all-levels blank',
        'funding own blank',
        'funding own blank',
        'total all-levels blank',
        'total own amount',
      ]);
    }
  });

  it('frees the names of their running numbers and keeps what is printed', async () => {
    const { projects } = (await readSeed('003')).disclosure;
    expect(projects.map((project) => `项目${project.id}${project.name}`)).toEqual(
      projects.map((project) => project.namePrinted),
    );
  });

  it('has attribute, period and an annual goal of each project', async () => {
    for (const project of (await readSeed('003')).disclosure.projects) {
      expect(project).toMatchObject({ attribute: '公共管理类', period: '1年', agency: '永宁县委政法委' });
      expect(project.annualGoal).toBeTruthy();
    }
  });

  it('keeps indicators whose target was cut off, with a diagnostic each', async () => {
    const { document, disclosure } = await readSeed('003');
    const cut = disclosure.indicators.filter((indicator) => indicator.target === null);
    expect(cut.map((indicator) => `${indicator.level2} ${indicator.name}`)).toEqual([
      '质量指标 宣传品印刷质量合格率',
      '服务对象满意度指标 政法综治工作人员满意度',
    ]);
    expect(document.diagnostics.map((each) => each.code)).toEqual(['target-cut-off', 'target-cut-off']);
  });

  it('reads labels that stand in a column left of theirs, and labels with spaces inside', async () => {
    const { indicators } = (await readSeed('003')).disclosure;
    const wrong = indicators.filter(({ level1, level2 }) => level1 === null || level2 === null);
    expect(wrong).toEqual([]);
    expect(indicators.filter((each) => each.level2 === '成本指标')).toHaveLength(9);
    expect(indicators.filter((each) => each.level1 === '满意度指标')).toHaveLength(8);
    expect(indicators.filter((each) => each.level2 === '可持续影响指标')).toHaveLength(7);
  });

  it('takes 指标1: off a name', async () => {
    const { indicators } = (await readSeed('003')).disclosure;
    const one = indicators.find((indicator) => indicator.namePrinted.startsWith('指标1'));
    expect(one?.name).toBe('化解重大矛盾纠纷和不稳定因素');
    expect(one?.target).toBe('逐步化解');
  });
});
