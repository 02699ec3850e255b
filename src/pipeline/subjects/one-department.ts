import type { ProjectRow, RowSubject } from '../../model/comparison.js';
import { QueryError } from '../../model/facts/query-error.js';
import type { ComparisonRows } from '../../model/ports/comparison-rows.js';
import type { DepartmentRows } from '../../model/trend.js';

/** Places or departments named in a message; more are counted. */
const NAMED = 10;

/**
 * Rows of the one department of one place that the words mean: an exact name wins over a part of one, a place over what
 * lies below it.
 * @throws QueryError when they mean none or several
 */
export async function oneDepartment(
  rows: ComparisonRows,
  region: string,
  department: string,
): Promise<DepartmentRows> {
  const all = await rows.departmentRows({ region, department });
  const subjects = [all.projects, all.indicators, all.totals, all.texts].flat();
  const place = oneOf(subjects, (row) => [row.region, row.regionCode], region, '地区');
  const office = oneOf(
    subjects.filter((row) => row.region === place),
    (row) => [row.departmentKey ?? row.department, row.department],
    department,
    '部门',
  );
  const isMeant = (row: RowSubject): boolean =>
    row.region === place && (row.departmentKey ?? row.department) === office;
  return {
    projects: all.projects.filter(isMeant),
    indicators: all.indicators.filter(isMeant),
    totals: all.totals.filter(isMeant),
    texts: all.texts.filter(isMeant),
  };
}

/**
 * Rows of the department that has a project.
 * @throws QueryError when its region or department is unknown
 */
export async function departmentOfProject(
  rows: ComparisonRows,
  project: ProjectRow,
): Promise<DepartmentRows> {
  const place = project.regionCode ?? project.region;
  const name = project.departmentKey ?? project.department;
  if (place === null || name === null) {
    throw new QueryError(`项目 p${project.id} 的地区或部门未定；请先用 mingzhang assign 补上`);
  }
  return oneDepartment(rows, place, name);
}

/** @param namesOf what a row is called: first the name answered, then others it may be asked for by */
function oneOf(
  rows: readonly RowSubject[],
  namesOf: (row: RowSubject) => (string | null)[],
  wanted: string,
  what: string,
): string | null {
  const exact = rows.find((row) => namesOf(row).includes(wanted));
  if (exact) return namesOf(exact)[0] ?? null;
  const names = [...new Set(rows.map((row) => namesOf(row)[0] ?? '（未定）'))];
  if (names.length === 1) return namesOf(rows[0] as RowSubject)[0] ?? null;
  if (names.length === 0) throw new QueryError(`库中没有这个${what}的公开内容：${wanted}`);
  const more = names.length > NAMED ? ` 等 ${names.length} 个` : '';
  throw new QueryError(`${wanted} 可能指${what}：${names.slice(0, NAMED).join('、')}${more}；请写全`);
}
