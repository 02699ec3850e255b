import { describe, expect, it } from 'vitest';
import { trackOf } from '../../../src/compare/outcomes/track-of.js';
import type { CycleRows } from '../../../src/model/cycle.js';
import { cycleIndicator, cycleProject } from '../../support/cycle-rows.js';

const WHOSE = { province: null, city: null, region: '甲县', regionCode: '990001', department: '水利局' };

function rows(reportName: string): CycleRows {
  const promised = cycleProject({ project: '河道保洁', year: 2023, stage: 'budget', amountFen: 100 });
  const own = cycleProject({
    project: '河道保洁',
    year: 2023,
    stage: 'self-evaluation',
    disclosure: 2,
    agency: '河道所',
  });
  const report = cycleProject({ project: reportName, year: 2023, stage: 'self-evaluation', disclosure: 3 });
  return {
    projects: [promised, own, report],
    indicators: [
      cycleIndicator({ name: '清理垃圾', year: 2023, stage: 'budget', projectId: promised.id }),
      cycleIndicator({
        name: '清理垃圾',
        year: 2023,
        stage: 'self-evaluation',
        disclosure: 2,
        projectId: own.id,
      }),
    ],
    spending: [],
    scores: [
      { disclosure: 2, projectId: own.id, weight: 100, score: 99, grade: null, place: null },
      { disclosure: 2, projectId: own.id, weight: null, score: null, grade: '优', place: null },
      { disclosure: 3, projectId: report.id, weight: null, score: 78.6, grade: '中', place: null },
    ],
    deviations: [{ disclosure: 2, projectId: own.id, text: '汛期停工' }],
    decisions: [],
  };
}

const yearsOf = (name: string) =>
  trackOf(rows(name), WHOSE).projects.flatMap(({ years }) =>
    years.map(({ name: of, score, grade, evaluatedScore, evaluatedGrade, deviation }) =>
      [of, score, grade, evaluatedScore, evaluatedGrade, deviation].join(' '),
    ),
  );

describe('evaluation reports', () => {
  it('stand beside the self-evaluation of their project, and are no project of their own', () => {
    expect(yearsOf('河道保洁')).toEqual(['河道保洁 99 优 78.6 中 汛期停工']);
  });

  it('on another project are a line of their own', () => {
    expect(yearsOf('水库维修')).toEqual(['河道保洁 99 优   汛期停工', '水库维修 78.6 中   ']);
  });
});
