import { describe, expect, it } from 'vitest';
import { linkProjects } from '../../../src/compare/links/link-projects.js';
import type { CycleProject, LinkDecision, LinkStep } from '../../../src/model/cycle.js';
import { cycleProject } from '../../support/cycle-rows.js';

type Plan = string | (Partial<CycleProject> & { project: string });

const rows = (plans: readonly Plan[], year: number, first: number): CycleProject[] =>
  plans.map((plan, index) =>
    cycleProject({ year, id: first + index, ...(typeof plan === 'string' ? { project: plan } : plan) }),
  );

/** `甲 = 乙`, with ? where it is doubtful. */
function linked(
  before: readonly Plan[],
  after: readonly Plan[],
  { step = 'year', decisions = [] }: { step?: LinkStep; decisions?: LinkDecision[] } = {},
): string[] {
  const years = step === 'year' ? [2023, 2024] : [2023, 2023];
  return linkProjects(rows(before, years[0] ?? 0, 1), rows(after, years[1] ?? 0, 101), step, decisions).map(
    (link) =>
      `${link.before.project} ${link.relation}${link.doubtful ? '?' : ''} ${link.after.project}（${link.by}）`,
  );
}

describe('linkProjects', () => {
  it('goes by the code where both print it, whatever the name became', () => {
    const code = '43020423';
    expect(
      linked(
        [{ project: '河道清淤经费', code }, '校舍维修'],
        ['校舍维修', { project: '河道清淤疏浚整治工程', code }],
      ),
    ).toEqual(['校舍维修 same 校舍维修（name）', '河道清淤经费 renamed 河道清淤疏浚整治工程（code）']);
  });

  it('does not go by a code that the names contradict', () => {
    const code = '43020423';
    expect(linked([{ project: '河道清淤经费', code }], [{ project: '食堂餐厨设备购置', code }])).toEqual([]);
  });

  it('tells phases, levels, sisters, kinds and years apart', () => {
    for (const [a, b] of [
      ['高标准农田建设一期', '高标准农田建设二期'],
      ['高标准农田建设（第一批）', '高标准农田建设（第2批）'],
      ['县级应急物资储备', '市级应急物资储备'],
      ['第一小学教学楼维修', '第二小学教学楼维修'],
      ['白水镇文化站维修', '青石镇文化站维修'],
      ['智慧平台运维', '智慧平台建设'],
      ['12345热线服务费', '12315热线服务费'],
    ] as const) {
      expect(linked([a], [b])).toEqual([]);
    }
    expect(linked(['2021年道路工程尾款'], ['2022年道路工程尾款'], { step: 'stage' })).toEqual([]);
  });

  it('takes last year in a name for this year, and the same year for the same thing', () => {
    expect(linked(['2023年护林补助'], ['2024年护林补助'])).toEqual([
      '2023年护林补助 same 2024年护林补助（name）',
    ]);
    expect(linked(['2022年护林补助尾款'], ['2022年护林补助尾款'])).toEqual([
      '2022年护林补助尾款 same 2022年护林补助尾款（name）',
    ]);
  });

  it('puts projects of one name together by agency', () => {
    const project = '公用经费补助';
    expect(
      linkProjects(
        rows(
          [
            { project, agency: '一中' },
            { project, agency: '二中' },
          ],
          2023,
          1,
        ),
        rows(
          [
            { project, agency: '二中' },
            { project, agency: '一中' },
          ],
          2024,
          101,
        ),
        'year',
      ).map(({ before, after, doubtful }) => [before.id, after.id, doubtful]),
    ).toEqual([
      [1, 102, false],
      [2, 101, false],
    ]);
  });

  it('finds what was split and what was merged', () => {
    expect(linked(['校舍维修和设备购置经费'], ['设备购置经费', '校舍维修经费'])).toEqual([
      '校舍维修和设备购置经费 split? 设备购置经费（parts）',
      '校舍维修和设备购置经费 split? 校舍维修经费（parts）',
    ]);
    expect(linked(['防汛抗旱经费', '山洪预警经费'], ['防汛抗旱及山洪预警经费'])).toEqual([
      '防汛抗旱经费 merged? 防汛抗旱及山洪预警经费（parts）',
      '山洪预警经费 merged? 防汛抗旱及山洪预警经费（parts）',
    ]);
  });

  it('does what a person decided', () => {
    expect(
      linked(['甲区护路'], ['联防联控'], { decisions: [{ before: 1, after: 101, same: true }] }),
    ).toEqual(['甲区护路 renamed 联防联控（hand）']);
    expect(
      linked(['护路经费'], ['护路经费'], { decisions: [{ before: 101, after: 1, same: false }] }),
    ).toEqual([]);
  });

  it('marks what has two candidates as doubtful', () => {
    expect(linked(['乡村道路安全隐患治理'], ['乡村道路安全隐患整治', '乡村道路安全隐患防治'])[0]).toContain(
      'renamed?',
    );
  });
});
