import type { Basis, Disclosure } from '../../model/disclosure.js';
import type { ReadDocument } from '../../model/document.js';
import type { Assignment } from '../../model/ports/documents.js';

/**
 * The document as a person repaired it. An assigned value fills in what was not inferred, and replaces a value that all
 * disclosures of the document share; where they differ (80 departments in one workbook, last year's self-evaluation
 * beside this year's goals), the readings stand.
 */
export function applyAssignment(document: ReadDocument, assignment: Assignment | null): ReadDocument {
  if (!assignment) return document;
  const { region, year, department } = assignment;
  const replaces = {
    region:
      region !== undefined &&
      isShared(document.disclosures, (each) => each.region?.code ?? each.region?.name),
    year: year !== undefined && isShared(document.disclosures, (each) => each.year),
    department: department !== undefined && isShared(document.disclosures, (each) => each.department),
  };
  return {
    ...document,
    disclosures: document.disclosures.map((each) => {
      const assigned = { ...each, basis: { ...each.basis } };
      if (region && (replaces.region || !each.region)) {
        assigned.region = region;
        assigned.basis.region = byHand(region.name);
      }
      if (year !== undefined && (replaces.year || each.year === null)) {
        assigned.year = year;
        assigned.basis.year = byHand(String(year));
      }
      if (department && (replaces.department || each.department === null)) {
        assigned.department = department.name;
        assigned.departmentCode = department.code;
        assigned.departmentKey = department.key;
        assigned.basis.department = byHand(department.name);
      }
      return assigned;
    }),
  };
}

const byHand = (quote: string): Basis => ({ from: 'assign', quote });

const isShared = (disclosures: Disclosure[], value: (each: Disclosure) => unknown): boolean =>
  new Set(disclosures.map(value).filter((each) => each !== null && each !== undefined)).size <= 1;
