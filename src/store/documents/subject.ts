import type { Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { Assignment } from '../../model/ports/documents.js';

/** Region, year, stage and department as columns of a row. */
export interface Subject {
  province: string | null;
  city: string | null;
  region: string | null;
  region_code: string | null;
  year: number | null;
  stage: string | null;
  department: string | null;
  department_key: string | null;
}

export const subjectOf = (disclosure: Disclosure): Subject & { stage: string } => ({
  province: disclosure.region?.province ?? null,
  city: disclosure.region?.city ?? null,
  region: disclosure.region?.name ?? null,
  region_code: disclosure.region?.code ?? null,
  year: disclosure.year,
  stage: disclosure.stage,
  department: disclosure.department,
  department_key: disclosure.departmentKey,
});

/** What all disclosures of the document share; a document without disclosures has what a person assigned. */
export function sharedSubject(document: ReadDocument, assignment: Assignment | null): Subject {
  const [first, ...others] = document.disclosures.map((each): Subject => subjectOf(each));
  if (!first) return assignedSubject(assignment);
  const shared = <K extends keyof Subject>(key: K): Subject[K] | null =>
    others.every((other) => other[key] === first[key]) ? first[key] : null;
  return {
    province: shared('province'),
    city: shared('city'),
    region: shared('region'),
    region_code: shared('region_code'),
    year: shared('year'),
    stage: shared('stage'),
    department: shared('department'),
    department_key: shared('department_key'),
  };
}

const assignedSubject = (assignment: Assignment | null): Subject => ({
  province: assignment?.region?.province ?? null,
  city: assignment?.region?.city ?? null,
  region: assignment?.region?.name ?? null,
  region_code: assignment?.region?.code ?? null,
  year: assignment?.year ?? null,
  stage: null,
  department: assignment?.department?.name ?? null,
  department_key: assignment?.department?.key ?? null,
});

/** Which of region, year, department some disclosure lacks: `region,year`; null where none is lacking. */
export function unresolvedOf(document: ReadDocument): string | null {
  const lacking = [
    document.disclosures.some((each) => each.region === null) && 'region',
    document.disclosures.some((each) => each.year === null) && 'year',
    document.disclosures.some((each) => each.department === null) && 'department',
  ].filter((each) => each !== false);
  return lacking.length > 0 ? lacking.join(',') : null;
}
