import { describe, expect, it } from 'vitest';
import { trendOf } from '../../src/compare/trend/trend-of.js';
import type { DepartmentRows, TrendChange } from '../../src/model/trend.js';
import { indicatorRow, projectRow, wan } from '../support/comparison-rows.js';

const department = (given: Partial<DepartmentRows>): DepartmentRows => ({
  projects: [],
  indicators: [],
  totals: [],
  texts: [],
  statements: [],
  ...given,
});
const told = (changes: readonly TrendChange[], of: TrendChange['of']): string[] =>
  changes
    .filter((change) => change.of === of)
    .map(({ change, name, nameBefore, before, after }) =>
      [change, name, nameBefore, before, after].join('|'),
    );

const GOAL = '做好重要时期铁路护路联防工作，保障沿线群众生命安全和铁路运输畅通';

describe('trendOf', () => {
  const old = projectRow({
    year: 2023,
    documentId: 1,
    project: '铁路护路专项经费',
    amountFen: wan(2),
    annualGoal: `2023年${GOAL}`,
  });
  const young = projectRow({
    year: 2024,
    documentId: 2,
    project: '铁路护路联防经费',
    amountFen: wan(2.5),
    annualGoal: `2024年${GOAL}`,
  });
  const rows = department({
    projects: [
      old,
      young,
      projectRow({ year: 2023, documentId: 1, project: '道路养护', amountFen: wan(1) }),
      projectRow({ year: 2024, documentId: 2, project: '河道清淤', amountFen: wan(3) }),
    ],
    indicators: [
      indicatorRow({ year: 2023, documentId: 1, projectId: old.id, name: '宣传活动', target: '≥10次' }),
      indicatorRow({ year: 2024, documentId: 2, projectId: young.id, name: '宣传活动次数', target: '≥8次' }),
      indicatorRow({ year: 2023, documentId: 1, projectId: old.id, name: '巡线里程', target: '30公里' }),
      indicatorRow({ year: 2024, documentId: 2, projectId: young.id, name: '巡线里程', target: '30 公里' }),
      indicatorRow({ year: 2024, documentId: 2, projectId: young.id, name: '队员人数', target: '5人' }),
    ],
  });

  it('tells what changed, came and went', () => {
    const { editions, changes } = trendOf(rows);
    expect(editions.map(({ year, projects, projectsFen }) => [year, projects, projectsFen])).toEqual([
      [2023, 2, wan(3)],
      [2024, 2, wan(5.5)],
    ]);
    expect(told(changes, 'project')).toEqual([
      'changed|铁路护路联防经费|铁路护路专项经费|2|2.5',
      'came|河道清淤|||3',
      'went|道路养护||1|',
    ]);
    expect(told(changes, 'indicator')).toEqual([
      'same|巡线里程||30公里|30 公里',
      'changed|宣传活动次数|宣传活动|≥10次|≥8次',
      'came|队员人数|||5人',
    ]);
  });

  it('knows a goal whose year alone was changed', () => {
    const [text] = trendOf(rows).changes.filter(({ of }) => of === 'text');
    expect(text).toMatchObject({ change: 'recycled', likeness: 1, project: '铁路护路联防经费' });
  });

  it('follows one project under its names', () => {
    const { project, editions, changes } = trendOf(rows, old);
    expect(project).toBe('铁路护路专项经费');
    expect(editions.map(({ projects }) => projects)).toEqual([1, 1]);
    expect(told(changes, 'project')).toEqual(['changed|铁路护路联防经费|铁路护路专项经费|2|2.5']);
  });

  it('has no changes for a single year, and takes one stage of a year', () => {
    const same = { project: '道路养护', year: 2024 };
    const given = department({
      projects: [
        projectRow({ ...same, amountFen: wan(1) }),
        projectRow({ ...same, amountFen: wan(1), documentId: 2 }),
        projectRow({ ...same, amountFen: wan(2), stage: 'self-evaluation', documentId: 3 }),
      ],
    });
    const { editions, changes } = trendOf(given);
    expect(editions).toMatchObject([{ stage: 'budget', projects: 1, projectsFen: wan(1) }]);
    expect(changes).toEqual([]);
    expect(trendOf(given, null, 'self-evaluation').editions).toMatchObject([{ projectsFen: wan(2) }]);
    expect(trendOf(given, null, 'final').editions).toEqual([]);
  });
});
