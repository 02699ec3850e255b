import type { Disclosure, Project } from '../disclosure.js';

/** A disclosure of which nothing is known yet; its lists are its own. */
export const emptyDisclosure = (): Disclosure => ({
  region: null,
  year: null,
  stage: 'budget',
  department: null,
  departmentCode: null,
  departmentKey: null,
  basis: {},
  budgets: [],
  projects: [],
  indicators: [],
  costs: [],
  plans: [],
  workPlan: [],
  texts: [],
  execution: [],
  scoreTotals: [],
  statements: [],
  said: [],
});

/** A project of which only the name is known; its lists are its own. */
export const emptyProject = (id: number, name: string): Project => ({
  id,
  name,
  namePrinted: name,
  code: null,
  parent: null,
  direction: null,
  agency: null,
  department: null,
  attribute: null,
  money: null,
  period: null,
  annualGoal: null,
  periodGoal: null,
  purpose: null,
  hasForm: false,
  state: 'disclosed',
  mentions: [],
  evidence: {},
});
