import Big from 'big.js';
import type { ComparedProject, Likeness, ProjectGroup, ProjectRow } from '../model/comparison.js';
import { STAGES } from '../model/facts/stages.js';
import { placeKey } from '../model/place-key.js';
import { coreName, kernelName } from './core-name.js';
import { groupAlike } from './group-alike.js';
import { groupBy } from './group-by.js';
import { likeness, type Profile, profile } from './likeness.js';
import { nameWeights } from './name-weights.js';
import { spread } from './spread.js';

/** What a project wants the money for, in its own words; null where it does not say. */
const purposeOf = ({ purpose, annualGoal, periodGoal }: ProjectRow): string | null =>
  purpose ?? annualGoal ?? periodGoal;

export interface ProfiledProject {
  row: ProjectRow;
  profile: Profile;
}

export function profiled(row: ProjectRow): ProfiledProject {
  const core = coreName(row.project, row);
  return { row, profile: profile(core, kernelName(core), purposeOf(row), nameWeights()) };
}

/**
 * Likeness of two projects. What one department lists as two projects of one year is two things, however alike the names
 * and the stock phrases of their goals.
 */
export function projectLikeness(a: ProfiledProject, b: ProfiledProject): Likeness {
  const tie = likeness(a.profile, b.profile);
  const isListedApart =
    a.row.documentId === b.row.documentId &&
    a.row.departmentKey === b.row.departmentKey &&
    a.row.year === b.row.year &&
    a.profile.core.text !== b.profile.core.text;
  return isListedApart ? { ...tie, same: false } : tie;
}

/** Projects that are the same thing together, those of most places first. */
export function groupProjects(rows: readonly ProjectRow[]): ProjectGroup[] {
  const groups = groupAlike<ProfiledProject, Likeness>(rows.map(profiled), {
    key: (item) => item.profile.core.text,
    compare: (item, leader) => projectLikeness(item, leader),
    same: (tie) => tie.same,
    score: (tie) => tie.name,
  });
  return groups
    .map(({ members }) =>
      projectGroup(
        commonestName(members.flatMap(({ item, tie }) => (tie === null ? item.row.project : []))),
        members.map(({ item, tie }) => ({ row: item.row, tie })),
      ),
    )
    .sort((a, b) => placesOf(b) - placesOf(a) || b.projects.length - a.projects.length);
}

/** The name printed most often, the shortest of those. */
function commonestName(names: readonly string[]): string {
  const counted = [...groupBy(names, (name) => name)];
  counted.sort(([a, as], [b, bs]) => bs.length - as.length || a.length - b.length || (a < b ? -1 : 1));
  return counted[0]?.[0] ?? '';
}

const placesOf = ({ projects }: ProjectGroup): number =>
  new Set(projects.map(({ regionCode, region }) => regionCode ?? region)).size;

/** A group with its spread; members in the order of the larger amount first. */
export function projectGroup(
  name: string,
  members: readonly { row: ProjectRow; tie: Likeness | null }[],
): ProjectGroup {
  const counted = latestOf(members.map(({ row }) => row));
  const amounts = spread(
    [...counted].flatMap(({ amountFen }) => (amountFen === null ? [] : yuan(amountFen))),
  );
  const projects = members
    .map(
      ({ row, tie }): ComparedProject => ({
        ...row,
        likeness: tie,
        counted: counted.has(row) && row.amountFen !== null,
        toMedian: amounts && amounts.count > 1 ? ratio(row.amountFen, amounts.median) : null,
      }),
    )
    .sort((a, b) => (b.amountFen ?? -1) - (a.amountFen ?? -1) || a.id - b.id);
  return { name, projects, amounts };
}

const yuan = (fen: number): string => new Big(fen).div(100).toFixed();

const ratio = (fen: number | null, medianYuan: string): number | null =>
  fen === null || new Big(medianYuan).eq(0)
    ? null
    : new Big(fen).div(100).div(medianYuan).round(2).toNumber();

/**
 * The rows of each place's latest year, of its first stage there; the same project printed in two documents once. A place
 * with many years would otherwise weigh more than the others.
 */
function latestOf(rows: readonly ProjectRow[]): Set<ProjectRow> {
  const places = groupBy(rows, (row) => (row.region === null ? row.documentId : placeKey(row)));
  const latest = [...places.values()].flatMap((ofPlace) => {
    const year = Math.max(...ofPlace.map((row) => row.year ?? 0));
    const ofYear = ofPlace.filter((row) => (row.year ?? 0) === year);
    const stage = STAGES.find((each) => ofYear.some((row) => row.stage === each));
    return ofYear.filter((row) => row.stage === stage);
  });
  const printed = ({ regionCode, region, departmentKey, project, amountFen }: ProjectRow): string =>
    JSON.stringify([regionCode, region, departmentKey, project, amountFen]);
  return new Set(new Map(latest.map((row) => [printed(row), row])).values());
}
