import type { CostRow, IndicatorRow, ProjectRow, RowSubject } from '../../src/model/comparison.js';

const SUBJECT: RowSubject = {
  documentId: 1,
  province: '青禾省',
  city: '临川市',
  region: '云溪区',
  regionCode: '990104',
  year: 2024,
  stage: 'budget',
  department: '云溪区委政法委',
  departmentKey: '政法委',
};

let lastId = 0;
const nextId = (): number => {
  lastId += 1;
  return lastId;
};

/** Another county of the same city, with a document of its own. */
export const county = (number: number): Partial<RowSubject> => ({
  documentId: number,
  region: `第${number}县`,
  regionCode: String(990_120 + number),
});

export const projectRow = (given: Partial<ProjectRow> & { project: string }): ProjectRow => ({
  ...SUBJECT,
  id: nextId(),
  parent: null,
  direction: null,
  amountFen: null,
  annualGoal: null,
  periodGoal: null,
  purpose: null,
  place: 't1 r1 c1',
  ...given,
});

export const indicatorRow = (given: Partial<IndicatorRow> & { name: string }): IndicatorRow => ({
  ...SUBJECT,
  id: nextId(),
  projectId: null,
  project: null,
  level2: '数量指标',
  description: null,
  target: null,
  quantity: null,
  measure: null,
  horizon: 'annual',
  place: 't1 r2 c1',
  ...given,
});

export const costRow = (given: Partial<CostRow>): CostRow => ({
  ...SUBJECT,
  id: nextId(),
  projectId: 1,
  project: '护路经费',
  item: null,
  calculation: null,
  parsed: null,
  place: 't1 r3 c1',
  ...given,
});

/** Fen of an amount in 万元. */
export const wan = (amount: number): number => Math.round(amount * 1_000_000);
