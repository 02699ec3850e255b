import { HTTPException } from 'hono/http-exception';
import type { RowSubject } from '../../../model/comparison.js';
import { QueryError } from '../../../model/facts/query-error.js';
import { STAGES, type Stage } from '../../../model/facts/stages.js';
import { placeKey } from '../../../model/place-key.js';
import type { Store } from '../../../model/ports/store.js';
import type { DepartmentRows } from '../../../model/trend.js';
import { rowsWhere, subjectsIn } from '../../../pipeline/subjects/rows-where.js';

/** A department of one place, as the pages name it. */
export interface DepartmentNamed {
  /** Code or name. */
  region: string;
  /** The key it has in every county; the printed name where it has none. */
  key: string;
}

/** What one department printed for one year and stage. */
export interface EditionNamed {
  year: number | null;
  stage: Stage;
}

export interface Department extends DepartmentNamed {
  /** Whose rows they are, of the newest year. */
  subject: RowSubject;
  /** Names as printed, the most frequent first. */
  names: string[];
  /** Newest year first; budget before adjusted before self-evaluation. */
  editions: EditionNamed[];
  /** Over all years and stages. */
  rows: DepartmentRows;
}

const NAMED = 10;

/**
 * The one department of one place, superseded documents left out.
 * @throws HTTPException 404 where the store has none
 * @throws QueryError where the name of the place means several
 */
export async function findDepartment(store: Store, { region, key }: DepartmentNamed): Promise<Department> {
  const all = await store.departmentRows({ region, department: key });
  const isNamed = (row: RowSubject): boolean => row.regionCode === region || row.region === region;
  const places = new Set(subjectsIn(all).filter(isNamed).map(placeKey));
  const isMeant = (row: RowSubject): boolean =>
    places.has(placeKey(row)) && (row.departmentKey ?? row.department) === key;
  const rows = rowsWhere(all, isMeant);
  const subjects = subjectsIn(rows);
  requireOnePlace(subjects, region);
  const editions = editionsOf(subjects);
  const subject = subjects.find(({ year }) => year === editions[0]?.year);
  if (!subject) {
    throw new HTTPException(404, {
      message: `库中没有 ${region} 的 ${key}；可到“检索”按地区和部门查找，或先导入它的公开文件`,
    });
  }
  return { region, key, subject, names: namesOf(subjects), editions, rows };
}

function requireOnePlace(subjects: readonly RowSubject[], region: string): void {
  const places = new Map(
    subjects.map((row) => [placeKey(row), `${row.province ?? ''}${row.city ?? ''}${row.region}`]),
  );
  if (places.size <= 1) return;
  const named = [...places]
    .slice(0, NAMED)
    .map(([code, name]) => `${name}（${/^\d+$/.test(code) ? code : '无代码'}）`);
  throw new QueryError(`${region} 可能指：${named.join('、')}；请用行政区划代码`);
}

function editionsOf(subjects: readonly RowSubject[]): EditionNamed[] {
  const all = new Map(subjects.map(({ year, stage }) => [`${year} ${stage}`, { year, stage }]));
  return [...all.values()].sort(
    (a, b) => (b.year ?? 0) - (a.year ?? 0) || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  );
}

function namesOf(subjects: readonly RowSubject[]): string[] {
  const counts = new Map<string, number>();
  for (const { department } of subjects) {
    if (department !== null) counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
