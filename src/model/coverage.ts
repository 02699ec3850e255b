import type { RowSubject } from './comparison.js';
import type { FormState } from './disclosure.js';
import type { FormKind } from './facts/form-kinds.js';

/**
 * Forms of one kind and state in one department's disclosure; one row without a kind (and `forms` 0) for a disclosure that has
 * statements only.
 */
export interface FormRow extends RowSubject {
  kind: FormKind | null;
  state: FormState;
  forms: number;
  /** Statements of the disclosure; the same on all its rows. */
  statements: number;
  /** Projects of the disclosure, and those that stand in a summary only; the same on all its rows. */
  projects: number;
  withoutForm: number;
  /** What its projects with a form cost together, likewise. */
  formFen: number;
}

/** A department that a place disclosed for a year. */
export interface SeenDepartment {
  region: string | null;
  regionCode: string | null;
  departmentKey: string;
  year: number | null;
}

/** A kind of disclosure that is expected of a department, whatever the layout. */
export type Expected = 'department' | 'project' | 'summary';

/** What one department published for the year. */
export interface DepartmentCoverage {
  department: string | null;
  key: string | null;
  documents: number[];
  stages: string[];
  /** Filled forms by kind. */
  forms: Partial<Record<FormKind, number>>;
  /** Blank forms, published all the same. */
  templates: number;
  projects: number;
  /** Projects that stand in a summary only. */
  withoutForm: number;
  /** Statements of its packs. */
  statements: number;
  /** Statements were published and no form at all, not even a blank one. */
  onlyStatements: boolean;
  /** Of the first stage that says it: 项目支出 by its statements, and what projects with a form cost; null where none says it. */
  spending: { fen: number; coveredFen: number } | null;
  /** Kinds that more than half of the departments of its province publish, of those that publish any. */
  lacking: Expected[];
}

/** A department that other places publish. */
export interface MissingDepartment {
  key: string;
  /** Places in the store that published it for any year. */
  places: number;
  /** Years for which this place did. */
  otherYears: number[];
}

export interface PlaceCoverage {
  region: string | null;
  regionCode: string | null;
  city: string | null;
  departments: DepartmentCoverage[];
  /** Departments with statements and without any form. */
  withoutForms: number;
  missing: MissingDepartment[];
}

/** A place of the reference list. */
export interface ListedPlace {
  code: string;
  name: string;
  city: string | null;
}

/** How many departments a place published for a year. */
export interface PlaceCount {
  region: string | null;
  regionCode: string | null;
  departments: number;
}

/** Who published for a year in a region, level by level. A department is counted where its name is known. */
export interface LevelCounts {
  region: string;
  year: number;
  /** Departments of the region itself: of the city, not of its counties. */
  own: number;
  /** Places below it with something, by code: cities (their own level), counties, places without a code. */
  below: PlaceCount[];
  /** Places of county rank of the official list; 0: it has none below it. */
  listed: number;
  /** Those of them with nothing for the year. */
  missingPlaces: ListedPlace[];
}

export interface Coverage {
  region: string;
  year: number;
  counts: LevelCounts;
  places: PlaceCoverage[];
  /** Departments with statements and without any form, over all places. */
  withoutForms: number;
}
