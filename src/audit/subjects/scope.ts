import type { AuditScope } from '../../model/finding.js';
import { isInRegion, regionScope } from '../../model/region-scope.js';
import type { DisclosureSubject } from './subject.js';

/** Whether a disclosure lies in the scope, by document, region, year, stage and department. */
export function scopeTest({
  province,
  region,
  year,
  stage,
  department,
  documents,
}: AuditScope): (subject: Pick<DisclosureSubject, 'document' | 'disclosure'>) => boolean {
  const place = region === undefined ? undefined : regionScope(region);
  return ({ document, disclosure }) =>
    (province === undefined || (disclosure.region?.province ?? null) === province) &&
    (documents === undefined || documents.includes(document.sha256)) &&
    (year === undefined || disclosure.year === year) &&
    (stage === undefined || disclosure.stage === stage) &&
    (department === undefined || isDepartment(disclosure, department)) &&
    (place === undefined || (place !== null && isInRegion(place, disclosure.region)));
}

const isDepartment = (
  { department, departmentKey }: DisclosureSubject['disclosure'],
  wanted: string,
): boolean => departmentKey === wanted || (department?.includes(wanted) ?? false);
