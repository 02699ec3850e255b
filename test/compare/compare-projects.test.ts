import { describe, expect, it } from 'vitest';
import { compareProjects, findByProject, findByTopic } from '../../src/compare/compare-projects.js';
import { county, indicatorRow, projectRow, wan } from '../support/comparison-rows.js';

const names = (rows: readonly { project: string }[]): string[] => rows.map(({ project }) => project);

describe('findByTopic', () => {
  it('groups one thing under its names in several counties, and keeps another apart', () => {
    const { groups } = findByTopic('铁路护路', [
      projectRow({ ...county(1), project: '铁路护路专项经费', amountFen: wan(2) }),
      projectRow({ ...county(2), project: '铁路护路联防工作经费', amountFen: wan(13) }),
      projectRow({ ...county(3), project: '铁路护路联防经费', amountFen: wan(6) }),
      projectRow({ ...county(4), project: '铁路护路营房建设', amountFen: wan(500) }),
    ]);
    expect(groups.map(({ projects }) => names(projects))).toEqual([
      ['铁路护路联防工作经费', '铁路护路联防经费', '铁路护路专项经费'],
      ['铁路护路营房建设'],
    ]);
    expect(groups[0]?.amounts).toMatchObject({ count: 3, median: '60000', min: '20000', max: '130000' });
    expect(groups[0]?.projects.map(({ toMedian }) => toMedian)).toEqual([2.17, 1, 0.33]);
  });

  it('finds a topic by most of its weight, by its other word, and in goals', () => {
    const found = findByTopic('社会治安综合治理', [
      projectRow({ ...county(1), project: '社会治安综治经费' }),
      projectRow({ ...county(2), project: '道路养护', annualGoal: '配合社会治安综合治理' }),
      projectRow({ ...county(3), project: '道路照明' }),
    ]);
    expect(found.groups.map(({ name }) => name)).toEqual(['社会治安综治经费']);
    expect(names(found.mentions)).toEqual(['道路养护']);
    const most = findByTopic('社区治安巡逻防控', [projectRow({ project: '社区（村）治安巡逻防控费' })]);
    expect(most.groups).toHaveLength(1);
  });

  it('joins names that are only near when their purposes agree, and says so', () => {
    const purpose = '用于路段巡逻值守、队员补助和沿线宣传';
    const rows = (second: string) => [
      projectRow({ ...county(1), project: '铁路护路专项经费', purpose }),
      projectRow({ ...county(2), project: '铁路沿线平安巡查护路项目', purpose: second }),
    ];
    const [joined] = findByTopic('护路', rows(purpose)).groups;
    expect(joined?.projects.find(({ likeness }) => likeness)?.likeness).toMatchObject({ byPurpose: true });
    expect(findByTopic('护路', rows('用于购买办公家具')).groups).toHaveLength(2);
  });

  it('takes two projects of one list for two things, however alike', () => {
    const goal = '通过项目实施，保障工作正常开展。';
    const { groups } = findByTopic('检验中心', [
      projectRow({ project: '检验中心实验室运行保障经费', annualGoal: goal }),
      projectRow({ project: '检验中心实验室耗材购置经费', annualGoal: goal }),
    ]);
    expect(groups).toHaveLength(2);
  });

  it("counts each place's latest year once, the budget before the self-evaluation", () => {
    const project = '铁路护路经费';
    const [group] = findByTopic('护路', [
      projectRow({ ...county(1), project, year: 2022, amountFen: wan(1) }),
      projectRow({ ...county(1), project, year: 2024, amountFen: wan(4) }),
      projectRow({ ...county(1), project, year: 2024, amountFen: wan(4), documentId: 9 }),
      projectRow({ ...county(1), project, year: 2024, amountFen: wan(5), stage: 'self-evaluation' }),
      projectRow({ ...county(2), project, year: 2023, amountFen: wan(2) }),
      projectRow({ ...county(3), project, year: 2023 }),
    ]).groups;
    expect(group?.amounts).toMatchObject({ count: 2, min: '20000', max: '40000' });
  });
});

describe('findByProject', () => {
  it('finds the same thing elsewhere, itself first in name', () => {
    const own = projectRow({ ...county(1), project: '禁毒工作经费', amountFen: wan(1) });
    const found = findByProject(own, [
      own,
      projectRow({ ...county(2), project: '禁毒专项经费', amountFen: wan(3) }),
      projectRow({ ...county(3), project: '禁毒宣传教育经费', amountFen: wan(9) }),
    ]);
    expect(found).toMatchObject({ topic: '禁毒工作经费', project: `p${own.id}`, mentions: [] });
    expect(found.groups.map(({ projects }) => names(projects))).toEqual([['禁毒专项经费', '禁毒工作经费']]);
  });
});

describe('compareProjects', () => {
  it('puts targets of one name side by side, those of most places first', () => {
    const target = (n: number, name: string, quantity: number) =>
      indicatorRow({ ...county(n), name, target: `${quantity}份`, quantity, measure: '份' });
    const none = { topic: '护路', project: null, groups: [], mentions: [] };
    const { targetGroups, regions, years } = compareProjects(
      none,
      [
        target(3, '隐患排查次数', 4),
        target(1, '发放宣传资料', 2000),
        target(2, '宣传资料发放数量', 5000),
        { ...target(2, '宣传资料发放数量', 15000), horizon: 'period' },
      ],
      [],
    );
    expect(targetGroups.map((group) => [group.places, group.indicators.map(({ target }) => target)])).toEqual(
      [
        [2, ['5000份', '2000份']],
        [1, ['4份']],
      ],
    );
    expect(targetGroups[0]?.spread).toMatchObject({ median: '3500', measure: '份' });
    expect(regions).toEqual(['第3县', '第1县', '第2县']);
    expect(years).toEqual([2024]);
  });
});
