import type { AuditScope } from '../model/finding.js';
import type { DisclosureSubject } from './subject.js';

/** Whether a disclosure lies in the scope. Regions are codes: `430204`, or a prefix such as `43` or `430200`. */
export function isInScope({ document, disclosure }: DisclosureSubject, scope: AuditScope): boolean {
  const { regions, year, department, documents } = scope;
  if (documents !== undefined && !documents.includes(document.sha256)) return false;
  if (year !== undefined && disclosure.year !== year) return false;
  if (department !== undefined && !isDepartment(disclosure, department)) return false;
  return regions === undefined || regions.some((region) => isWithin(disclosure.region?.code ?? null, region));
}

const isDepartment = (
  { department, departmentKey }: DisclosureSubject['disclosure'],
  wanted: string,
): boolean => departmentKey === wanted || (department?.includes(wanted) ?? false);

/** GB/T 2260: trailing pairs of zeros mean "everything below". */
const isWithin = (code: string | null, region: string): boolean =>
  code?.startsWith(region.replace(/(00)+$/, '')) ?? false;
