import type { CycleIndicator, CycleProject } from '../../src/model/cycle.js';
import * as compared from './comparison-rows.js';

/** A project of a cycle; what is not given is not printed. */
export const cycleProject = (given: Partial<CycleProject> & { project: string }): CycleProject => ({
  ...compared.projectRow(given),
  disclosure: 1,
  code: null,
  agency: null,
  ...given,
});

/** An indicator of a cycle, likewise. */
export const cycleIndicator = (given: Partial<CycleIndicator> & { name: string }): CycleIndicator => ({
  ...compared.indicatorRow(given),
  disclosure: 1,
  kind: 'number',
  operator: null,
  value: null,
  weight: null,
  actual: null,
  actualKind: null,
  actualQuantity: null,
  actualMeasure: null,
  score: null,
  deviation: null,
  ...given,
});
