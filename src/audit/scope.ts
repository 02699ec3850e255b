import type { Region } from '../model/disclosure.js';
import type { AuditScope } from '../model/finding.js';
import type { DisclosureSubject } from './subject.js';

/**
 * Whether a disclosure lies in the scope. Regions are codes (`430204`, a prefix such as `43` or `430200`), or names of places
 * without a code.
 */
export function isInScope({ document, disclosure }: DisclosureSubject, scope: AuditScope): boolean {
  const { regions, year, department, documents } = scope;
  if (documents !== undefined && !documents.includes(document.sha256)) return false;
  if (year !== undefined && disclosure.year !== year) return false;
  if (department !== undefined && !isDepartment(disclosure, department)) return false;
  return regions === undefined || regions.some((region) => isWithin(disclosure.region, region));
}

const isDepartment = (
  { department, departmentKey }: DisclosureSubject['disclosure'],
  wanted: string,
): boolean => departmentKey === wanted || (department?.includes(wanted) ?? false);

/** GB/T 2260: trailing pairs of zeros mean "everything below". */
const isWithin = (region: Region | null, wanted: string): boolean =>
  region !== null && (region.code?.startsWith(wanted.replace(/(00)+$/, '')) || region.name === wanted);
