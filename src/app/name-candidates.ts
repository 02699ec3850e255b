import { departmentCandidates } from '../compare/names/department-candidates.js';
import { projectCandidates } from '../compare/names/project-candidates.js';
import type { SubjectFilter } from '../model/filters.js';
import type { NameCandidate } from '../model/name-candidate.js';
import type { Names } from '../model/ports/names.js';

/** Names compared at a time: more take too long to wait for. */
export const MOST_NAMES = 20_000;
const MOST_PROJECTS = 5_000;

export interface NameCandidates {
  candidates: NameCandidate[];
  /** The filter means more names than were compared. */
  isCut: boolean;
}

/** Departments the filter means that may be one by their names. */
export async function departmentNameCandidates(store: Names, filter: SubjectFilter): Promise<NameCandidates> {
  const printed = await store.printedDepartments(filter, MOST_NAMES);
  return {
    candidates: departmentCandidates(printed, await store.nameDecisions()),
    isCut: printed.length === MOST_NAMES,
  };
}

/** Projects the filter means that may be one printed differently within a department, year and stage. */
export async function projectNameCandidates(store: Names, filter: SubjectFilter): Promise<NameCandidates> {
  const printed = await store.printedProjects(filter, MOST_PROJECTS);
  return {
    candidates: projectCandidates(printed, await store.nameDecisions()),
    isCut: printed.length === MOST_PROJECTS,
  };
}
