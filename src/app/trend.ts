import { trendOf } from '../compare/trend/trend-of.js';
import { UserError } from '../model/facts/user-error.js';
import type { Store } from '../model/ports/store.js';
import type { Trend } from '../model/trend.js';
import { departmentOfProject, oneDepartment } from '../pipeline/subjects/one-department.js';
import { auditScope } from './audit-scope.js';

/** What the rows of one department say year by year. */
export { trendOf };

/** A department of a region, or one of its projects. */
export interface TrendAsked {
  region?: string;
  department?: string;
  /** Of every year; by default the first stage of each. */
  stage?: string;
  /** Id of the project in the store. */
  project?: number;
}

/**
 * What a department or a project promised year by year.
 * @throws UserError unless a project, or a region and a department are given; QueryError where the words mean no department or
 *   several, and where the store has no such project
 */
export async function trend(
  store: Store,
  { region, department, stage, project }: TrendAsked,
): Promise<Trend> {
  if ((project === undefined) === (region === undefined || department === undefined)) {
    throw new UserError('请同时给出地区和部门，或给出一个项目');
  }
  if (project === undefined) {
    await auditScope(store, { region, department });
    return trendOf(await oneDepartment(store, String(region), String(department)), null, stage);
  }
  const row = await store.projectRow(project);
  return trendOf(await departmentOfProject(store, row), row, stage);
}
