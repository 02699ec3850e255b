import { summarizeOutcomes } from '../compare/outcomes/summarize-outcomes.js';
import { trackOf } from '../compare/outcomes/track-of.js';
import type { CycleDepartment, OutcomeCount } from '../model/cycle.js';
import { QueryError } from '../model/facts/query-error.js';
import { UserError } from '../model/facts/user-error.js';
import type { SubjectFilter } from '../model/filters.js';
import { placeKey } from '../model/place-key.js';
import type { Store } from '../model/ports/store.js';
import type { DepartmentSummary, DepartmentTrack, RegionTrack, Track } from '../model/track.js';
import { storedWords } from './audit-scope.js';
import { projectMeant } from './project-meant.js';

/** Whose promises are followed. */
export interface TrackAsked extends SubjectFilter {
  /** Id of a project in the store. */
  project?: number;
}

/**
 * What was promised, what was reported and what was promised next: of one project, of one department project by project, or of
 * the departments of a region (or of one name everywhere) in numbers.
 * @throws UserError unless something is asked for; QueryError where the words mean no department, and where there is no such project
 */
export async function track(store: Store, { project, region, department, year }: TrackAsked): Promise<Track> {
  const inYear = (whole: DepartmentTrack): DepartmentTrack =>
    year === undefined ? whole : onlyYear(whole, year);
  if (project !== undefined) return inYear(await trackProject(store, project));
  if (region === undefined && department === undefined) {
    throw new UserError('请给出一个项目、部门或地区');
  }
  const [one, ...others] = await departmentsMeant(store, { region, department });
  if (!one) {
    const known = await storedWords(store, ['province', 'city', 'region', 'department_key', 'department']);
    throw new QueryError(
      `库中没有这个${region === undefined ? '部门' : '地区或部门'}的公开内容：${[region, department].filter((each) => each !== undefined).join(' ')}`,
      { unknown: { word: region ?? department ?? '', known } },
    );
  }
  if (others.length === 0 && department !== undefined) {
    return inYear(await trackDepartment(store, one, null));
  }
  return trackRegion(store, { region, department, year });
}

/** Words as people write them: `p12`, a region, a department, or a region and a department. */
export async function trackWords(store: Store, words: readonly string[]): Promise<TrackAsked> {
  const [first = '', second] = words;
  if (second === undefined && /^p\d+(-\d+)?$/i.test(first))
    return { project: await projectMeant(store, first) };
  if (second !== undefined) return { region: first, department: second };
  const isRegion = (await store.cycleDepartments({ region: first })).length > 0;
  return isRegion ? { region: first } : { department: first };
}

async function trackProject(store: Store, id: number): Promise<DepartmentTrack> {
  const row = await store.projectRow(id);
  const { province, city, region, regionCode } = row;
  const department = region === null ? row.department : (row.departmentKey ?? row.department);
  const unknown = `项目 p${id} 的地区或部门未定；请先用 mingzhang assign 补上`;
  if (department === null) throw new QueryError(unknown);
  const whose = { province, city, region, regionCode, department, names: [row.department ?? department] };
  if (region !== null) return trackDepartment(store, whose, id);
  const central = await store.cycleDepartments({ department });
  if (!central.some((each) => each.region === null && each.department === department)) {
    throw new QueryError(unknown);
  }
  return trackDepartment(store, whose, id);
}

type Named = CycleDepartment & { names: string[] };

async function trackDepartment(
  store: Store,
  department: Named,
  project: number | null,
): Promise<DepartmentTrack> {
  const { names, department: key, ...place } = department;
  return trackOf(await store.cycleRows(department), { ...place, department: names.at(-1) ?? key }, project);
}

/** Those the words mean: an exact name wins over a part of one, a place over what lies below it. */
async function departmentsMeant(store: Store, { region, department }: SubjectFilter): Promise<Named[]> {
  const all = await store.cycleDepartments({ region, department });
  const named = all.filter((each) => each.department === department || each.names.includes(department ?? ''));
  const meant = named.length > 0 ? named : all;
  const placed = meant.filter((each) => each.region === region || each.regionCode === region);
  return placed.length > 0 &&
    new Set(placed.map((each) => placeKey(each))).size === 1 &&
    department !== undefined
    ? placed
    : meant;
}

const onlyYear = (whole: DepartmentTrack, year: number): DepartmentTrack => ({
  ...whole,
  summaries: whole.summaries.filter((each) => each.year === year),
  projects: whole.projects.flatMap((each) => {
    const years = each.years.filter((one) => one.year === year);
    return years.length > 0 ? [{ ...each, years }] : [];
  }),
});

async function trackRegion(store: Store, filter: SubjectFilter): Promise<RegionTrack> {
  const counts = await store.outcomeCounts(filter);
  const groups = new Map<string, OutcomeCount[]>();
  for (const each of counts) {
    const key = JSON.stringify([placeKey(each), each.departmentKey ?? each.department, each.year]);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return {
    kind: 'region',
    title: [filter.region, filter.department, filter.year].filter((each) => each !== undefined).join(' '),
    total: summarizeOutcomes(counts),
    departments: [...groups.values()].flatMap((group): DepartmentSummary[] => {
      const [first] = group;
      if (!first) return [];
      const { province, city, region, regionCode, year, department, departmentKey } = first;
      const whose = { province, city, region, regionCode, year, department, departmentKey };
      return [{ ...whose, ...summarizeOutcomes(group) }];
    }),
  };
}
