import type { RowSubject } from '../../model/comparison.js';
import type { DepartmentRows } from '../../model/trend.js';

/** Whose rows they are, row by row. */
export const subjectsIn = (rows: DepartmentRows): RowSubject[] => Object.values(rows).flat();

/** The rows whose subject is meant. */
export const rowsWhere = (
  { projects, indicators, totals, texts, statements }: DepartmentRows,
  isMeant: (row: RowSubject) => boolean,
): DepartmentRows => ({
  projects: projects.filter(isMeant),
  indicators: indicators.filter(isMeant),
  totals: totals.filter(isMeant),
  texts: texts.filter(isMeant),
  statements: statements.filter(isMeant),
});
