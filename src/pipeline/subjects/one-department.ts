import type { ProjectRow, RowSubject } from '../../model/comparison.js';
import { QueryError } from '../../model/facts/query-error.js';
import { placeKey } from '../../model/place-key.js';
import type { ComparisonRows } from '../../model/ports/comparison-rows.js';
import type { DepartmentRows } from '../../model/trend.js';
import { rowsWhere, subjectsIn } from './rows-where.js';

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
  const subjects = subjectsIn(all);
  const place = oneOf(subjects, placeKey, (row) => [row.region, row.regionCode], titleOf, region, '地区');
  const officeOf = (row: RowSubject): string => row.departmentKey ?? row.department ?? '（未定）';
  const office = oneOf(
    subjects.filter((row) => placeKey(row) === place),
    officeOf,
    (row) => [officeOf(row), row.department],
    officeOf,
    department,
    '部门',
  );
  const isMeant = (row: RowSubject): boolean => placeKey(row) === place && officeOf(row) === office;
  return rowsWhere(all, isMeant);
}

const titleOf = ({ province, city, region, regionCode }: RowSubject): string =>
  region === null
    ? '（未定）'
    : `${province ?? ''}${city ?? ''}${region}${regionCode === null ? '' : `（${regionCode}）`}`;

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

/**
 * The one key the words mean: of rows with just this name, else of all rows.
 * @throws QueryError when they mean none or several, which are named by their titles
 */
function oneOf(
  rows: readonly RowSubject[],
  keyOf: (row: RowSubject) => string,
  namesOf: (row: RowSubject) => (string | null)[],
  titleOfRow: (row: RowSubject) => string,
  wanted: string,
  what: string,
): string {
  const exact = rows.filter((row) => namesOf(row).includes(wanted));
  const meant = new Map((exact.length > 0 ? exact : rows).map((row) => [keyOf(row), titleOfRow(row)]));
  const [key] = meant.keys();
  if (key === undefined) throw new QueryError(`库中没有这个${what}的公开内容：${wanted}`);
  if (meant.size === 1) return key;
  const titles = [...meant.values()];
  const more = titles.length > NAMED ? ` 等 ${titles.length} 个` : '';
  throw new QueryError(`${wanted} 可能指${what}：${titles.slice(0, NAMED).join('、')}${more}；请写全`);
}
